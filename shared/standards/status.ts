import type { DayNumber } from '#shared/lib/dates.ts'
import type { Status } from './standard.ts'

/** A muted word after the badge: how the status was come by where the source doesn't print it plainly. */
export type StatusMark = 'by-date' | 'by-month' | 'by-year'

/** Dates as day numbers; NONE = not known. What a segment bakes per record: dates, never a status. */
export type StatusFacts = {
  /** Position in SOURCE_WORDS, or -1 where the source prints none. */
  word: number
  published: DayNumber
  /** Effective day, else the published one. */
  start: DayNumber
  withdrawn: DayNumber
  /** First day on which a full (or a partial) successor is in force. */
  fullSuccessor: DayNumber
  partSuccessor: DayNumber
  /** See the bits below. */
  flags: number
}
export const NONE: DayNumber = -0x80000000

export type Derived = { status: Status; mark: StatusMark | null; reason: StatusReason }
export type StatusReason = { code: string }
