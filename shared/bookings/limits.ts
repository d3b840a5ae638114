// What a resource allows one company: how far ahead, how long, how much of a week. Staff may pass it over with a reason.
import { dayNumber } from '#shared/lib/dates.ts'
import type { Reads } from '#shared/sync/tx.ts'
import { type Booking, type BookingTables, type Instant, partsOf } from './booking.ts'
import type { Piece } from './slots.ts'
import { DAY, dayOf, MINUTE, mondayOf } from './times.ts'

/** `minutes` and `days`: the limit. */
type LimitPassed = { code: 'too-far'; resource: string; days: number } | { code: 'too-long'; resource: string; minutes: number } | { code: 'share-used'; resource: string; minutes: number; used: number }

type Asked = { company: string; start: Instant; now: Instant; except?: string }

/** All limits that a time goes beyond, each with the resource and the figure; at most one of a kind. */
export const limitsPassed = async (reads: Reads<BookingTables>, pieces: readonly Piece[], { company, start, now, except }: Asked): Promise<LimitPassed[]> => {
  const passed: LimitPassed[] = []
  for (const { resource, after, length } of pieces) {
    const { id, aheadDays = null, longestMin = null, weekMin = null } = resource
    if (aheadDays !== null && daysBetween(now, start + after) > aheadDays) passed.push({ code: 'too-far', resource: id, days: aheadDays })
    if (longestMin !== null && length > longestMin * MINUTE) passed.push({ code: 'too-long', resource: id, minutes: longestMin })
    if (weekMin !== null) {
      const used = await minutesInWeek(reads, { company, resource: id, at: start + after, except })
      if (used + length / MINUTE > weekMin) passed.push({ code: 'share-used', resource: id, minutes: weekMin, used })
    }
  }
  return passed.filter(({ code }, i) => passed.findIndex(one => one.code === code) === i)
}

const daysBetween = (now: Instant, then: Instant): number => dayNumber(dayOf(then)) - dayNumber(dayOf(now))

/** Minutes that a company has of a resource in the week of an instant, Monday to Sunday; a booking counts in the week in which its part begins. */
const minutesInWeek = async (reads: Reads<BookingTables>, { company, ...week }: { company: string } & Week): Promise<number> => minutesOf(await reads.listBy('bookings', 'company', company), week)

type Week = { resource: string; at: Instant; except?: string | undefined }

/** The same of bookings that were read before: all of one company. */
export const minutesOf = (bookings: readonly Booking[], { resource, at, except }: Week): number => {
  const monday = mondayOf(at)
  let minutes = 0
  for (const booking of bookings) {
    if (booking.id === except || !COUNTED.has(booking.status)) continue
    for (const part of partsOf(booking)) if (part.resource === resource && part.start >= monday && part.start < monday + 7 * DAY) minutes += (part.end - part.start) / MINUTE
  }
  return minutes
}

/** Nothing asked for is longer as a whole, first part to last. */
export const LONGEST_WHOLE = 62 * DAY

/** What was used counts as what is taken; a no-show too: the time was kept for it. */
const COUNTED = new Set<Booking['status']>(['held', 'confirmed', 'checked_in', 'done', 'no_show'])
