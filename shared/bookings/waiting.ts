import type { Lock } from '#shared/sync/command.ts'
import type { Reads } from '#shared/sync/tx.ts'
import type { BookingTables } from './booking.ts'
import { liveSlots } from './room.ts'

/** The next place in line for resources: above everyone who waits for one of them. Taken under their locks. */
export const nextWaitSeq = async (reads: Reads<BookingTables>, resources: readonly string[]): Promise<number> => {
  let highest = 0
  for (const resource of resources) for (const { waitSeq } of await reads.listBy('booking_slots', 'waitingFor', resource)) highest = Math.max(highest, waitSeq ?? 0)
  return highest + 1
}

/** How many wait for one of the resources, as its desk knows. */
export const countWaiting = async (reads: Reads<BookingTables>, resources: readonly string[]): Promise<number> => (await waitersOf(reads, resources)).length

/** Ids of bookings that wait for one of the resources, first come first; equal numbers by id. */
export const waitersOf = async (reads: Reads<BookingTables>, resources: Iterable<string>): Promise<string[]> => {
  const order = new Map<string, number>()
  for (const resource of resources) for (const { booking, waitSeq } of await reads.listBy('booking_slots', 'waitingFor', resource)) if (booking !== null) order.set(booking, waitSeq ?? 0)
  return [...order.keys()].sort((a, b) => order.get(a)! - order.get(b)! || (a < b ? -1 : 1))
}

/**
 * What must stand still when bookings change: the booking's resources and the wanted ones, and everything that those wait for who
 * may move up when their time becomes free.
 */
export const bookingLocks = async (reads: Reads<BookingTables>, booking: string, wanted: readonly string[] = []): Promise<Lock[]> => {
  const own = (await liveSlots(reads, booking)).map(({ resource }) => resource)
  const resources = new Set([...own, ...wanted])
  for (const waiter of await waitersOf(reads, own)) for (const { resource } of await liveSlots(reads, waiter)) resources.add(resource)
  return [...[...resources].map(id => ({ table: 'resources', id })), { table: 'bookings', id: booking }]
}
