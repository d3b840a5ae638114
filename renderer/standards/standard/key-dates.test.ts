import { describe, expect, it } from 'vitest'
import type { Detail } from '#shared/standards/detail.ts'
import type { Standard, Status } from '#shared/standards/standard.ts'
import { keyDates, spanOf } from './key-dates.ts'

const detail = (standard: Partial<Standard>, status: Status = 'current', own: { from: string | null; until: string | null } = { from: null, until: null }): Detail => ({
  doc: 0,
  standard: { number: 'GB 17120-2025', key: 'GB 17120', recognised: true, year: 2025, kind: 'gb', titles: {}, word: null, replaces: [], replacedBy: [], adopts: [], ics: [], ccs: [], sources: [], ...standard },
  derived: { status, mark: null, reason: { code: 'no-date' }, revision: false },
  editions: [{ number: 'GB 17120-2025', held: true, title: null, published: null, derived: null, replacesFull: [], replacesPart: [], ...own }],
  replacedFull: [], replacedPart: [], partlyReplacedBy: [], adoptedBy: [], sameIcs: [], classNames: { ics: {}, ccs: {} },
})

describe('keyDates', () => {
  it('counts the days of transition and those in force', () => {
    expect(keyDates(detail({ published: '2025-10-05', effective: '2026-05-01' }), '2026-11-24')).toEqual([
      { key: 'published', value: '2025-10-05' },
      { key: 'effective', value: '2026-05-01' },
      { key: 'transition', days: 208 },
      { key: 'running', days: 207 },
    ])
  })

  it('counts the days to go', () => {
    expect(keyDates(detail({ effective: '2027-03-01' }, 'upcoming'), '2026-11-24').at(-1)).toEqual({ key: 'until', days: 97 })
  })

  it('counts nothing from a month, and says what is not stated', () => {
    expect(keyDates(detail({ published: '2020-05' }), '2026-11-24')).toEqual([{ key: 'published', value: '2020-05' }, { key: 'effective', value: null }])
  })

  it('says how long a replaced one ran', () => {
    expect(keyDates(detail({}, 'replaced', { from: '2013-10-01', until: '2026-05-01' }), '2026-11-24').at(-1)).toEqual({ key: 'ran', span: { years: 12, months: 7 } })
  })
})

it('has no span backwards', () => {
  expect(spanOf('2020-01-01', '2019-01-01')).toBeNull()
  expect(spanOf('1998-05-01', '2013-10-01')).toEqual({ years: 15, months: 5 })
})
