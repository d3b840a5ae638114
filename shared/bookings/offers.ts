import type { Reads } from '#shared/sync/tx.ts'
import type { Booking, BookingTables, Instant } from './booking.ts'
import { alternativesBetween, neighboursOf } from './order.ts'
import { liveSlots, piecesOf, roomFor } from './room.ts'

/** A time offered in place of a lost one; it is not held, so it may be `taken` while a person looks at it. */
export type Offer = { start: Instant; taken: boolean }

/**
 * Three free times for a booking from `from` on, a step of a chain between those around it. Those that were `shown` keep their place, taken ones too; so nothing that a person
 * reads out vanishes or moves.
 */
export const offersFor = async (reads: Reads<BookingTables>, booking: Booking, shown: readonly Instant[], from: Instant): Promise<Offer[]> => {
  const pieces = await piecesOf(reads, booking)
  if (!pieces) return []
  const own = (await liveSlots(reads, booking.id)).map(({ id }) => id)
  const offers: Offer[] = []
  for (const start of shown) offers.push({ start, taken: start < from || !(await roomFor(reads, pieces, start, own)) })
  const fresh = (await alternativesBetween(reads, await neighboursOf(reads, booking), pieces, from, own)).filter(start => !shown.includes(start))
  for (const start of fresh) if (offers.filter(({ taken }) => !taken).length < OFFERS) offers.push({ start, taken: false })
  return offers
}
const OFFERS = 3
