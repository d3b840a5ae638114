import { expect, test } from 'vitest'
import { ownStatus } from './own-status.ts'
import type { OwnStandard } from './own.ts'

const own = (more: Partial<OwnStandard>): OwnStandard => ({ id: '', complex: '', number: 'Q/XC 1-2020', title: '', owner: null, published: null, effective: null, withdrawn: null, replaces: null, remark: null, addedBy: '', addedAt: 0, ...more })
const on = (one: OwnStandard, others: OwnStandard[] = [], day = '2026-06-15') => {
  const { status, mark } = ownStatus(one, [one, ...others], day)
  return [status, mark]
}

test.each([
  ['no date', own({}), [], 'unknown', null],
  ['effective day reached', own({ effective: '2026-06-15' }), [], 'current', 'by-date'],
  ['effective day ahead', own({ published: '2026-01-01', effective: '2026-06-16' }), [], 'upcoming', 'by-date'],
  ['only published', own({ published: '2020-01-01' }), [], 'current', 'by-date'],
  ['withdrawn that day', own({ effective: '2020', withdrawn: '2026-06-15' }), [], 'withdrawn', null],
  ['a month that isn’t over', own({ effective: '2026-06' }), [], 'upcoming', 'by-month'],
  ['replaced by an own one in force', own({ effective: '2020' }), [own({ number: 'Q/XC 1-2026', replaces: 'Q/XC 1-2020', effective: '2026-05-01' })], 'replaced', null],
  ['replaced later on', own({ effective: '2020' }), [own({ number: 'Q/XC 1-2026', replaces: 'Q/XC 1-2020', effective: '2026-07-01' })], 'current', 'by-date'],
])('%s', (_, one, others, status, mark) => expect(on(one, others)).toEqual([status, mark]))
