import type { Lock } from '#shared/sync/command.ts'
import type { Reads } from '#shared/sync/tx.ts'
import type { BookingTables } from './booking.ts'
import { liveSlots, type Time } from './room.ts'

/** The next place in line for resources: above everyone who waits for one of them. Taken under their locks. */
export const nextWaitSeq = async (reads: Reads<BookingTables>, resources: readonly string[]): Promise<number> => {
  let highest = 0
  for (const resource of resources) for (const { waitSeq } of await reads.listBy('booking_slots', 'waitingFor', resource)) highest = Math.max(highest, waitSeq ?? 0)
  return highest + 1
}

/** Ids of bookings that wait for one of the resources, first come first; equal numbers by id. `during`: only those who want some of that time. */
export const waitersOf = async (reads: Reads<BookingTables>, resources: Iterable<string>, during: Time = ANY_TIME): Promise<string[]> => {
  const order = new Map<string, number>()
  for (const resource of resources) for (const { booking, waitSeq, from, to } of await reads.listBy('booking_slots', 'waitingFor', resource)) if (booking !== null && from < during.end && to > during.start) order.set(booking, waitSeq ?? 0)
  return [...order.keys()].sort((a, b) => order.get(a)! - order.get(b)! || (a < b ? -1 : 1))
}

const ANY_TIME: Time = { start: -Infinity, end: Infinity }

/** What must stand still when a booking changes: its resources and the wanted ones, with what those wait for who may move up. */
export const bookingLocks = async (reads: Reads<BookingTables>, booking: string, wanted: readonly string[] = []): Promise<Lock[]> => {
  const own = (await liveSlots(reads, booking)).map(({ resource }) => resource)
  return [...(await locksToFree(reads, own, wanted)), { table: 'bookings', id: booking }]
}

/** Resources whose time becomes free, further ones, and everything that those wait for who may move up then. */
export const locksToFree = async (reads: Reads<BookingTables>, freed: readonly string[], wanted: readonly string[] = []): Promise<Lock[]> => {
  const resources = new Set([...freed, ...wanted])
  for (const waiter of await waitersOf(reads, freed)) for (const { resource } of await liveSlots(reads, waiter)) resources.add(resource)
  return [...resources].map(id => ({ table: 'resources', id }))
}
