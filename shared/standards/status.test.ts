import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, isoOf, lastDay, precisionOf, type LooseDate } from '#shared/lib/dates.ts'
import { SOURCE_WORDS, STATUSES, type SourceWord, type Status } from './standard.ts'
import { deriveStatus, FACT, NONE, statusOn, type StatusFacts, type StatusMark } from './status.ts'
import type { StatusReason } from './status-reason.ts'

type Known = { word?: SourceWord; published?: LooseDate; effective?: LooseDate; withdrawn?: LooseDate; successor?: LooseDate; part?: LooseDate; undated?: true; inferred?: true; revision?: true }

/** The catalogue speaks for 2026-11-20, today is 2026-11-24. */
const CATALOGUE = '2026-11-20'
const TODAY = '2026-11-24'

const factsOf = ({ word, published, effective, withdrawn, successor, part, undated, inferred, revision }: Known): StatusFacts => {
  const start = effective ?? published
  const bit = (date: LooseDate | undefined, month: number, year: number): number => (date === undefined ? 0 : { day: 0, month, year }[precisionOf(date)])
  const day = (date: LooseDate | undefined): number => (date === undefined ? NONE : lastDay(date))
  return {
    word: word === undefined ? -1 : SOURCE_WORDS.indexOf(word),
    published: day(published),
    start: day(start),
    withdrawn: day(withdrawn),
    fullSuccessor: day(successor),
    partSuccessor: day(part),
    flags:
      (effective === undefined && published !== undefined ? FACT.START_PUBLISHED : 0) |
      bit(published, FACT.PUBLISHED_MONTH, FACT.PUBLISHED_YEAR) |
      bit(start, FACT.START_MONTH, FACT.START_YEAR) |
      bit(withdrawn, FACT.WITHDRAWN_MONTH, FACT.WITHDRAWN_YEAR) |
      bit(successor, FACT.SUCCESSOR_MONTH, FACT.SUCCESSOR_YEAR) |
      bit(part, FACT.PART_MONTH, FACT.PART_YEAR) |
      (undated ? FACT.SUCCESSOR_UNDATED : 0) |
      (inferred ? FACT.SUCCESSOR_INFERRED : 0) |
      (revision ? FACT.REVISION : 0),
  }
}

const derive = (known: Known, day = TODAY): ReturnType<typeof deriveStatus> => deriveStatus(factsOf(known), dayNumber(day), dayNumber(CATALOGUE))

type Case = [what: string, known: Known, day: string, status: Status, reason: StatusReason['code'], mark?: StatusMark]
const check = (cases: Case[]): void => {
  it.each(cases)('%s', (_, known, day, status, reason, mark) => {
    expect(derive(known, day)).toMatchObject({ status, mark: mark ?? null, reason: { code: reason } })
  })
}

describe('national standards with days', () => {
  const current: Known = { word: 'current', published: '2009-06-11', effective: '2010-01-01' }
  const upcoming: Known = { word: 'upcoming', published: '2025-10-05', effective: '2026-05-01' }
  const ahead: Known = { word: 'upcoming', published: '2026-02-27', effective: '2027-03-01' }
  check([
    ['in force', current, TODAY, 'current', 'in-force'],
    ['in force on its first day', current, '2010-01-01', 'current', 'in-force'],
    ['published, not yet in force', current, '2009-12-31', 'upcoming', 'not-started'],
    ['not published yet', current, '2009-06-10', 'draft', 'not-published', 'by-date'],
    ['即将实施 and the day reached', upcoming, TODAY, 'current', 'start-reached'],
    ['即将实施 and the day ahead', ahead, TODAY, 'upcoming', 'not-started'],
    ['即将实施 read on its first day', ahead, '2027-03-01', 'current', 'start-reached'],
    ['即将实施 without any day', { word: 'upcoming' }, TODAY, 'upcoming', 'word'],
    ['现行 with a future start', { word: 'current', published: '2026-02-27', effective: '2027-03-01' }, TODAY, 'upcoming', 'not-started'],
    ['现行 with a future withdrawal', { ...current, withdrawn: '2027-09-01' }, TODAY, 'current', 'in-force'],
    ['and from that day on', { ...current, withdrawn: '2027-09-01' }, '2027-09-01', 'withdrawn', 'withdrawn-on'],
    ['published after the start (dirty)', { word: 'current', published: '2011-02-01', effective: '2011-01-01' }, TODAY, 'current', 'in-force'],
    ['only an effective day, before it', { word: 'current', effective: '2017-10-01' }, '2017-09-30', 'unknown', 'before-start'],
    ['only an effective day, ahead', { effective: '2027-10-01' }, TODAY, 'upcoming', 'not-started', 'by-date'],
  ])
})

