// What stands in the way of a time that a person points at.
import type { Instant } from '../booking.ts'
import { lanesFor, refusalOf, type Wanted } from '../slots.ts'

/** `past`: has begun. `grid`: its times begin otherwise. `overdue`: its calibration is. `out`: out of service (停用). `closed`: not within opening hours. `full`: no lane is left. */
export type WhyNot = 'past' | 'grid' | 'overdue' | 'out' | 'closed' | 'full'

/** null = it can be booked here. The first reason that holds, in the order of `WhyNot`. */
export const whyNot = (one: Wanted, start: Instant, now: Instant): WhyNot | null => {
  if (start < now) return 'past'
  const refusal = refusalOf(one, start)
  if (refusal !== null) return WHY[refusal]
  return lanesFor([one], start) ? null : 'full'
}

/** The first reason of any piece of a whole, with that piece. */
export const whyNotAll = (wanted: readonly Wanted[], start: Instant, now: Instant): { why: WhyNot; of: Wanted } | null => {
  for (const one of wanted) {
    const why = start + one.after < now ? 'past' : whyNot(one, start, -Infinity)
    if (why) return { why, of: one }
  }
  return null
}

const WHY = { validation: 'grid', 'calibration-overdue': 'overdue', closed: 'out', 'resource-closed': 'closed' } as const
