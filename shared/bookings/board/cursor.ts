// The cursor of the board and how it moves: over working time only, and over overtime that was opened.
import type { Instant } from '../booking.ts'
import { MINUTE, startOfDay } from '../times.ts'
import { type Board, type Column, HALF_HOUR, isSlot } from './columns.ts'

/** The time that would be booked. `minutes`: whole half-hours. */
export type Cursor = { start: Instant; minutes: number }

const slotsOf = ({ columns }: Board): Column[] => columns.filter(isSlot)

/** The first start at or after an instant, else the last one; null: the board has none. */
export const startNear = (board: Board, at: Instant): Instant | null => {
  const slots = slotsOf(board)
  return (slots.find(({ to }) => to > at) ?? slots.at(-1))?.from ?? null
}

/** So many half-hours on or back; null: past the edge of the board. */
export const stepped = (board: Board, { start }: Cursor, by: number): Instant | null => {
  const slots = slotsOf(board)
  const at = slots.findIndex(({ from }) => from === start)
  return at < 0 ? startNear(board, start) : (slots[at + by]?.from ?? null)
}

/** The same time of day on the next or the last day, or what of it comes nearest; null: past the edge of the board. */
export const dayStepped = (board: Board, { start }: Cursor, by: 1 | -1): Instant | null => {
  const today = startOfDay(start)
  const others = slotsOf(board).filter(({ from }) => (by > 0 ? startOfDay(from) > today : startOfDay(from) < today))
  const day = others.length === 0 ? null : startOfDay((by > 0 ? others[0] : others.at(-1)!).from)
  if (day === null) return null
  const clock = start - today
  return others.filter(({ from }) => startOfDay(from) === day).reduce((best, { from }) => (Math.abs(from - day - clock) < Math.abs(best - day - clock) ? from : best), Infinity)
}

/** Half an hour longer or shorter; never below one, and never longer than the board goes on without a gap. */
export const lengthened = (board: Board, { start, minutes }: Cursor, by: 1 | -1): number => {
  const wanted = minutes + by * 30
  return wanted < 30 || (by > 0 && start + wanted * MINUTE > stretchEnd(board, start)) ? minutes : wanted
}

/** The day's first start, or the last at which the length still fits before the gap. */
export const dayEdge = (board: Board, { start, minutes }: Cursor, edge: 'first' | 'last'): Instant => {
  const day = slotsOf(board).filter(({ from }) => startOfDay(from) === startOfDay(start)).map(({ from }) => from)
  if (day.length === 0) return start
  return edge === 'first' ? day[0] : (day.filter(from => from + minutes * MINUTE <= stretchEnd(board, from)).at(-1) ?? day.at(-1)!)
}

/** Where the half-hours end that follow one another without a gap. */
const stretchEnd = (board: Board, start: Instant): Instant => {
  let end = start
  for (const { from, to } of slotsOf(board)) if (from === end) end = to
  return end === start ? start + HALF_HOUR : end
}
