// When a resource is open and which lane is free: plain arithmetic on rows that were read before.
import type { Instant, OpeningHours, Resource, ResourceBusy } from './booking.ts'
import { type Calendar, common, hoursOn, openSpans, type Span } from './calendar.ts'
import { DAY, gridFrom, MINUTE, startOfDay } from './times.ts'

/** What a booking of `[start, end)` takes of a resource, buffers included. */
export const occupied = ({ beforeMin, afterMin }: Pick<Resource, 'beforeMin' | 'afterMin'>, start: Instant, end: Instant): Span => ({ from: start - beforeMin * MINUTE, to: end + afterMin * MINUTE })

/** True when `[start, end)` lies within opening time that doesn't end between. Buffers may lie outside. */
export const isOpen = (hours: readonly OpeningHours[], calendar: Calendar, start: Instant, end: Instant): boolean =>
  openSpans(hours, calendar, start, end).some(({ from, to }) => from <= start && end <= to)

export const onGrid = (granuleMin: number, start: Instant, end: Instant): boolean => [start, end].every(at => (at - startOfDay(at)) % (granuleMin * MINUTE) === 0)

/** The lowest free lane for a span, or null. `busy` may hold rows of other times; `waiting` and `free` block nothing. */
export const freeLane = (lanes: number, busy: readonly ResourceBusy[], { from, to }: Span): number | null => {
  const taken = new Set<number>()
  for (const row of busy) {
    if ((row.kind !== 'busy' && row.kind !== 'closed') || row.from >= to || row.to <= from) continue
    if (row.lane === 0) return null
    taken.add(row.lane)
  }
  for (let lane = 1; lane <= lanes; lane++) if (!taken.has(lane)) return lane
  return null
}

/** `calendar`: that of the resource's complex for the time that is asked about. */
export type Wanted = { resource: Resource; busy: readonly ResourceBusy[]; calendar: Calendar }

/** The lane of each resource, in their order; null when one of them has none. */
export const lanesFor = (wanted: readonly Pick<Wanted, 'resource' | 'busy'>[], start: Instant, end: Instant): number[] | null => {
  const lanes: number[] = []
  for (const { resource, busy } of wanted) {
    const lane = freeLane(resource.lanes, busy, occupied(resource, start, end))
    if (lane === null) return null
    lanes.push(lane)
  }
  return lanes
}

/** The next `count` starts at or after `from`, and before `until`, at which all resources are open and free for `length` ms. */
export const nextFree = (wanted: readonly Wanted[], length: number, from: Instant, until: Instant, count: number): Instant[] => {
  const found: Instant[] = []
  const step = Math.max(...wanted.map(({ resource }) => resource.granuleMin)) * MINUTE
  for (const open of common(wanted.map(({ resource, calendar }) => openSpans(resource.hours, calendar, from, until + length)))) {
    for (let start = gridFrom(Math.max(open.from, from), step); start < until && start + length <= open.to; start = gridFrom(start + 1, step)) {
      if (found.length >= count) return found
      if (wanted.every(({ resource }) => onGrid(resource.granuleMin, start, start + length)) && lanesFor(wanted, start, start + length)) found.push(start)
    }
  }
  return found
}

/** The moment at which `minutes` of opening time have passed since `from`; with no opening hours at all they run by the clock. */
export const afterOpeningTime = (hours: readonly OpeningHours[], calendar: Calendar, from: Instant, minutes: number): Instant => {
  if (hours.length === 0) return from + minutes * MINUTE
  let left = minutes * MINUTE
  for (let midnight = startOfDay(from); ; midnight += DAY) {
    for (const open of hoursOn(hours, calendar, midnight)) {
      const start = Math.max(from, open.from)
      if (start >= open.to) continue
      if (start + left <= open.to) return start + left
      left -= open.to - start
    }
  }
}