describe('replaced', () => {
  const old: Known = { word: 'current', published: '2012-11-05', effective: '2013-10-01', successor: '2026-05-01' }
  check([
    ['successor in force though the catalogue says 现行', old, TODAY, 'replaced', 'successor'],
    ['the day before, still in force', old, '2026-04-30', 'current', 'in-force'],
    ['successor in force though the catalogue says 废止', { ...old, word: 'withdrawn', withdrawn: '2026-05-01' }, TODAY, 'replaced', 'successor'],
    ['successor ahead', { ...old, successor: '2027-03-01' }, TODAY, 'current', 'in-force'],
    ['no word, successor in force', { published: '2011-12-30', effective: '2012-09-01', successor: '2025-04-01' }, TODAY, 'replaced', 'successor'],
    ['withdrawn long before its successor starts', { word: 'withdrawn', effective: '2001-01-01', published: '2000-07-01', withdrawn: '2010-01-01', successor: '2015-01-01' }, '2012-01-01', 'withdrawn', 'withdrawn-on'],
    ['withdrawn day reached and a successor named without date', { word: 'withdrawn', published: '2000-01-01', withdrawn: '2010-01-01', undated: true }, TODAY, 'replaced', 'replaced-on'],
    ['废止, successor named without date', { word: 'withdrawn', published: '2000-01-01', undated: true }, TODAY, 'replaced', 'word'],
    ['IEC replaced, with its withdrawal day', { word: 'replaced', published: '1989-11-30', withdrawn: '2001-05-17' }, TODAY, 'replaced', 'replaced-on'],
    ['before that day', { word: 'replaced', published: '1989-11-30', withdrawn: '2001-05-17' }, '2001-05-16', 'current', 'ended-later'],
    ['IEC replaced, next edition inferred', { word: 'replaced', published: '1989-11-30', successor: '2001-05-17', inferred: true }, TODAY, 'replaced', 'successor'],
    ['replaced without any day', { word: 'replaced' }, TODAY, 'replaced', 'word'],
    ['no word, a successor named without date', { published: '2012-01-01', undated: true }, TODAY, 'unknown', 'successor-undated'],
    ['现行, a successor named without date', { word: 'current', published: '2012-01-01', undated: true }, TODAY, 'current', 'in-force'],
    ['only a draft to follow', { word: 'current', published: '2015-09', revision: true }, TODAY, 'current', 'in-force'],
  ])

  it('notes the draft', () => {
    expect(derive({ word: 'current', published: '2015-09', revision: true }).revision).toBe(true)
    expect(derive({ word: 'current', published: '2015-09' }).revision).toBe(false)
  })
})

describe('the word speaks from the catalogue date on only', () => {
  check([
    ['withdrawn without a day, today', { word: 'withdrawn', published: '1994-10-31' }, TODAY, 'withdrawn', 'word'],
    ['on the catalogue date', { word: 'withdrawn', published: '1994-10-31' }, CATALOGUE, 'withdrawn', 'word'],
    ['the day before', { word: 'withdrawn', published: '1994-10-31' }, '2026-11-19', 'unknown', 'end-undated'],
    ['ISO withdrawn, as of a day between start and successor', { word: 'withdrawn', published: '2000-12', successor: '2008-11' }, '2005-06-15', 'current', 'ended-later', 'by-date'],
    ['ISO withdrawn, successor in force', { word: 'withdrawn', published: '2000-12', successor: '2008-11' }, '2010-01-01', 'replaced', 'successor'],
    ['no dates, today', { word: 'current' }, TODAY, 'current', 'word'],
    ['no dates, a past day', { word: 'current' }, '2020-01-01', 'unknown', 'word-later'],
    ['no dates and no word', {}, TODAY, 'unknown', 'no-date'],
    ['no dates and no word, a past day', {}, '2020-01-01', 'unknown', 'no-date'],
    ['withdrawn, only the withdrawal day, before it', { word: 'withdrawn', withdrawn: '2017-03-23' }, '2010-01-01', 'unknown', 'word-later'],
    ['withdrawn in the future, no start', { word: 'withdrawn', withdrawn: '2027-03-23' }, TODAY, 'current', 'not-ended'],
    ['partly valid, today', { word: 'partly', published: '1998-04-21', effective: '1999-01-01' }, TODAY, 'partly', 'word'],
    ['partly valid, a past day', { word: 'partly', published: '1998-04-21', effective: '1999-01-01' }, '2005-01-01', 'unknown', 'end-undated'],
    ['a part replaced', { word: 'current', published: '2010-09-27', effective: '2011-01-01', part: '2026-01-01' }, TODAY, 'partly', 'part-successor'],
    ['before that', { word: 'current', published: '2010-09-27', effective: '2011-01-01', part: '2026-01-01' }, '2025-12-31', 'current', 'in-force'],
    ['draft', { word: 'draft' }, TODAY, 'draft', 'word'],
    ['draft with the date of its base', { word: 'draft', published: '2019', successor: '2020-01-01' }, TODAY, 'draft', 'word'],
  ])
})

