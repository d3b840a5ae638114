// How full something is that serves several at once, as pieces of the board in which nothing changes.
import type { Instant } from '../booking.ts'
import type { Span } from '../calendar.ts'
import { startOfDay } from '../times.ts'
import { type Column, isSlot } from './columns.ts'

/** `taken[i]`: lane i + 1 is; `waiting`: how many want some of this time and have no lane. */
export type Fill = Span & { taken: boolean[]; waiting: number }

/** `lane` 0 = it waits. Pieces cover the half-hours that are shown, go on over a break, end with each day, and come in order of time. */
export const fillsOf = (lanes: number, spans: readonly (Span & { lane: number })[], columns: readonly Column[]): Fill[] => {
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const fills: Fill[] = []
  for (const column of columns) {
    if (!isSlot(column)) continue
    for (const { from, to } of cut(column, edges)) {
      const now = spans.filter(span => span.from < to && span.to > from)
      const fill: Fill = { from, to, taken: Array.from({ length: lanes }, (_, i) => now.some(({ lane }) => lane === i + 1)), waiting: now.filter(({ lane }) => lane === 0).length }
      const last = fills.at(-1)
      if (last && startOfDay(last.from) === startOfDay(from) && last.waiting === fill.waiting && last.taken.every((is, i) => is === fill.taken[i])) last.to = to
      else fills.push(fill)
    }
  }
  return fills
}

const cut = ({ from, to }: Span, edges: readonly Instant[]): Span[] => {
  const at = [from, ...edges.filter(edge => edge > from && edge < to), to]
  return at.slice(1).map((end, i) => ({ from: at[i], to: end }))
}
