import type { Instant, Resource } from '#shared/bookings/booking.ts'
import { lengthsFor, startsOn } from '#shared/bookings/day.ts'
import { alternatives, liveSlots, resourcesOf, wantedIn } from '#shared/bookings/room.ts'
import { DAY, MINUTE, midnightOf } from '#shared/bookings/times.ts'
import { waitersOf } from '#shared/bookings/waiting.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { DeskReads } from '../db/live.ts'

/** `start`: the time that is chosen now. `moving`: a booking whose own time counts as free. */
export type Question = { resources: readonly string[]; minutes: number; day: IsoDay; start: Instant | null; now: Instant; moving: string | null }

/** What can be asked for: lengths in minutes, the starts of the day, the three earliest free ones of the next four weeks, and how many wait for the chosen time already. */
export type Choices = { resources: Resource[]; lengths: number[]; starts: { start: Instant; free: boolean }[]; earliest: Instant[]; waiting: number }

/** For live queries: awaits nothing but `reads`. null: a resource is not known here, or none was named. */
export const choicesFor = async (reads: DeskReads, { resources: ids, minutes, day, start, now, moving }: Question): Promise<Choices | null> => {
  const resources = await resourcesOf(reads, ids)
  if (!resources?.length) return null
  const own = moving === null ? [] : (await liveSlots(reads, moving)).map(({ id }) => id)
  const wanted = await wantedIn(reads, resources, midnightOf(day), midnightOf(day) + DAY, own)
  const length = minutes * MINUTE
  return {
    resources,
    lengths: lengthsFor(resources),
    starts: startsOn(wanted, length, day, now),
    earliest: await alternatives(reads, resources, { start: now, end: now + length }, own),
    waiting: start === null ? 0 : (await waitersOf(reads, ids, { start, end: start + length })).length,
  }
}

/** The start to stand at in new choices: the same time of day where it is offered, free rather than full; null = none that day. */
export const startIn = (starts: Choices['starts'], before: Instant | null): Instant | null => {
  const same = before === null ? undefined : starts.find(({ start }) => (start - before) % DAY === 0)
  return (same ?? starts.find(({ free }) => free) ?? starts[0])?.start ?? null
}
