// What may take the place of a lost slot: the same at another time, or the same done by others who come for it.
import type { LabTest } from '#shared/labs/lab.ts'
import type { Reads } from '#shared/sync/tx.ts'
import { arrange } from './arrange.ts'
import { type Booking, type BookingTables, type Instant, type Part, partsOf } from './booking.ts'
import { candidatesOf } from './finder.ts'
import { limitsPassed } from './limits.ts'
import { alternativesBetween, neighboursOf, outOfOrder } from './order.ts'
import { liveSlots, piecesOf, roomFor } from './room.ts'
import type { Piece } from './slots.ts'
import { DAY, MINUTE } from './times.ts'

/**
 * A time offered in place of a lost one; it is not held, so it may be `taken` while a person looks at it. `test`: it is another test, null = the booking's own.
 * `fen`: hundredths of a yuan, null = to be asked. `onSite`: a team comes for all of it.
 */
export type Offer = { start: Instant; end: Instant; parts: Part[]; test: LabTest | null; fen: number | null; onSite: boolean; taken: boolean }

/**
 * Three free times for a booking from `from` on, a step of a chain between those around it; one of them on site where one of `others`, tests that would do it as well, is done so. Those that were `shown` keep
 * their place, taken ones too; so nothing that a person reads out vanishes or moves.
 */
export const offersFor = async (reads: Reads<BookingTables>, booking: Booking, shown: readonly Offer[], { from, now, others = [] }: { from: Instant; now: Instant; others?: readonly LabTest[] }): Promise<Offer[]> => {
  // Nobody allows what is offered: it has to be open, and within the limits.
  const { resources, start: lost, end, parts } = booking
  const pieces = await piecesOf(reads, { resources, start: lost, end, ...(parts && { parts }) })
  if (!pieces) return []
  const own = (await liveSlots(reads, booking.id)).map(({ id }) => id)
  const offers: Offer[] = []
  for (const offer of shown) offers.push({ ...offer, taken: offer.start < from || !(await hasRoom(reads, offer, own)) })
  const around = await neighboursOf(reads, booking)
  const comes = isOnSite(pieces) || offers.some(({ onSite, taken }) => onSite && !taken) ? null : await visit(reads, booking, booking.test?.subcontract ? [] : others, { from: Math.max(from, around.before?.end ?? from), now })
  const visits = comes && !outOfOrder(around, comes) ? [comes] : []
  const same: Offer[] = []
  for (const start of await alternativesBetween(reads, around, pieces, from, own)) {
    if ((await limitsPassed(reads, pieces, { company: booking.company, start, now, except: booking.id })).length === 0) same.push(sameAt(booking, pieces, start))
  }
  const fresh = [...same.slice(0, OFFERS - visits.length), ...visits].filter(one => !shown.some(before => isSame(before, one)))
  for (const offer of fresh) if (offers.filter(({ taken }) => !taken).length < OFFERS) offers.push(offer)
  return offers
}
const OFFERS = 3

export const isSame = (a: Offer, b: Offer): boolean => a.start === b.start && a.test?.id === b.test?.id

const isOnSite = (pieces: readonly Piece[]): boolean => pieces.every(({ resource }) => resource.kind === 'team')

const sameAt = (booking: Booking, pieces: readonly Piece[], start: Instant): Offer => {
  const shift = start - booking.start
  return { start, end: booking.end + shift, parts: partsOf(booking).map(part => ({ ...part, start: part.start + shift, end: part.end + shift })), test: null, fen: (booking.test?.overtime ? booking.test.overtime.base : booking.test?.fen) ?? null, onSite: isOnSite(pieces), taken: false }
}

const hasRoom = async (reads: Reads<BookingTables>, { start, end, parts }: Offer, own: readonly string[]): Promise<boolean> => {
  const pieces = await piecesOf(reads, { resources: parts.map(({ resource }) => resource), start, end, parts })
  return pieces !== null && (await roomFor(reads, pieces, start, own)) !== null
}

/** The earliest visit by any of the tests at the booking's urgency, within what its resources allow the company. */
const visit = async (reads: Reads<BookingTables>, booking: Booking, others: readonly LabTest[], { from, now }: { from: Instant; now: Instant }): Promise<Offer | null> => {
  const urgency = booking.test?.urgency ?? 'normal'
  const until = from + FOUR_WEEKS
  const found: Offer[] = []
  for (const { test, parts: wanted } of await candidatesOf(reads, others.filter(({ id }) => id !== booking.test?.id), { from, until })) {
    const price = test.prices.find(one => one.urgency === urgency)
    if (!isOnSite(wanted) || (!price && test.prices.length > 0)) continue
    const parts = arrange(wanted, test.parts.map(({ after }) => ({ least: after.least * MINUTE, most: after.most === null ? null : after.most * MINUTE })), from, until)
    if (!parts) continue
    const { start } = parts[0]
    const asked = wanted.map((one, i) => ({ ...one, after: parts[i].start - start }))
    if ((await limitsPassed(reads, asked, { company: booking.company, start, now, except: booking.id })).length > 0) continue
    found.push({ start, end: parts.at(-1)!.end, parts, test, fen: price?.fen ?? null, onSite: true, taken: false })
  }
  return found.sort((a, b) => a.end - b.end || (a.fen ?? Infinity) - (b.fen ?? Infinity) || (a.test!.id < b.test!.id ? -1 : 1)).at(0) ?? null
}
const FOUR_WEEKS = 28 * DAY
