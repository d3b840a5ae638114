import type { Instant, Resource } from '#shared/bookings/booking.ts'
import { roomIn, wantedIn } from '#shared/bookings/room.ts'
import { nextFree, wholeOf } from '#shared/bookings/slots.ts'
import { DAY, MINUTE } from '#shared/bookings/times.ts'
import type { DeskReads } from '../../db/live.ts'

/** A time to choose; one that was shown and is taken meanwhile keeps its place. */
export type Suggestion = { start: Instant; taken: boolean }
export const SUGGESTIONS = 4
const FOUR_WEEKS = 28 * DAY

/** The earliest four free times of the next four weeks, behind those `shown` before. For live queries: awaits nothing but `reads`. */
export const suggestionsFor = async (reads: DeskReads, resource: Resource, minutes: number, now: Instant, shown: readonly Instant[]): Promise<Suggestion[]> => {
  const length = minutes * MINUTE
  const wanted = await wantedIn(reads, wholeOf([resource], length), now, now + FOUR_WEEKS)
  const isFree = (start: Instant): boolean => start >= now && roomIn(wanted, start) !== null
  return merged(shown.map(start => ({ start, taken: !isFree(start) })), apart(nextFree(wanted, now, now + FOUR_WEEKS, LOOKED_AT), length))
}

/** Those that don't overlap: four that begin within one hour are no choice. */
export const apart = (starts: readonly Instant[], length: number): Instant[] => {
  const found: Instant[] = []
  for (const start of starts) if (found.length < SUGGESTIONS && (found.length === 0 || start >= found.at(-1)! + length)) found.push(start)
  return found
}
/** Enough for four in a row on the finest grid of the longest days. */
const LOOKED_AT = 500

/** Nothing that was shown vanishes or moves; fresh ones come behind until four are free. */
export const merged = (shown: readonly Suggestion[], free: readonly Instant[]): Suggestion[] => {
  const all = [...shown]
  for (const start of free) if (all.filter(({ taken }) => !taken).length < SUGGESTIONS && !all.some(one => one.start === start)) all.push({ start, taken: false })
  return all
}
