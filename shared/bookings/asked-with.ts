import type { Reads } from '#shared/sync/tx.ts'
import { type Booking, type BookingTables, occupies } from './booking.ts'

/** What still stands of that which was asked for together with a booking, by start; itself is none of them. */
export const askedWith = async (reads: Reads<BookingTables>, { id, batch, company }: Booking): Promise<Booking[]> =>
  batch ? (await reads.listBy('bookings', 'batch', batch)).filter(one => one.id !== id && one.company === company && (one.status === 'waitlisted' || one.status === 'done' || occupies(one.status))).sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1)) : []
