// When a resource is open and which lane is free: plain arithmetic on rows that were read before.
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Instant, OpeningHours, Resource, ResourceBusy } from './booking.ts'
import { type Calendar, common, hoursOn, openSpans, type Span } from './calendar.ts'
import { DAY, gridFrom, midnightOf, MINUTE, startOfDay } from './times.ts'

/** What a booking of `[start, end)` takes of a resource, buffers included. */
export const occupied = ({ beforeMin, afterMin }: Pick<Resource, 'beforeMin' | 'afterMin'>, start: Instant, end: Instant): Span => ({ from: start - beforeMin * MINUTE, to: end + afterMin * MINUTE })

/** True when `[start, end)` lies within opening time that doesn't end between. Buffers may lie outside. */
export const isOpen = (hours: readonly OpeningHours[], calendar: Calendar, start: Instant, end: Instant): boolean =>
  openSpans(hours, calendar, start, end).some(({ from, to }) => from <= start && end <= to)

export const onGrid = (granuleMin: number, start: Instant, end: Instant): boolean => [start, end].every(at => (at - startOfDay(at)) % (granuleMin * MINUTE) === 0)

/** What takes time of a resource, by lane for quick questions; index 0 = all lanes, closures. */
export type Taken = readonly (Spans | undefined)[]
/** In order of `from`; `most`: the latest end so far. */
type Spans = { from: number[]; most: number[] }

/** Rows may be of any order and time; `waiting` and `free` take nothing. */
export const takenOf = (busy: readonly ResourceBusy[]): Taken => {
  const taken: Spans[] = []
  for (const { lane, from, to, kind } of [...busy].sort((a, b) => a.from - b.from)) {
    if (kind !== 'busy' && kind !== 'closed') continue
    const spans = (taken[lane] ??= { from: [], most: [] })
    spans.from.push(from)
    spans.most.push(Math.max(to, spans.most.at(-1) ?? 0))
  }
  return taken
}

/** The same with one span more; lane 0 = all lanes. */
export const takenWith = (taken: Taken, lane: number, { from, to }: Span): Taken => {
  const { from: froms, most } = taken[lane] ?? { from: [], most: [] }
  let at = froms.length
  while (at > 0 && froms[at - 1] > from) at--
  const more = [...taken]
  more[lane] = { from: [...froms.slice(0, at), from, ...froms.slice(at)], most: [...most.slice(0, at), Math.max(to, most[at - 1] ?? 0), ...most.slice(at).map(one => Math.max(one, to))] }
  return more
}

/** How many spans of its lanes begin in a span, or one of a lane that is taken by an earlier one; and whether a closure touches it. */
export const takenIn = (taken: Taken, span: Span): { busy: number; closed: boolean } => ({
  busy: taken.slice(1).reduce((sum, spans) => sum + Math.max(spans ? spans.from.filter(from => from >= span.from && from < span.to).length : 0, meets(spans, span) ? 1 : 0), 0),
  closed: meets(taken[0], span),
})

/** The closures alone. */
export const closedOf = (taken: Taken): Taken => taken.slice(0, 1)

/** Does a span overlap any of them? */
export const meets = (spans: Spans | undefined, { from, to }: Span): boolean => {
  if (!spans) return false
  let [low, high] = [0, spans.from.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans.from[middle] < to) low = middle + 1
    else high = middle
  }
  return low > 0 && spans.most[low - 1] > from
}

/** The lowest free lane for a span, or null. */
export const freeLane = (lanes: number, taken: Taken, span: Span): number | null => {
  if (meets(taken[0], span)) return null
  for (let lane = 1; lane <= lanes; lane++) if (!meets(taken[lane], span)) return lane
  return null
}

/** A part of what is asked for: `after` ms from the start of the whole, for `length` ms. `always`: whatever its hours, by staff's word. */
export type Piece = { resource: Resource; after: number; length: number; always?: boolean }

/** With what was read of its time; `calendar`: that of the resource's complex. */
export type Wanted = Piece & { taken: Taken; calendar: Calendar }

/** The whole of one resource's time, for each of them. */
export const wholeOf = (resources: readonly Resource[], length: number): Piece[] => resources.map(resource => ({ resource, after: 0, length }))

const spanOf = ({ resource, after, length }: Piece, start: Instant): Span => occupied(resource, start + after, start + after + length)

/** The lane of each piece of a whole that begins at `start`, in their order; null when one of them has none. Opening hours are not asked. */
export const lanesFor = (wanted: readonly (Piece & Pick<Wanted, 'taken'>)[], start: Instant): number[] | null => {
  const lanes: number[] = []
  for (const piece of wanted) {
    const lane = freeLane(piece.resource.lanes, piece.taken, spanOf(piece, start))
    if (lane === null) return null
    lanes.push(lane)
  }
  return lanes
}

/** Why a piece can't be given at all, whoever else has the time. */
export const refusalOf = (one: Wanted, start: Instant): 'validation' | 'calibration-overdue' | 'closed' | 'resource-closed' | null => {
  const { resource, after, length } = one
  const [from, to] = [start + after, start + after + length]
  if (!onGrid(resource.granuleMin, from, to)) return 'validation'
  if (to > usableUntil(resource)) return 'calibration-overdue'
  if (resource.retired) return 'closed'
  if (meets(one.taken[0], spanOf(one, start))) return 'closed'
  return one.always || isOpen(resource.hours, one.calendar, from, to) ? null : 'resource-closed'
}

/** The end of the last day on which new time is given. */
export const usableUntil = ({ calibration }: Pick<Resource, 'calibration'>): Instant => (calibration ? midnightOf(calibration.due) + DAY : Infinity)

/** On that day nothing new is given of it, for its calibration has ended before. */
export const isOverdue = (resource: Pick<Resource, 'calibration'>, day: IsoDay): boolean => usableUntil(resource) <= midnightOf(day)

/** The next `count` starts at or after `from`, and before `until`, at which all pieces are open and free. */
export const nextFree = (wanted: readonly Wanted[], from: Instant, until: Instant, count: number): Instant[] => {
  const found: Instant[] = []
  const step = Math.max(...wanted.filter(({ after }) => after === 0).map(({ resource }) => resource.granuleMin)) * MINUTE
  for (const { from: first, to: end } of common(wanted.map(one => startsOf(one, from, until)))) {
    for (let start = gridFrom(Math.max(first, from), step); start < Math.min(until, end); start = gridFrom(start + 1, step)) {
      if (found.length >= count) return found
      if (wanted.every(({ resource, after, length }) => onGrid(resource.granuleMin, start + after, start + after + length)) && lanesFor(wanted, start)) found.push(start)
    }
  }
  return found
}

/** Where a whole may begin so that one piece lies in its opening hours; half-open, so a last start counts by 1 ms. */
const startsOf = ({ resource, calendar, after, length, always }: Wanted, from: Instant, until: Instant): Span[] => {
  if (resource.retired) return []
  const spans = always ? [{ from: from + after, to: until + after + length }] : openSpans(resource.hours, calendar, from + after, until + after + length)
  return spans.map(open => ({ from: open.from - after, to: Math.min(open.to, usableUntil(resource)) - after - length + 1 })).filter(span => span.from < span.to)
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
