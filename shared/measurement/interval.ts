// How long until the next calibration: staircase, drift and reliability (ILAC-G24 / OIML D 10).
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { badFloat, type Meaning, NOT_NEGATIVE, POSITIVE } from './bad-number.ts'
import { type DataProblem, readNumber } from './data-problem.ts'
import { type Decimal, floatOf, type Fraction, fractionOf, minus, plus, times } from './decimal.ts'
import { betaQuantile, binomialCdf } from './distributions.ts'
import { aligned, perOne, totalOf } from './sums.ts'

/** In months, not rounded. A regulation's own interval is not for the user to lengthen: pass it as the most. */
export const MOST_MONTHS = 60
export const LEAST_MONTHS = 1

const FROM_LEAST: Meaning = { must: `>= ${LEAST_MONTHS}`, holds: value => value >= LEAST_MONTHS }
const SHARE: Meaning = { must: '0 .. 1', holds: value => value >= 0 && value <= 1 }

export type IntervalAction = 'extend' | 'keep' | 'shorten'

/** An error as found and its expanded uncertainty, typed, in one unit with the maximum permissible error. */
export type AsFound = { error: string; U: string }

/**
 * From the calibrations so far, oldest first: |error| + U above the MPE in the last one halves the interval; at or below 0.8 MPE three times running makes it a
 * quarter longer, up to `maxMonths`; else it stays. Decided exactly. Steps are ours; the method is ILAC-G24:2022 / OIML D 10 method 1 [K].
 */
export const staircase = (months: number, mpe: string, history: readonly AsFound[], maxMonths = MOST_MONTHS): Result<{ months: number; action: IntervalAction }, DataProblem> => {
  const bad = badFloat('months', months, POSITIVE)
  if (bad) return fail(bad)
  const limit = readNumber('mpe', mpe, POSITIVE)
  if (!limit.ok) return limit
  if (history.length === 0) return fail({ code: 'too-few', at: 'history', have: 0, need: 1 })
  const read = readHistory(history)
  if (!read.ok) return read
  const badMost = badFloat('maxMonths', maxMonths, FROM_LEAST)
  if (badMost) return fail(badMost)
  const most = fractionOf(limit.value)
  const beyond = (found: Fraction, tenths: bigint): boolean => minus(times(most, { num: tenths, den: 10n }), found).num < 0n
  if (beyond(read.value.at(-1)!, 10n)) return ok({ months: shorter(months, months / 2), action: 'shorten' })
  const steady = read.value.length >= 3 && read.value.slice(-3).every(found => !beyond(found, 8n))
  return ok(steady && months < maxMonths ? { months: Math.min(months * 1.25, maxMonths), action: 'extend' } : { months, action: 'keep' })
}

/** |error| + U of each. */
const readHistory = (history: readonly AsFound[]): Result<Fraction[], DataProblem> => {
  const read: Fraction[] = []
  for (const [i, { error, U }] of history.entries()) {
    const found = readNumber(`history[${i}].error`, error)
    if (!found.ok) return found
    const uncertainty = readNumber(`history[${i}].U`, U, NOT_NEGATIVE)
    if (!uncertainty.ok) return uncertainty
    read.push(plus(size(fractionOf(found.value)), fractionOf(uncertainty.value)))
  }
  return ok(read)
}

const size = ({ num, den }: Fraction): Fraction => ({ num: num < 0n ? -num : num, den })

/** At least a month, and never longer than it was. */
const shorter = (months: number, wanted: number): number => Math.min(months, Math.max(LEAST_MONTHS, wanted))

/** `t`: months from 0, `error` in the unit of U and the MPE, both typed. */
export type DriftPoint = { t: string; error: string }

/**
 * The straight line error = a + b·t through at least three points by least squares, and four fifths of the time until |a + b·t| + U reaches the MPE, from 1 month
 * to `maxMonths`, which a level line gives. `no-spread`: all at one time; `already-out`: at the MPE from the start. ILAC-G24:2022 / OIML D 10 method 2, share ours [K].
 */
