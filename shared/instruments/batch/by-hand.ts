// A plan changed by hand: a block of pieces goes to another day with room, or falls in two.
import type { Instant } from '#shared/bookings/booking.ts'
import { DAY, dayOf, startOfDay } from '#shared/bookings/times.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import { type Pool, poolOf } from './pool.ts'
import type { Batch } from './read.ts'
import { endOf, type Placed, type Plan, planWith } from './schemes.ts'

/** What is done of one group in one place on one day: the day and place of the last part. */
export type Block = { id: string; group: string; resource: string; day: IsoDay; split: number; placed: Placed[] }

const placeOf = ({ parts }: Placed): { resource: string; start: Instant } => parts.at(-1)!

/** By day, then as the pieces come. */
export const blocksOf = ({ placed }: Pick<Plan, 'placed'>): Block[] => {
  const blocks = new Map<string, Block>()
  for (const one of placed) {
    const { resource, start } = placeOf(one)
    const { piece: { group }, split } = one
    const id = [group, resource, dayOf(start), split].join('|')
    const block = blocks.get(id)
    if (block) block.placed.push(one)
    else blocks.set(id, { id, group, resource, day: dayOf(start), split, placed: [one] })
  }
  return [...blocks.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** The pool with a plan in it; null = not all of it has room (any more). */
export const poolWith = ({ shares }: Pick<Batch, 'shares'>, placed: readonly Placed[]): Pool | null => {
  const pool = poolOf(shares)
  return placed.every(({ option, parts }) => pool.take(option, parts)) ? pool : null
}

/** The block on the next day (`by` 1) or the one before (`by` -1) that has room for all of it; null = there is none. The others stay. */
export const moveBlock = (batch: Batch, plan: Plan, { placed: moving }: Block, by: 1 | -1): Plan | null => {
  const rest = plan.placed.filter(one => !moving.includes(one))
  const pool = poolWith(batch, rest)
  if (!pool) return null
  for (let day = startOfDay(placeOf(moving[0]).start) + by * DAY; day + DAY > batch.from && day < batch.until; day += by * DAY) {
    const moved = onDay(pool.copy(), batch, moving, day)
    if (moved) return planWith([...rest, ...moved], plan.cannot)
  }
  return null
}

const onDay = (pool: Pool, { from, until }: Batch, moving: readonly Placed[], day: Instant): Placed[] | null => {
  const moved: Placed[] = []
  for (const one of moving) {
    const parts = pool.find(one.option, Math.max(from, day), Math.min(until, day + DAY))
    if (!parts || startOfDay(parts.at(-1)!.start) !== day) return null
    pool.take(one.option, parts)
    moved.push({ ...one, parts })
  }
  return moved
}

/** Its later half stands apart, to be moved alone; null = it is one piece. */
export const splitBlock = (plan: Plan, { placed }: Block): Plan | null => {
  if (placed.length < 2) return null
  const apart = new Set([...placed].sort((a, b) => endOf(a) - endOf(b)).slice(Math.ceil(placed.length / 2)))
  const split = Math.max(...plan.placed.map(one => one.split)) + 1
  return { ...plan, placed: plan.placed.map(one => (apart.has(one) ? { ...one, split } : one)) }
}

/** Pieces of a plan that can't be booked as it says any more: someone else has the time, or it is closed. `batch`: as it was read just now. */
export const lostOf = ({ shares, all }: Pick<Batch, 'shares' | 'all'>, { placed }: Pick<Plan, 'placed'>): Placed[] => {
  const pool = poolOf(shares)
  return placed.filter(({ option, parts }) => {
    const now = all.get(option.id)
    return !now || !pool.allows(now, parts) || !pool.take(now, parts)
  })
}
