// What became of a batch, as its page reads it, live.
import type { Booking } from '#shared/bookings/booking.ts'
import { waitersOf } from '#shared/bookings/waiting.ts'
import { companyOf } from '#shared/companies/company.ts'
import { type Answer, answerOf } from '#shared/instruments/batch/answers.ts'
import { reaching, testsFor } from '#shared/instruments/batch/pieces.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { LabTest } from '#shared/labs/lab.ts'
import type { DeskReads } from '../../db/live.ts'

/** `others`: tests that would do one that is lost as well. `place`: where its last part is done, '' = not known here. `position`: in line, from 1; 0 = it doesn't wait. `instrument` null: not known here. */
export type BatchEntry = { booking: Booking; instrument: Instrument | null; place: string; answer: Answer; position: number; others: LabTest[] }

/** For live queries: awaits nothing but `reads`. By time; null = no booking of this batch here. */
export const readDone = async (reads: DeskReads, batch: string): Promise<{ company: string; entries: BatchEntry[] } | null> => {
  const bookings = await reads.listBy('bookings', 'batch', batch)
  if (bookings.length === 0) return null
  const entries: BatchEntry[] = []
  let tests: LabTest[] | undefined
  for (const { row: booking, state } of await reads.withState('bookings', bookings)) {
    const instrument = booking.instrument ? await reads.get('instruments', booking.instrument) : undefined
    const position = booking.status === 'waitlisted' ? (await waitersOf(reads, booking.resources, booking)).indexOf(booking.id) + 1 : 0
    const others = booking.status === 'waitlisted' && instrument ? reaching(testsFor(tests ??= await reads.list('tests'), instrument), instrument) : []
    entries.push({ booking, instrument: instrument ?? null, place: (await reads.get('resources', booking.resources.at(-1)!))?.name ?? '', answer: answerOf(booking, state.is !== 'confirmed'), position, others: Array.isArray(others) ? others : [] })
  }
  return { company: (await companyOf(reads, bookings[0].company))?.name ?? '', entries: entries.sort((a, b) => a.booking.start - b.booking.start || (a.booking.id < b.booking.id ? -1 : 1)) }
}
