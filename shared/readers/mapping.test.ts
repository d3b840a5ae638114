import { describe, expect, it } from 'vitest'
import { recallMapping, suggestMapping, type Target } from './mapping.ts'

const targets: Target<'number' | 'title' | 'date'>[] = [
  { field: 'number', names: ['标准号', 'number'], looksLike: sample => /^GB/.test(sample) },
  { field: 'title', names: ['标准名称', '名称'] },
  { field: 'date', names: ['发布日期', 'published'] },
]
const columns = (...names: string[]) => names.map(name => ({ name, samples: [name === 'x' ? 'GB 1-2020' : 'y'], filled: 1 }))

describe('mapping', () => {
  it('goes by the name, whatever its case, width and signs', () => {
    expect(suggestMapping(columns('【标准号】', ' NAME', '名 称', 'Published'), targets)).toEqual({ '【标准号】': 'number', ' NAME': null, '名 称': 'title', Published: 'date' })
  })
  it('takes the likeliest of several names, then one that goes on, then one whose values look right', () => {
    expect(suggestMapping(columns('名称', '标准名称', '发布日期（年月日）', 'x'), targets)).toEqual({ 名称: null, 标准名称: 'title', '发布日期（年月日）': 'date', x: 'number' })
  })
  it('remembers what a person chose, as far as columns and fields still exist', () => {
    expect(recallMapping({ a: 'number', b: null, c: 'title' }, { a: null, b: 'date', c: 'gone' as 'title', d: 'title' }, new Set(['number', 'title', 'date']))).toEqual({ a: null, b: 'date', c: 'title' })
  })
})
