import type { Booking } from '#shared/bookings/booking.ts'
import { liveSlots, piecesOf, roomFor } from '#shared/bookings/room.ts'
import { type Standing, standingOf } from '#shared/bookings/standing.ts'
import { waitersOf } from '#shared/bookings/waiting.ts'
import { companyOf } from '#shared/companies/company.ts'
import type { DeskReads } from '../db/live.ts'

/** A booking as pages show it. `piece`: number and name of the instrument that is brought. `hasRoom`: it waits, and its time has room now. Names are '' where they are not known here. */
export type BookingEntry = { booking: Booking; company: string; piece: string; resources: { id: string; name: string }[]; standing: Standing; hasRoom: boolean }

/** For live queries: awaits nothing but `reads`. */
export const entriesOf = async (reads: DeskReads, bookings: readonly Booking[]): Promise<BookingEntry[]> => {
  const entries: BookingEntry[] = []
  for (const { row: booking, state } of await reads.withState('bookings', bookings)) {
    const waits = booking.status === 'waitlisted'
    const position = waits ? (await waitersOf(reads, booking.resources, booking)).indexOf(booking.id) + 1 : 0
    const resources: BookingEntry['resources'] = []
    for (const id of booking.resources) resources.push({ id, name: (await reads.get('resources', id))?.name ?? '' })
    entries.push({ booking, company: (await companyOf(reads, booking.company))?.name ?? '', piece: await pieceName(reads, booking), resources, standing: standingOf(booking, { tentative: state.is !== 'confirmed', position }), hasRoom: waits && (await hasRoom(reads, booking)) })
  }
  return entries
}

export const pieceName = async (reads: DeskReads, { instrument }: Pick<Booking, 'instrument'>): Promise<string> => {
  const row = instrument ? await reads.get('instruments', instrument) : undefined
  return row ? `${row.number} ${row.name}` : ''
}

const hasRoom = async (reads: DeskReads, booking: Booking): Promise<boolean> => {
  const pieces = await piecesOf(reads, booking)
  return pieces !== null && (await roomFor(reads, pieces, booking.start, (await liveSlots(reads, booking.id)).map(({ id }) => id))) !== null
}
