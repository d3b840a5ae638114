import { lastDay, type LooseDate } from '#shared/lib/dates.ts'
import type { Standard } from '../standard.ts'
import { compactNumber } from './number-keys.ts'

/** The static rank: newest first by publication (where that isn't stated by effective day), undated last, then by number. No day of reading changes it. */
export const byRank = (standards: readonly Standard[]): Standard[] => {
  const rows = standards.map(standard => ({ standard, day: dayOf(standard.published ?? standard.effective), sort: sortableNumber(standard.number) }))
  rows.sort((a, b) => (a.day === b.day ? 0 : b.day - a.day) || compare(a.sort, b.sort) || compare(a.standard.number, b.standard.number))
  return rows.map(row => row.standard)
}

const dayOf = (date: LooseDate | undefined): number => (date === undefined ? -Infinity : lastDay(date))

/** Positions in order of the numbers, digits by value: GB 2, GB 10, GB/T 2. */
export const byNumber = (standards: readonly Standard[]): Uint32Array => {
  const sortable = standards.map(standard => sortableNumber(standard.number))
  return Uint32Array.from(sortable.keys()).sort((a, b) => compare(sortable[a], sortable[b]) || a - b)
}

/** Letters first, then digits padded, so that plain comparison counts. */
const sortableNumber = (number: string): string => compactNumber(number).replace(/\d+/g, digits => digits.padStart(8, '0'))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
