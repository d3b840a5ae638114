import type { Span } from '#shared/bookings/calendar.ts'
import { LONGEST } from '#shared/bookings/booking.ts'
import { applicationNumber } from '#shared/bookings/standing.ts'
import { companyOf } from '#shared/companies/company.ts'
import type { DeskReads } from '../db/live.ts'

export type BookingIn = { id: string; number: string; company: string; start: number; end: number }

/** Bookings that have time of a resource in one of the spans, earliest first. For live queries. */
export const bookingsIn = async (reads: DeskReads, resource: string, spans: readonly Span[]): Promise<BookingIn[]> => {
  if (spans.length === 0) return []
  const [from, to] = [Math.min(...spans.map(span => span.from)), Math.max(...spans.map(span => span.to))]
  const found = new Map<string, BookingIn>()
  for (const busy of await reads.listRange('resource_busy', 'resource_to', [resource, from + 1], [resource, to + LONGEST])) {
    if (busy.kind !== 'busy' || !spans.some(span => span.from < busy.to && span.to > busy.from)) continue
    const id = (await reads.get('booking_slots', busy.id))?.booking
    const booking = id ? await reads.get('bookings', id) : undefined
    if (booking) found.set(booking.id, { id: booking.id, number: applicationNumber(booking), company: (await companyOf(reads, booking.company))?.name ?? '', start: booking.start, end: booking.end })
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}
