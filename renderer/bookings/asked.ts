import type { Booking, Instant } from '#shared/bookings/booking.ts'

/** What a dialog begins with: a booking to move, or a new one with a resource, a start and a length where they are known. `hold`: to be held alone. */
export type Asked = { move: Booking | null; resource: string | null; start: Instant | null; minutes?: number; hold?: boolean }
