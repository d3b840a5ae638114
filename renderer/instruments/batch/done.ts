// What became of a batch, as its page reads it, live.
import type { Booking } from '#shared/bookings/booking.ts'
import { waitersOf } from '#shared/bookings/waiting.ts'
import { companyOf } from '#shared/companies/company.ts'
import { type Answer, answerOf } from '#shared/instruments/batch/answers.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { DeskReads } from '../../db/live.ts'

/** `place`: where its last part is done, '' = not known here. `position`: in line, from 1; 0 = it doesn't wait. `instrument` null: not known here. */
export type BatchEntry = { booking: Booking; instrument: Instrument | null; place: string; answer: Answer; position: number }

/** For live queries: awaits nothing but `reads`. By time; null = no booking of this batch here. */
export const readDone = async (reads: DeskReads, batch: string): Promise<{ company: string; entries: BatchEntry[] } | null> => {
  const bookings = await reads.listBy('bookings', 'batch', batch)
  if (bookings.length === 0) return null
  const entries: BatchEntry[] = []
  for (const { row: booking, state } of await reads.withState('bookings', bookings)) {
    const instrument = booking.instrument ? await reads.get('instruments', booking.instrument) : undefined
    const position = booking.status === 'waitlisted' ? (await waitersOf(reads, booking.resources, booking)).indexOf(booking.id) + 1 : 0
    entries.push({ booking, instrument: instrument ?? null, place: (await reads.get('resources', booking.resources.at(-1)!))?.name ?? '', answer: answerOf(booking, state.is !== 'confirmed'), position })
  }
  return { company: (await companyOf(reads, bookings[0].company))?.name ?? '', entries: entries.sort((a, b) => a.booking.start - b.booking.start || (a.booking.id < b.booking.id ? -1 : 1)) }
}
