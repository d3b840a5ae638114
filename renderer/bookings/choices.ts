import type { Instant, Resource } from '#shared/bookings/booking.ts'
import { lengthsFor, startsOn } from '#shared/bookings/day.ts'
import { alternativesBetween, type Neighbours, neighboursOf } from '#shared/bookings/order.ts'
import { liveSlots, resourcesOf, wantedIn } from '#shared/bookings/room.ts'
import { type Every, seriesLength, seriesOf, type Skipped } from '#shared/bookings/series.ts'
import type { Piece } from '#shared/bookings/slots.ts'
import { DAY, midnightOf } from '#shared/bookings/times.ts'
import { waitersOf } from '#shared/bookings/waiting.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { DeskReads } from '../db/live.ts'
import type { Shape } from './asked.ts'

/** `start`: the time that is chosen now. `moving`: a booking whose own time counts as free. `again`: how often it comes, null = once. */
export type Question = { shape: Shape; day: IsoDay; start: Instant | null; now: Instant; moving: string | null; again: { every: Every; count: number } | null }

/**
 * What can be asked for: lengths in minutes, the starts of the day, the three earliest free ones of the next four weeks, how many wait
 * for the chosen time already, and the starts of a series with what falls out of it. `around`: the steps of its chain between which it has to lie.
 */
export type Choices = { resources: Resource[]; lengths: number[]; starts: { start: Instant; free: boolean }[]; earliest: Instant[]; waiting: number; series: { starts: Instant[]; skipped: Skipped[] } | null; around: Neighbours }

/** For live queries: awaits nothing but `reads`. null: a resource is not known here, or none was named. */
export const choicesFor = async (reads: DeskReads, { shape, day, start, now, moving, again }: Question): Promise<Choices | null> => {
  const ids = shape.map(({ resource }) => resource)
  const resources = await resourcesOf(reads, ids)
  if (!resources?.length) return null
  const moved = moving === null ? undefined : await reads.get('bookings', moving)
  const around = moved ? await neighboursOf(reads, moved) : { before: null, behind: null }
  const own = moving === null ? [] : (await liveSlots(reads, moving)).map(({ id }) => id)
  const pieces = shape.map(({ after, length }, i): Piece => ({ resource: resources[i], after, length }))
  const wanted = await wantedIn(reads, pieces, midnightOf(day), midnightOf(day) + DAY, own)
  const end = (at: Instant): Instant => Math.max(...shape.map(({ after, length }) => at + after + length))
  return {
    resources,
    lengths: lengthsFor(resources),
    starts: startsOn(wanted, day, Math.max(now, around.before?.end ?? now)).filter(({ start: at }) => !around.behind || end(at) <= around.behind.start),
    earliest: await alternativesBetween(reads, around, pieces, now, own),
    around,
    waiting: start === null ? 0 : (await waitersOf(reads, ids, { start, end: end(start) })).length,
    series: start === null || !again ? null : seriesOf(await wantedIn(reads, pieces, start, start + seriesLength(again.every, again.count)), start, again.every, again.count),
  }
}

/** The start to stand at in new choices: the same time of day where it is offered, free rather than full; null = none that day. */
export const startIn = (starts: Choices['starts'], before: Instant | null): Instant | null => {
  const same = before === null ? undefined : starts.find(({ start }) => (start - before) % DAY === 0)
  return (same ?? starts.find(({ free }) => free) ?? starts[0])?.start ?? null
}
