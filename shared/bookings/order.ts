// A booked step among those of its chain: what has to be over before it begins, and what waits for its end.
import type { Lock } from '#shared/sync/command.ts'
import type { Reads } from '#shared/sync/tx.ts'
import { type Booking, type BookingTables, type Instant, OPEN_STATUSES } from './booking.ts'
import { alternatives, type Time } from './room.ts'
import type { Piece } from './slots.ts'

/** The step before that ends last, and the one behind that begins first; null = there is none. What is over or given up binds nobody. */
export type Neighbours = { before: Booking | null; behind: Booking | null }

export const neighboursOf = async (reads: Reads<BookingTables>, booking: Booking): Promise<Neighbours> => {
  const before: Booking[] = []
  for (const id of booking.after ?? []) {
    const row = await reads.get('bookings', id)
    if (row && binds(row)) before.push(row)
  }
  const behind = await waitingFor(reads, booking)
  return { before: before.sort((a, b) => b.end - a.end)[0] ?? null, behind: behind[0] ?? null }
}

/** Steps that wait for this one to be over, by start. */
export const waitingFor = async (reads: Reads<BookingTables>, { id, batch }: Pick<Booking, 'id' | 'batch'>): Promise<Booking[]> =>
  batch ? (await reads.listBy('bookings', 'batch', batch)).filter(one => binds(one) && one.after?.includes(id)).sort((a, b) => a.start - b.start) : []

const binds = ({ status }: Booking): boolean => OPEN_STATUSES.some(one => one === status)

/** `step`: the one in the way. `least`: it is over no sooner; `most`: it begins then. */
export type OutOfOrder = { code: 'step-order'; step: string; least: Instant } | { code: 'step-order'; step: string; most: Instant }

/** null = the time keeps the order of the chain. */
export const outOfOrder = ({ before, behind }: Neighbours, { start, end }: Time): OutOfOrder | null => {
  if (before && start < before.end) return { code: 'step-order', step: before.id, least: before.end }
  return behind && end > behind.start ? { code: 'step-order', step: behind.id, most: behind.start } : null
}

/** Free times of the same shape that keep the order too. */
export const alternativesBetween = async (reads: Reads<BookingTables>, { before, behind }: Neighbours, pieces: readonly Piece[], from: Instant, except: readonly string[]): Promise<Instant[]> => {
  const length = Math.max(...pieces.map(piece => piece.after + piece.length))
  return (await alternatives(reads, pieces, Math.max(from, before?.end ?? from), except)).filter(start => !behind || start + length <= behind.start)
}

/** What must stand still while the order is looked at. */
export const orderLocks = async (reads: Reads<BookingTables>, id: string): Promise<Lock[]> => {
  const booking = await reads.get('bookings', id)
  const behind = booking ? await waitingFor(reads, booking) : []
  return [...(booking?.after ?? []), ...behind.map(one => one.id)].map(one => ({ table: 'bookings', id: one }))
}
