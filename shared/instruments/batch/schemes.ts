// Three plans for a batch: 最早完成, 最省, 一次上门. What comes first in turn is given time first; nothing but the arguments decides.
import type { Instant, Part } from '#shared/bookings/booking.ts'
import { DAY, dayOf, startOfDay } from '#shared/bookings/times.ts'
import { workingDayAfter } from '#shared/bookings/working-days.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import { beyond } from './options.ts'
import type { BatchPiece, Cannot, CannotBook } from './pieces.ts'
import { type Option, type Pool, poolOf } from './pool.ts'
import type { Batch } from './read.ts'

export const SCHEMES = ['earliest', 'cheapest', 'on-site'] as const
export type Scheme = (typeof SCHEMES)[number]

/** `split`: apart from the others of its group that are done in the same place on the same day. */
export type Placed = { piece: BatchPiece; option: Option; parts: Part[]; split: number }

/**
 * `placed` in the order in which it has to be booked. `fen`: hundredths of a yuan, without the `asks` whose price is to be asked. `days`: on which anything is done.
 * `report`: the day by which every certificate is promised.
 */
export type Plan = { placed: Placed[]; cannot: CannotBook[]; fen: number; asks: number; end: Instant | null; days: IsoDay[]; report: IsoDay | null }

export const planOf = (batch: Batch, scheme: Scheme): Plan => (scheme === 'on-site' ? onSite(batch) : oneByOne(batch, scheme === 'cheapest' ? cheaper : sooner))

/** What is the same of every plan, however it came about. */
export const planWith = (placed: Placed[], cannot: CannotBook[]): Plan => {
  const prices = placed.map(({ option }) => option.fen).filter(fen => fen !== null)
  return {
    placed, cannot, fen: prices.reduce((sum, fen) => sum + fen, 0), asks: placed.length - prices.length, end: placed.length === 0 ? null : Math.max(...placed.map(endOf)),
    days: [...new Set(placed.flatMap(({ parts }) => parts.map(({ start }) => dayOf(start))))].sort(),
    report: placed.map(one => workingDayAfter(one.option.calendar, endOf(one) - 1, one.option.days)).sort().at(-1) ?? null,
  }
}

export const endOf = ({ parts }: Pick<Placed, 'parts'>): Instant => parts.at(-1)!.end

type Found = Pick<Placed, 'option' | 'parts'>
type Better = (a: Found, b: Found) => number
const price = ({ option: { fen } }: Found): number => fen ?? Number.MAX_SAFE_INTEGER
const byId = (a: Found, b: Found): number => (a.option.test.id < b.option.test.id ? -1 : 1)
const sooner: Better = (a, b) => endOf(a) - endOf(b) || price(a) - price(b) || byId(a, b)
const cheaper: Better = (a, b) => price(a) - price(b) || endOf(a) - endOf(b) || byId(a, b)

const oneByOne = ({ pieces, cannot, shares, from, until }: Batch, better: Better): Plan => {
  const pool = poolOf(shares)
  const starts = new Map<Option, Instant>()
  const placed: Placed[] = []
  const without: CannotBook[] = []
  for (const { piece, options } of pieces) {
    const best = options.flatMap(option => found(pool, option, starts.get(option) ?? from, until)).sort(better).at(0)
    if (!best) {
      without.push({ instrument: piece.instrument, cannot: whyNone(pool, options, from, until) })
      continue
    }
    pool.take(best.option, best.parts)
    // Time is only ever taken: none before this start will be free for the next of the same test.
    starts.set(best.option, best.parts[0].start)
    placed.push({ piece, ...best, split: 0 })
  }
  return planWith(placed, [...cannot, ...without])
}

const found = (pool: Pool, option: Option, from: Instant, until: Instant): Found[] => {
  const parts = pool.find(option, from, until)
  return parts ? [{ option, parts }] : []
}

/** Is there time, but for a limit that staff may pass over? */
const whyNone = (pool: Pool, options: readonly Option[], from: Instant, until: Instant): Cannot => {
  const finds = (how: 'share' | 'all'): boolean => options.some(option => {
    const one = beyond(option, how, until)
    return one !== null && pool.find(one, from, until) !== null
  })
  return { why: finds('share') ? 'share-used' : finds('all') ? 'too-far' : 'no-time' }
}

/** Tried from each of the next days on: as many pieces as can be on as few days as can be, then the earliest, then the cheapest. */
const onSite = (batch: Batch): Plan => {
  const coming = batch.pieces.map(({ piece, options }) => ({ piece, options: options.filter(one => one.onSite) }))
  const none = coming.filter(({ options }) => options.length === 0).map(({ piece }): CannotBook => ({ instrument: piece.instrument, cannot: { why: 'not-on-site' } }))
  const wanted = coming.filter(({ options }) => options.length > 0)
  let best = planWith([], [...batch.cannot, ...none, ...wanted.map(({ piece }): CannotBook => ({ instrument: piece.instrument, cannot: { why: 'no-time' } }))])
  for (let day = startOfDay(batch.from), tries = 0; wanted.length > 0 && tries < FIRST_DAYS; day += DAY, tries++) {
    const plan = onFewDays({ ...batch, pieces: wanted, cannot: [...batch.cannot, ...none] }, Math.max(day, batch.from))
    if (isFewer(plan, best)) best = plan
    if (best.placed.length === wanted.length && best.days.length === 1) break
  }
  return best
}
/** How many days are tried as the first of a visit. */
const FIRST_DAYS = 14

const isFewer = (a: Plan, b: Plan): boolean => (b.placed.length - a.placed.length || a.days.length - b.days.length || (a.end ?? 0) - (b.end ?? 0) || a.fen - b.fen) < 0

const onFewDays = ({ pieces, cannot, shares, until }: Batch, from: Instant): Plan => {
  const pool = poolOf(shares)
  const days: Instant[] = []
  const placed: Placed[] = []
  const without: CannotBook[] = []
  for (const { piece, options } of pieces) {
    const on = (day: Instant): Found[] => options.flatMap(option => found(pool, option, Math.max(from, day), day + DAY)).filter(one => endOf(one) <= day + DAY)
    let best: Found | undefined
    for (const day of days) if ((best = on(day).sort(sooner).at(0))) break
    best ??= options.flatMap(option => found(pool, option, from, until)).sort(sooner).at(0)
    if (!best) {
      without.push({ instrument: piece.instrument, cannot: whyNone(pool, options, from, until) })
      continue
    }
    pool.take(best.option, best.parts)
    for (const { start } of best.parts) if (!days.includes(startOfDay(start))) days.push(startOfDay(start))
    placed.push({ piece, ...best, split: 0 })
  }
  return planWith(placed, [...cannot, ...without])
}
