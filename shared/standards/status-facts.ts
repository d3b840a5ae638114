import type { DayNumber } from '#shared/lib/dates.ts'

/** Dates as day numbers, less exact ones as their last day; NONE = not known. What a segment bakes per record: dates, never a status. */
export type StatusFacts = {
  /** Position in SOURCE_WORDS, or -1 where the source prints none. */
  word: number
  published: DayNumber
  /** Effective day, else the published one. */
  start: DayNumber
  withdrawn: DayNumber
  /** First day on which a full (or a partial) successor is in force; drafts and undated projects don't count. */
  fullSuccessor: DayNumber
  partSuccessor: DayNumber
  /** Bits of FACT; 14 of them, so that they fit a Uint16Array. */
  flags: number
}
export const NONE: DayNumber = -0x80000000

export const FACT = {
  /** `start` is the published day: no effective one is stated. */
  START_PUBLISHED: 1,
  PUBLISHED_MONTH: 1 << 1,
  PUBLISHED_YEAR: 1 << 2,
  START_MONTH: 1 << 3,
  START_YEAR: 1 << 4,
  WITHDRAWN_MONTH: 1 << 5,
  WITHDRAWN_YEAR: 1 << 6,
  SUCCESSOR_MONTH: 1 << 7,
  SUCCESSOR_YEAR: 1 << 8,
  PART_MONTH: 1 << 9,
  PART_YEAR: 1 << 10,
  /** A full successor is named (no draft), but from when it holds isn't known. */
  SUCCESSOR_UNDATED: 1 << 11,
  /** The full successor isn't named by any source: it is the next edition of the same standard. */
  SUCCESSOR_INFERRED: 1 << 12,
  /** A draft or an undated project is to replace it (修订中). */
  REVISION: 1 << 13,
} as const
