// Calendar arithmetic of a plan: when a resource is open, and where a test of some length may start.
import type { Instant } from '../booking.ts'
import type { Span } from '../calendar.ts'
import { DAY, gridFrom, MINUTE, startOfDay, weekday } from '../times.ts'
import type { PlanInput } from './input.ts'

/** Starts from `from` to `to`, both included. */
export type Starts = { from: Instant; to: Instant }

/** Opening time within `[from, until)`, in order; spans that touch are one, `extra` opens, `closed` wins. */
export const openSpans = ({ hours, extra, closed }: Pick<PlanInput['resources'][number], 'hours' | 'extra' | 'closed'>, from: Instant, until: Instant): Span[] => {
  const open: Span[] = extra.map(({ start, end }) => ({ from: start, to: end }))
  for (let midnight = startOfDay(from); midnight < until; midnight += DAY) {
    const day = weekday(midnight)
    for (const { days, from: opens, to: closes } of hours) if (days.includes(day)) open.push({ from: midnight + opens * MINUTE, to: midnight + closes * MINUTE })
  }
  return without(joined(open), joined(closed.map(({ start, end }) => ({ from: start, to: end }))))
    .map(span => ({ from: Math.max(span.from, from), to: Math.min(span.to, until) }))
    .filter(span => span.from < span.to)
}

/** The first start at or after an instant: a multiple of the granule since midnight, and midnight itself. */
export const nextStart = (at: Instant, granule: number): Instant => gridFrom(at, granule * MINUTE)

export const lastStart = (at: Instant, granule: number): Instant => {
  const midnight = startOfDay(at)
  return midnight + Math.floor((at - midnight) / (granule * MINUTE)) * granule * MINUTE
}

/** Ranges cut down to starts that the granule allows, empty ones dropped. */
export const onGranule = (ranges: readonly Starts[], granule: number): Starts[] =>
  ranges.map(({ from, to }) => ({ from: nextStart(from, granule), to: lastStart(to, granule) })).filter(({ from, to }) => from <= to)

/** What both of two lists in order have. */
export const common = (a: readonly Starts[], b: readonly Starts[]): Starts[] => {
  const found: Starts[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const range = { from: Math.max(a[i].from, b[j].from), to: Math.min(a[i].to, b[j].to) }
    if (range.from <= range.to) found.push(range)
    if (a[i].to < b[j].to) i++
    else j++
  }
  return found
}

/** The index of the first range that ends at or after an instant; the length of the list when there is none. */
export const rangeAt = (ranges: readonly Starts[], at: Instant): number => {
  let low = 0
  for (let high = ranges.length; low < high;) {
    const middle = (low + high) >> 1
    if (ranges[middle].to < at) low = middle + 1
    else high = middle
  }
  return low
}

/** In order; what touches is one. */
export const joined = (spans: readonly Span[]): Span[] => {
  const found: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else found.push({ ...span })
  }
  return found
}

/** Both in order and joined. */
const without = (spans: readonly Span[], cut: readonly Span[]): Span[] =>
  spans.flatMap(({ from, to }) => {
    const left: Span[] = []
    let at = from
    for (const gap of cut) {
      if (gap.to <= at || gap.from >= to) continue
      if (gap.from > at) left.push({ from: at, to: gap.from })
      at = gap.to
    }
    if (at < to) left.push({ from: at, to })
    return left
  })