describe('no word at all', () => {
  check([
    ['start reached', { published: '2007-05-29', effective: '2007-11-01' }, TODAY, 'current', 'in-force', 'by-date'],
    ['published day only', { published: '2010' }, TODAY, 'current', 'in-force', 'by-date'],
    ['start ahead', { published: '2026-01-01', effective: '2027-01-01' }, TODAY, 'upcoming', 'not-started', 'by-date'],
    ['withdrawal day reached', { published: '2010-01-01', withdrawn: '2020-01-01' }, TODAY, 'withdrawn', 'withdrawn-on'],
  ])
})

describe('dates less exact than a day', () => {
  const month: Known = { word: 'withdrawn', published: '2000-12', successor: '2008-11' }
  check([
    ['the last day of the month certainly', month, '2008-11-30', 'replaced', 'successor'],
    ['within the month it depends', month, '2008-11-29', 'current', 'ended-later', 'by-month'],
    ['on its first day it depends', month, '2008-11-01', 'current', 'ended-later', 'by-month'],
    ['the day before it does not', month, '2008-10-31', 'current', 'ended-later', 'by-date'],
    ['within the month of publication', { word: 'current', published: '2015-09' }, '2015-09-10', 'draft', 'not-published', 'by-month'],
    ['within the year of publication', { word: 'current', published: '1983' }, '1983-01-01', 'draft', 'not-published', 'by-year'],
    ['after it', { word: 'current', published: '1983' }, '1983-12-31', 'current', 'in-force'],
    ['long after', { word: 'current', published: '1983' }, TODAY, 'current', 'in-force'],
    ['within the month, the catalogue knows better', { word: 'current', published: '2026-11' }, TODAY, 'current', 'word'],
    ['withdrawn within a year', { word: 'withdrawn', published: '1983', withdrawn: '2008' }, '2008-06-01', 'current', 'ended-later', 'by-year'],
    ['part successor within a month', { word: 'current', published: '2001-01-01', part: '2008-02' }, '2008-02-10', 'current', 'in-force', 'by-month'],
    ['a successor in the year of the start', { word: 'withdrawn', published: '1975-02', successor: '1975' }, '1975-06-01', 'current', 'ended-later', 'by-year'],
  ])
})

const anyDate = fc.option(fc.oneof(fc.integer({ min: -4000, max: 24000 }).map(isoOf), fc.integer({ min: 1980, max: 2030 }).map(String), fc.tuple(fc.integer({ min: 1980, max: 2030 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`)), { nil: undefined })
const anyFacts: fc.Arbitrary<StatusFacts> = fc
  .record({ word: fc.option(fc.constantFrom(...SOURCE_WORDS), { nil: undefined }), published: anyDate, effective: anyDate, withdrawn: anyDate, successor: anyDate, part: anyDate, undated: fc.boolean() })
  .map(({ undated, ...rest }) => factsOf({ ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)), ...(undated && { undated }) }))
const anyDay = fc.integer({ min: -4000, max: 24000 })

describe('properties', () => {
  it('both functions give one status, and the reason has real dates', () => {
    fc.assert(fc.property(anyFacts, anyDay, anyDay, (facts, day, catalogueDay) => {
      const derived = deriveStatus(facts, day, catalogueDay)
      expect(STATUSES[statusOn(facts, day, catalogueDay)]).toBe(derived.status)
      for (const value of Object.values(derived.reason)) if (typeof value === 'string' && /^\d/.test(value)) expect(value).toMatch(/^(19|20)\d\d(-\d\d(-\d\d)?)?$/)
    }), { numRuns: 2000 })
  })

  it('a full successor in force is 被代替 for all but drafts, whatever else is known', () => {
    fc.assert(fc.property(anyFacts, anyDay, anyDay, (facts, day, catalogueDay) => {
      fc.pre(facts.word !== 0 && facts.fullSuccessor !== NONE && facts.fullSuccessor <= day)
      expect(STATUSES[statusOn(facts, day, catalogueDay)]).toBe('replaced')
    }))
  })

  it('exact dates are never marked by month or year', () => {
    fc.assert(fc.property(anyFacts, anyDay, anyDay, (facts, day, catalogueDay) => {
      const exact = { ...facts, flags: facts.flags & (FACT.START_PUBLISHED | FACT.SUCCESSOR_UNDATED) }
      expect(['by-date', null]).toContain(deriveStatus(exact, day, catalogueDay).mark)
    }))
  })

  it('a word changes nothing for days before the catalogue date, but that of a draft and of an ended one', () => {
    fc.assert(fc.property(anyFacts, anyDay, fc.integer({ min: 1, max: 9000 }), (facts, day, later) => {
      const status = (word: SourceWord): number => statusOn({ ...facts, flags: facts.flags & ~FACT.SUCCESSOR_UNDATED, word: SOURCE_WORDS.indexOf(word) }, day, day + later)
      expect(status('current')).toBe(status('upcoming'))
    }))
  })
})
