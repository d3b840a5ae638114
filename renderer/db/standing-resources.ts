import type { Resource } from '#shared/bookings/booking.ts'
import type { DeskReads } from './live.ts'

/** The resources of the complex that are in use. For live queries: awaits nothing but `reads`. */
export const standingResources = async (reads: DeskReads): Promise<Resource[]> => (await reads.list('resources')).filter(({ retired }) => !retired)
