import { describe, expect, test } from 'vitest'
import type { OwnStandard } from '#shared/standards/own.ts'
import { changesOf, formOf, type OwnForm, readForm } from './own-fields.ts'

const form = (more: Partial<OwnForm> = {}): OwnForm => ({ ...formOf(null), number: 'Q/XCZC 001-2025', title: '轴承套圈', ...more })

describe('the form', () => {
  test.each<[string, Partial<OwnForm>, string, string]>([
    ['another kind of number', { number: 'GB/T 1-2020' }, 'number', 'number'],
    ['no number', { number: ' ' }, 'number', 'number'],
    ['a number that is there, spelled otherwise', { number: 'q/xczc 002—2025' }, 'number', 'taken'],
    ['no title', { title: '  ' }, 'title', 'title'],
    ['a day that isn’t', { published: '2025-02-30' }, 'published', 'day'],
    ['in force before it is published', { published: '2025-06-01', effective: '2025-05' }, 'effective', 'order'],
    ['withdrawn before it is in force', { published: '2025', withdrawn: '2024-01-01' }, 'withdrawn', 'ends'],
  ])('refuses %s', (_, more, field, why) => expect(readForm(form(more), ['Q/XCZC 002-2025'])).toEqual({ fault: { field, why } }))

  test('reads what is left out as nothing, days in other spellings, and numbers in any', () => {
    expect(readForm(form({ number: 'q/xczc 001—2025', published: '2025年6月', effective: '2025/10/01', replaces: 'Q/XCZC 001—2020' }), [])).toEqual({ fault: { field: 'published', why: 'day' } })
    expect(readForm(form({ number: 'q/xczc 001—2025', published: '2025年06月', effective: '2025/10/01', replaces: 'Q/XCZC 001—2020' }), [])).toEqual({
      fault: null,
      fields: { number: 'Q/XCZC 001-2025', title: '轴承套圈', owner: null, published: '2025-06', effective: '2025-10-01', withdrawn: null, replaces: 'Q/XCZC 001-2020', remark: null },
    })
  })

  test('sends what was changed, with what was seen', () => {
    const row: OwnStandard = { id: 'i', complex: 'c', number: 'Q/XCZC 001-2025', title: '旧', owner: null, published: '2025', effective: null, withdrawn: null, replaces: null, remark: '留', addedBy: 'u', addedAt: 1 }
    const read = readForm({ ...formOf(row), title: '新', remark: '' }, [])
    if (read.fault) throw new Error(read.fault.why)
    let n = 0
    expect(changesOf(row, read.fields, () => `id${++n}`)).toEqual({ title: { old: '旧', new: '新', conflict: 'id1' }, remark: { old: '留', new: null, conflict: 'id2' } })
    const same = readForm(formOf(row), [])
    if (same.fault) throw new Error(same.fault.why)
    expect(changesOf(row, same.fields, () => 'x')).toBeNull()
  })
})
