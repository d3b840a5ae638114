import type { Booking, Instant } from './booking.ts'
import type { Piece } from './slots.ts'
import { MINUTE } from './times.ts'

/** Giving back or moving a time that was held or confirmed is late from then on: the longest notice that one of its resources asks for. */
export const isLate = ({ status, start }: Pick<Booking, 'status' | 'start'>, pieces: readonly Piece[], now: Instant): boolean =>
  status !== 'waitlisted' && now > start - Math.max(...pieces.map(({ resource }) => resource.lateMin ?? NOTICE)) * MINUTE

/** A day, in minutes. */
const NOTICE = 1440
