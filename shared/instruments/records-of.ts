// Records of many instruments that were read at once, by instrument.
import type { Booking } from '#shared/bookings/booking.ts'
import type { Certificate, InstrumentEvent } from './instrument.ts'
import type { InstrumentRecords } from './state.ts'

/** `bookings` that name none are left out. */
export const recordsOf = (certificates: readonly Certificate[], events: readonly InstrumentEvent[], bookings: readonly Booking[]): ((instrument: string) => InstrumentRecords) => {
  const [given, noted, brought] = [byInstrument(certificates), byInstrument(events), byInstrument(bookings)]
  return id => ({ certificates: given.get(id) ?? [], events: noted.get(id) ?? [], bookings: brought.get(id) ?? [] })
}

const byInstrument = <R extends { instrument?: string | null }>(rows: readonly R[]): Map<string, R[]> => {
  const found = new Map<string, R[]>()
  for (const row of rows) {
    if (!row.instrument) continue
    const of = found.get(row.instrument)
    if (of) of.push(row)
    else found.set(row.instrument, [row])
  }
  return found
}