export const drift = (points: readonly DriftPoint[], U: string, mpe: string, maxMonths = MOST_MONTHS): Result<{ a: number; b: number; months: number }, DataProblem> => {
  if (points.length < 3) return fail({ code: 'too-few', at: 'points', have: points.length, need: 3 })
  const read = readPoints(points)
  if (!read.ok) return read
  const line = lineThrough(read.value.t, read.value.error)
  if (!line) return fail({ code: 'no-spread', at: 'points' })
  const uncertainty = readNumber('U', U, NOT_NEGATIVE)
  if (!uncertainty.ok) return uncertainty
  const limit = readNumber('mpe', mpe, POSITIVE)
  if (!limit.ok) return limit
  const badMost = badFloat('maxMonths', maxMonths, FROM_LEAST)
  if (badMost) return fail(badMost)
  const most = minus(fractionOf(limit.value), fractionOf(uncertainty.value))
  if (minus(most, size(line.a)).num <= 0n) return fail({ code: 'already-out', at: 'points' })
  return ok({ a: floatOf(line.a), b: floatOf(line.b), months: Math.min(maxMonths, Math.max(LEAST_MONTHS, 0.8 * reached(line, most))) })
}

const readPoints = (points: readonly DriftPoint[]): Result<{ t: Decimal[]; error: Decimal[] }, DataProblem> => {
  const read: { t: Decimal[]; error: Decimal[] } = { t: [], error: [] }
  for (const [i, point] of points.entries()) {
    for (const key of ['t', 'error'] as const) {
      const value = readNumber(`points[${i}].${key}`, point[key])
      if (!value.ok) return value
      read[key].push(value.value)
    }
  }
  return ok(read)
}

type Line = { a: Fraction; b: Fraction }

/** Exactly; null = one and the same t. */
const lineThrough = (times: readonly Decimal[], errors: readonly Decimal[]): Line | null => {
  const [t, e] = [aligned(times), aligned(errors)]
  const n = BigInt(times.length)
  const [st, se, stt, ste] = [totalOf(t.digits), totalOf(e.digits), totalOf(t.digits.map(one => one * one)), totalOf(t.digits.map((one, i) => one * e.digits[i]))]
  const spread = n * stt - st * st
  if (spread === 0n) return null
  return { a: { num: se * stt - st * ste, den: spread * perOne(e.exp) }, b: { num: (n * ste - st * se) * perOne(t.exp), den: spread * perOne(e.exp) } }
}

/** When the line comes to `most` on the side to which it runs; never for a level one. */
const reached = ({ a, b }: Line, most: Fraction): number => {
  if (b.num === 0n) return Infinity
  const way = b.num > 0n ? minus(most, a) : plus(most, a)
  return floatOf(way) / Math.abs(floatOf(b))
}

/** `ci`: Clopper-Pearson, 95 %. `p`: the chance of a count as far from the target or further, were the target true. */
export type Reliability = { observed: number; ci: [low: number, high: number]; p: number; months: number | null; action: IntervalAction | 'insufficient' }

/** Fewer calibrations than this change no interval. */
export const ENOUGH_CALIBRATIONS = 20

/**
 * From `x` of `n` calibrations in tolerance at an interval of so many months: months·ln(target)/ln(observed), from 1 month to `maxMonths`, and only if p < 0.05;
 * below 20 calibrations `insufficient`, months null. `target` from 0 to 1. Exponential model, ILAC-G24:2022 / OIML D 10; gate ours [K].
 */
export const reliability = (months: number, n: number, x: number, target: number, maxMonths = MOST_MONTHS): Result<Reliability, DataProblem> => {
  const bad = badFloat('months', months, POSITIVE)
  if (bad) return fail(bad)
  if (!Number.isSafeInteger(n) || n < 0) return fail({ code: 'bad-count', at: 'n', count: n, most: null })
  if (n === 0) return fail({ code: 'too-few', at: 'n', have: 0, need: 1 })
  if (!Number.isSafeInteger(x) || x < 0 || x > n) return fail({ code: 'bad-count', at: 'x', count: x, most: n })
  const badTarget = badFloat('target', target, SHARE)
  if (badTarget) return fail(badTarget)
  const badMost = badFloat('maxMonths', maxMonths, FROM_LEAST)
  if (badMost) return fail(badMost)
  const observed = x / n
  const ci: [number, number] = [x === 0 ? 0 : betaQuantile(0.025, x, n - x + 1), x === n ? 1 : betaQuantile(0.975, x + 1, n - x)]
  const p = observed < target ? binomialCdf(x, n, target) : binomialCdf(n - x, n, 1 - target)
  if (n < ENOUGH_CALIBRATIONS) return ok({ observed, ci, p, months: null, action: 'insufficient' })
  const wanted = observed === 1 ? maxMonths : (months * Math.log(target)) / Math.log(observed)
  if (p < 0.05 && observed < target) return ok({ observed, ci, p, months: shorter(months, wanted), action: 'shorten' })
  if (p < 0.05 && months < maxMonths) return ok({ observed, ci, p, months: Math.min(maxMonths, wanted), action: 'extend' })
  return ok({ observed, ci, p, months, action: 'keep' })
}
