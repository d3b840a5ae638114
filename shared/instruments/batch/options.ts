// The ways in which tests of the directory do a piece: at an urgency, within the limits of resources or beyond them by staff's word.
import type { Instant, Resource } from '#shared/bookings/booking.ts'
import type { Candidate } from '#shared/bookings/finder.ts'
import { DAY, MINUTE, startOfDay } from '#shared/bookings/times.ts'
import type { Urgency } from '#shared/labs/lab.ts'
import type { Option } from './pool.ts'

/** How a piece is asked for. `allowed`: staff pass over the limits of its resources. */
export type Way = { urgency: Urgency; allowed: boolean }

/** By which an option is known again when everything is read anew. */
export const optionId = (test: string, { urgency, allowed }: Way): string => `${test} ${urgency}${allowed ? ' allowed' : ''}`

/** null: the test isn't offered at that urgency. `until`: how far one looks; `now` counts for the limit of days ahead. */
export const optionOf = ({ test, parts: wanted, calendar }: Candidate, way: Way, { now, until }: { now: Instant; until: Instant }): Option | null => {
  const price = test.prices.find(({ urgency }) => urgency === way.urgency)
  if (!price && test.prices.length > 0) return null
  const parts = way.allowed ? wanted.map(part => ({ ...part, resource: withoutLimits(part.resource) })) : wanted
  const gaps = test.parts.map(({ after }) => ({ least: after.least * MINUTE, most: after.most === null ? null : after.most * MINUTE }))
  const ahead = Math.min(...parts.map(({ resource: { aheadDays = null } }) => (aheadDays === null ? Infinity : startOfDay(now) + (aheadDays + 1) * DAY)))
  return { id: optionId(test.id, way), test, ...way, parts, gaps, calendar, fen: price?.fen ?? null, days: price?.days ?? 0, until: Math.min(until, ahead), onSite: parts.every(({ resource }) => resource.kind === 'team') }
}

const withoutLimits = (resource: Resource): Resource => ({ ...resource, aheadDays: null, longestMin: null, weekMin: null })

/** No resource gives a company so many minutes at once. */
export const isTooLong = ({ parts }: Option): boolean => parts.some(({ length, resource: { longestMin = null } }) => longestMin !== null && length > longestMin * MINUTE)

/** The same beyond its limits of the company's minutes a week, or of days ahead too; null = it has none of that kind. */
export const beyond = (option: Option, how: 'share' | 'all', until: Instant): Option | null => {
  const shares = option.parts.some(({ resource: { weekMin = null } }) => weekMin !== null)
  if (!shares && (how === 'share' || option.until === until)) return null
  return { ...option, parts: option.parts.map(part => ({ ...part, resource: { ...part.resource, weekMin: null } })), until: how === 'share' ? option.until : until }
}
