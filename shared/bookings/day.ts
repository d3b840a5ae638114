// One resource's day, and the times that can be asked for.
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Reads } from '#shared/sync/tx.ts'
import { type Booking, type BookingTables, type ClosureKind, type Instant, partsOf, type Resource, type ResourceBusy } from './booking.ts'
import { type Calendar, readCalendar, type Span } from './calendar.ts'
import { busyIn } from './room.ts'
import { closedOf, nextFree, takenOf, type Wanted } from './slots.ts'
import { DAY, MINUTE, midnightOf } from './times.ts'

/** `unseen`: time taken by bookings that may not be seen here, or closed. `free`: where at least the shortest booking has room, from `now` on. */
export type Day = { bookings: Booking[]; unseen: Unseen[]; free: Span[]; calendar: Calendar }
/** `reason`, `closure`: why it is closed and for what, where that is known here. */
export type Unseen = ResourceBusy & { reason: string | null; closure?: ClosureKind }

/** Bookings of the day by start, ended ones too; those that were moved away are not of it. */
export const readDay = async (reads: Reads<BookingTables>, resource: Resource, day: IsoDay, now: Instant): Promise<Day> => {
  const from = midnightOf(day)
  const to = from + DAY
  const busy = await busyIn(reads, resource, from, to)
  const calendar = await readCalendar(reads, resource.complex, from, to)
  const bookings = new Map<string, Booking>()
  const unseen: Unseen[] = []
  for (const row of busy) {
    const slot = await reads.get('booking_slots', row.id)
    const booking = slot?.booking ? await reads.get('bookings', slot.booking) : undefined
    if (!booking) {
      if (row.kind !== 'free' && row.from < to && row.to > from) unseen.push({ ...row, reason: slot?.reason ?? null, ...(slot?.closure && { closure: slot.closure }) })
    } else if (partsOf(booking).some(part => part.resource === resource.id && part.start < to && part.end > from)) bookings.set(booking.id, booking)
  }
  return { bookings: [...bookings.values()].sort((a, b) => a.start - b.start || a.by.at - b.by.at), unseen, free: freeTimes({ resource, taken: takenOf(busy), calendar }, Math.max(from, now), to), calendar }
}

/**
 * Free times between two instants, joined from pieces of the resource's grid, buffers kept. With several lanes a booking as long as
 * the whole may still find no single lane: the command says.
 */
export const freeTimes = (of: Pick<Wanted, 'resource' | 'taken' | 'calendar'>, from: Instant, until: Instant): Span[] => {
  const piece = of.resource.granuleMin * MINUTE
  const joined: Span[] = []
  for (const start of nextFree([{ ...of, after: 0, length: piece }], from, until, Infinity)) {
    const last = joined.at(-1)
    if (last?.to === start) last.to = start + piece
    else joined.push({ from: start, to: start + piece })
  }
  return joined
}

/** Every start of a day at which all resources are open for their pieces, and whether they are free then. None before `now`. */
export const startsOn = (wanted: readonly Wanted[], day: IsoDay, now: Instant): { start: Instant; free: boolean }[] => {
  const from = Math.max(midnightOf(day), now)
  const until = midnightOf(day) + DAY
  const free = new Set(nextFree(wanted, from, until, Infinity))
  return nextFree(wanted.map(one => ({ ...one, taken: closedOf(one.taken) })), from, until, Infinity).map(start => ({ start, free: free.has(start) }))
}

/** Lengths to choose from, in minutes: whole pieces of the coarsest grid, up to the longest opening of all. */
export const lengthsFor = (resources: readonly Resource[]): number[] => {
  const piece = Math.max(...resources.map(({ granuleMin }) => granuleMin))
  const longest = Math.min(...resources.map(({ hours }) => Math.max(0, ...hours.map(({ from, to }) => to - from))))
  return PIECES.map(pieces => pieces * piece).filter(minutes => minutes <= longest)
}
const PIECES = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 32, 48, 96]
