import type { Booking, Instant } from '#shared/bookings/booking.ts'

/** What a dialog begins with: a booking to move, or a new one with a resource and a start where they are known. */
export type Asked = { move: Booking | null; resource: string | null; start: Instant | null }
