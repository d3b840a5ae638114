import type { DayNumber, IsoDay } from '#shared/lib/dates.ts'
import { isoOf } from '#shared/lib/dates.ts'
import type { Status } from './standard.ts'
import { SOURCE_WORDS, STATUSES } from './standard.ts'
import { FACT, NONE, type StatusFacts } from './status-facts.ts'
import { explain, type StatusReason } from './status-reason.ts'

export { FACT, NONE, type StatusFacts }

/** A muted word after the badge: how the status was come by where the source doesn't print it plainly. */
export type StatusMark = 'by-date' | 'by-month' | 'by-year'

/** `revision`: a draft or an undated project is to replace it (修订中); its status stays what it is. */
export type Derived = { status: Status; mark: StatusMark | null; reason: StatusReason; revision: boolean }

/**
 * Position in STATUSES of the status on `day`; decisions.md "Standards". Allocates nothing: called for every record in one pass.
 *
 * A full successor in force decides before everything but a draft's own word; then a withdrawal day that is reached; then the start.
 * The catalogue's word speaks for `catalogueDay` and after: what it lists with a start still ahead is 即将实施. An earlier day before the
 * publication reads 制定中: whoever reads as of that day could not use it yet. A word 废止 or 被代替 without a day says for earlier days only what a dated successor shows.
 */
export const statusOn = (f: StatusFacts, day: DayNumber, catalogueDay: DayNumber): number => {
  if (f.word === WORD_DRAFT) return DRAFT
  if (f.fullSuccessor !== NONE && f.fullSuccessor <= day) return REPLACED
  if (f.withdrawn !== NONE && f.withdrawn <= day) return ended(f)
  const speaks = day >= catalogueDay
  if (f.start === NONE) return speaks ? byWord(f, day) : UNKNOWN
  return day < f.start ? beforeStart(f, day, speaks) : afterStart(f, day, speaks, catalogueDay)
}

/** The same status in words: with the mark that goes beside it and from what it follows. */
export const deriveStatus = (f: StatusFacts, day: DayNumber, catalogueDay: DayNumber): Derived => {
  const position = statusOn(f, day, catalogueDay)
  const status = STATUSES[position]
  return { status, mark: markOf(f, day, catalogueDay, position), reason: explain(f, day, catalogueDay, status), revision: (f.flags & FACT.REVISION) !== 0 }
}

const [DRAFT, UPCOMING, CURRENT, PARTLY, REPLACED, WITHDRAWN, UNKNOWN] = [0, 1, 2, 3, 4, 5, 6] as const
const WORD_DRAFT = SOURCE_WORDS.indexOf('draft')
const WORD_UPCOMING = SOURCE_WORDS.indexOf('upcoming')
const WORD_CURRENT = SOURCE_WORDS.indexOf('current')
const WORD_PARTLY = SOURCE_WORDS.indexOf('partly')
const WORD_REPLACED = SOURCE_WORDS.indexOf('replaced')
const WORD_WITHDRAWN = SOURCE_WORDS.indexOf('withdrawn')

/** Withdrawn with a successor named is replaced. */
const ended = (f: StatusFacts): number => (f.word === WORD_REPLACED || (f.flags & FACT.SUCCESSOR_UNDATED) !== 0 ? REPLACED : WITHDRAWN)

const inForce = (f: StatusFacts, day: DayNumber): number => (f.partSuccessor !== NONE && f.partSuccessor <= day ? PARTLY : CURRENT)

const byWord = (f: StatusFacts, day: DayNumber): number => {
  if (f.word === WORD_REPLACED || f.word === WORD_WITHDRAWN) return f.withdrawn === NONE ? ended(f) : inForce(f, day)
  if (f.word === WORD_PARTLY) return PARTLY
  if (f.word === WORD_UPCOMING) return UPCOMING
  return f.word === WORD_CURRENT ? inForce(f, day) : UNKNOWN
}

