import { describe, expect, it } from 'vitest'
import type { KeyBinding } from '../contribution.ts'
import { halves, keySections, queryOfKey } from './key-sections.ts'

const bindings: KeyBinding[] = [
  { id: 'palette', where: 'everywhere', pressed: ['Ctrl+K', 'F3'], label: 'find' },
  { id: 'tab', where: 'everywhere', pressed: ['Ctrl+1..9'], label: 'nth tab', browser: false },
  { id: 'copy', where: 'lookup', pressed: ['Ctrl+C'], label: 'copy the number' },
]
const found = (query: string, app = true) => keySections(bindings, { query, app, say: key => key }).flatMap(section => section.bindings.map(({ id }) => id))

describe('keySections', () => {
  it('keeps places in the order of their first key', () => expect(keySections(bindings, { query: '', app: true, say: key => key }).map(({ where }) => where)).toEqual(['everywhere', 'lookup']))
  it('filters by word', () => expect([found('copy'), found('number'), found('nothing')]).toEqual([['copy'], ['copy'], []]))
  it('filters by pressed key, also inside a range', () => expect([found(queryOfKey('Ctrl+K')), found(queryOfKey('Ctrl+7')), found('f3')]).toEqual([['palette'], ['tab'], ['palette']]))
  it('leaves out what browsers keep', () => expect(found('', false)).toEqual(['palette', 'copy']))
})

describe('halves', () => {
  it('splits whole sections into two even columns', () => {
    const section = (where: string, n: number) => ({ where, bindings: Array.from({ length: n }, () => bindings[0]) })
    expect(halves([section('a', 8), section('b', 4), section('c', 4)]).map(column => column.map(({ where }) => where))).toEqual([['a'], ['b', 'c']])
    expect(halves([])).toEqual([[], []])
  })
})
