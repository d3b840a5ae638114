// When a resource is open and which lane is free: plain arithmetic on rows that were read before.
import type { Instant, OpeningHours, Resource, ResourceBusy } from './booking.ts'
import { DAY, MINUTE, startOfDay, weekday } from './times.ts'

type Span = { from: Instant; to: Instant }

/** What a booking of `[start, end)` takes of a resource, buffers included. */
export const occupied = ({ beforeMin, afterMin }: Pick<Resource, 'beforeMin' | 'afterMin'>, start: Instant, end: Instant): Span => ({ from: start - beforeMin * MINUTE, to: end + afterMin * MINUTE })

/** True when `[start, end)` lies within one opening of the week. Buffers may lie outside. */
export const isOpen = (hours: readonly OpeningHours[], start: Instant, end: Instant): boolean => {
  const midnight = startOfDay(start)
  const day = weekday(start)
  return hours.some(open => open.day === day && start >= midnight + open.from * MINUTE && end <= midnight + open.to * MINUTE)
}

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

export type Wanted = { resource: Resource; busy: readonly ResourceBusy[] }

/** The lane of each resource, in their order; null when one of them has none. */
export const lanesFor = (wanted: readonly Wanted[], start: Instant, end: Instant): number[] | null => {
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
  for (let midnight = startOfDay(from); midnight < until && found.length < count; midnight += DAY) {
    for (const { from: opens, to: closes } of openings(wanted, midnight)) {
      for (let start = Math.ceil(opens / step) * step; start + length <= closes && found.length < count; start += step) {
        const at = midnight + start
        if (at >= from && at < until && !found.includes(at) && fits(wanted, at, at + length)) found.push(at)
      }
    }
  }
  return found.sort((a, b) => a - b)
}

const openings = (wanted: readonly Wanted[], midnight: Instant): Span[] =>
  wanted[0].resource.hours.filter(({ day }) => day === weekday(midnight)).map(({ from, to }) => ({ from: from * MINUTE, to: to * MINUTE })).sort((a, b) => a.from - b.from)

const fits = (wanted: readonly Wanted[], start: Instant, end: Instant): boolean =>
  wanted.every(({ resource }) => isOpen(resource.hours, start, end) && onGrid(resource.granuleMin, start, end)) && lanesFor(wanted, start, end) !== null

/** The moment at which `minutes` of opening time have passed since `from`; with no opening hours at all they run by the clock. */
export const afterOpeningTime = (hours: readonly OpeningHours[], from: Instant, minutes: number): Instant => {
  if (hours.length === 0) return from + minutes * MINUTE
  const sorted = [...hours].sort((a, b) => a.from - b.from)
  let left = minutes * MINUTE
  for (let midnight = startOfDay(from); ; midnight += DAY) {
    for (const open of sorted) {
      if (open.day !== weekday(midnight)) continue
      const start = Math.max(from, midnight + open.from * MINUTE)
      const end = midnight + open.to * MINUTE
      if (start >= end) continue
      if (start + left <= end) return start + left
      left -= end - start
    }
  }
}