const beforeStart = (f: StatusFacts, day: DayNumber, speaks: boolean): number => {
  if (speaks) {
    if (f.withdrawn === NONE && (f.word === WORD_REPLACED || f.word === WORD_WITHDRAWN)) return ended(f)
    // Within a month or year that only says roughly when it starts, the catalogue knows better.
    if ((f.word === WORD_CURRENT || f.word === WORD_PARTLY) && inSpan(f.start, f.flags & FACT.START_MONTH, f.flags & FACT.START_YEAR, day)) return byWord(f, day)
    return UPCOMING
  }
  if (f.published === NONE) return UNKNOWN
  return f.published <= day ? UPCOMING : DRAFT
}

const afterStart = (f: StatusFacts, day: DayNumber, speaks: boolean, catalogueDay: DayNumber): number => {
  if (f.word === WORD_REPLACED || f.word === WORD_WITHDRAWN) {
    if (f.withdrawn !== NONE) return inForce(f, day)
    if (speaks) return ended(f)
    return f.fullSuccessor !== NONE && f.fullSuccessor <= catalogueDay ? inForce(f, day) : UNKNOWN
  }
  const standing = inForce(f, day)
  if (f.word === WORD_PARTLY && standing === CURRENT) return speaks ? PARTLY : UNKNOWN
  return f.word === -1 && f.fullSuccessor === NONE && (f.flags & FACT.SUCCESSOR_UNDATED) !== 0 ? UNKNOWN : standing
}

const inSpan = (last: DayNumber, month: number, year: number, day: DayNumber): boolean => day < last && (month | year) !== 0 && day >= firstDay(last, year !== 0)

/** First day of the month or year whose last day is given. */
const firstDay = (last: DayNumber, year: boolean): DayNumber => {
  const iso = isoOf(last)
  return last + 1 - (year ? dayOfYear(iso) : +iso.slice(8))
}
const dayOfYear = (lastOfYear: IsoDay): number => (isLeap(+lastOfYear.slice(0, 4)) ? 366 : 365)
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** By month or year only where the first day of that span would give another status; by date where no word of a source says it. */
const markOf = (f: StatusFacts, day: DayNumber, catalogueDay: DayNumber, status: number): StatusMark | null => {
  const { flags } = f
  const depends = (last: DayNumber, month: number, year: number, moved: (first: DayNumber) => StatusFacts): StatusMark | null => {
    if (last === NONE || !inSpan(last, flags & month, flags & year, day)) return null
    return statusOn(moved(firstDay(last, (flags & year) !== 0)), day, catalogueDay) === status ? null : (flags & year) !== 0 ? 'by-year' : 'by-month'
  }
  const sameStart = (flags & FACT.START_PUBLISHED) !== 0
  return (
    depends(f.fullSuccessor, FACT.SUCCESSOR_MONTH, FACT.SUCCESSOR_YEAR, fullSuccessor => ({ ...f, fullSuccessor })) ??
    depends(f.withdrawn, FACT.WITHDRAWN_MONTH, FACT.WITHDRAWN_YEAR, withdrawn => ({ ...f, withdrawn })) ??
    depends(f.start, FACT.START_MONTH, FACT.START_YEAR, start => ({ ...f, start, published: sameStart ? start : f.published })) ??
    (sameStart ? null : depends(f.published, FACT.PUBLISHED_MONTH, FACT.PUBLISHED_YEAR, published => ({ ...f, published }))) ??
    depends(f.partSuccessor, FACT.PART_MONTH, FACT.PART_YEAR, partSuccessor => ({ ...f, partSuccessor })) ??
    byDate(f, day, catalogueDay, status)
  )
}

const byDate = (f: StatusFacts, day: DayNumber, catalogueDay: DayNumber, status: number): StatusMark | null => {
  if (status > PARTLY) return null
  if (f.word === -1 || (status === DRAFT && f.word !== WORD_DRAFT)) return 'by-date'
  const derivedEnd = (f.word === WORD_REPLACED || f.word === WORD_WITHDRAWN) && f.withdrawn === NONE && f.start !== NONE && f.start <= day && day < catalogueDay
  return derivedEnd ? 'by-date' : null
}
