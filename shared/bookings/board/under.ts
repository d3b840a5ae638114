// What stands in the way of a time that a person points at.
import type { Instant } from '../booking.ts'
import type { Time } from '../room.ts'
import { freeLane, isOpen, occupied, onGrid, type Wanted } from '../slots.ts'

/** `past`: has begun. `out`: out of service (停用). `closed`: not within opening hours. `grid`: its times begin otherwise. `full`: no lane is left. */
export type WhyNot = 'past' | 'out' | 'closed' | 'grid' | 'full'

/** null = it can be booked here. The first reason that holds, in the order of `WhyNot`. */
export const whyNot = ({ resource, busy, calendar }: Wanted, { start, end }: Time, now: Instant): WhyNot | null => {
  if (start < now) return 'past'
  const { from, to } = occupied(resource, start, end)
  if (busy.some(row => row.kind === 'closed' && row.from < to && row.to > from)) return 'out'
  if (!isOpen(resource.hours, calendar, start, end)) return 'closed'
  if (!onGrid(resource.granuleMin, start, end)) return 'grid'
  return freeLane(resource.lanes, busy, { from, to }) === null ? 'full' : null
}
