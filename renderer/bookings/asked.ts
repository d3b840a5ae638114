import { type Booking, type Instant, partsOf } from '#shared/bookings/booking.ts'
import { newId } from '../db/new-id.ts'

/** What a dialog begins with: a booking to move, or a new one with a resource, a start and a length where they are known. `hold`: to be held alone. `resources`: those to move it to. */
export type Asked = { move: Booking | null; resource: string | null; start: Instant | null; minutes?: number; hold?: boolean; resources?: string[] }

/** What is asked of each resource, in ms from the start of the whole. */
export type Shape = readonly { resource: string; after: number; length: number }[]

export const shapeOf = (booking: Booking): Shape => partsOf(booking).map(({ resource, start, end }) => ({ resource, after: start - booking.start, length: end - start }))

/** The shape at a time, as a command takes it: new slots each time. */
export const timeArgs = (shape: Shape, start: Instant): { start: Instant; end: Instant; slots: { id: string; resource: string; start: Instant; end: Instant }[] } => ({
  start,
  end: Math.max(...shape.map(({ after, length }) => start + after + length)),
  slots: shape.map(({ resource, after, length }) => ({ id: newId(), resource, start: start + after, end: start + after + length })),
})
