import type { Booking } from '#shared/bookings/booking.ts'
import type { DeskReads } from '../db/live.ts'

/** Where a booking is done: lab, address and whom to ask; '' where it is not told, null = its resource is of no lab. */
export const placeOf = async (reads: DeskReads, { resources, test }: Booking): Promise<{ lab: string; address: string; contact: string } | null> => {
  const resource = await reads.get('resources', resources.at(-1)!)
  const id = test?.lab ?? resource?.lab
  const lab = id ? await reads.get('labs', id) : undefined
  if (!lab) return null
  const site = resource?.site ? await reads.get('lab_sites', resource.site) : undefined
  return { lab: site ? `${lab.name} ${site.name}` : lab.name, address: site?.address ?? lab.address ?? '', contact: lab.contact ?? '' }
}
