// What is taken of a resource or of a sample over time, as steps: `used[i]` units from `at[i]` to `at[i + 1]`, neighbours differ.
import type { Instant } from '../booking.ts'
import type { Starts } from './opening.ts'

/** `before` and `after` in ms, part of every use. */
export type Pool = { capacity: number; before: number; after: number; at: Instant[]; used: number[] }

export const emptyPool = (capacity: number, before = 0, after = 0): Pool => ({ capacity, before, after, at: [-Infinity], used: [0] })

/** Takes units for a use of `[start, end)`, its buffers besides; negative units give them back. */
export const take = (pool: Pool, start: Instant, end: Instant, units: number): void => {
  const first = stepFrom(pool, start - pool.before)
  const last = stepFrom(pool, end + pool.after)
  for (let i = first; i < last; i++) pool.used[i] += units
  joinAt(pool, last)
  joinAt(pool, first)
}

/** The first start at or after `start` from which so many units are free for `length` ms, buffers included; Infinity for never. */
export const freeFrom = ({ capacity, before, after, at, used }: Pool, units: number, start: Instant, length: number): Instant => {
  const most = capacity - units
  for (let i = stepAt(at, start - before); ; i++) {
    if (used[i] > most) start = i + 1 < at.length ? at[i + 1] + before : Infinity
    if (i + 1 >= at.length || at[i + 1] >= start + length + after) return start
  }
}

/** All starts at which so many units are free for `length` ms. */
export const freeStarts = ({ capacity, before, after, at, used }: Pool, units: number, length: number): Starts[] => {
  const found: Starts[] = []
  let from = -Infinity
  for (let i = 0; i < at.length; i++) {
    if (used[i] <= capacity - units) continue
    const to = at[i] - length - after
    if (from <= to && from < Infinity && to > -Infinity) found.push({ from, to })
    from = i + 1 < at.length ? at[i + 1] + before : Infinity
  }
  if (from < Infinity) found.push({ from, to: Infinity })
  return found
}

/** The step in which an instant lies. */
const stepAt = (at: readonly Instant[], instant: Instant): number => {
  let low = 0
  for (let high = at.length - 1; low < high;) {
    const middle = (low + high + 1) >> 1
    if (at[middle] <= instant) low = middle
    else high = middle - 1
  }
  return low
}

/** The step that begins at an instant, made where there is none. */
const stepFrom = (pool: Pool, instant: Instant): number => {
  const i = stepAt(pool.at, instant)
  if (pool.at[i] === instant) return i
  pool.at.splice(i + 1, 0, instant)
  pool.used.splice(i + 1, 0, pool.used[i])
  return i + 1
}

const joinAt = ({ at, used }: Pool, i: number): void => {
  if (i === 0 || used[i] !== used[i - 1]) return
  at.splice(i, 1)
  used.splice(i, 1)
}
