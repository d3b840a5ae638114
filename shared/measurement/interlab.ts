// Comparison between laboratories: the robust consensus of a round and the scores of its laboratories (ISO 13528, GB/T 28043).
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { badFloat, NOT_NEGATIVE, POSITIVE } from './bad-number.ts'
import { type DataProblem, readNumber } from './data-problem.ts'
import { type Decimal, dividedBy, floatOf, type Fraction, fractionOf, minus, plus, times } from './decimal.ts'
import { aligned, deviationOf, meanOf, perOne, sortedDigits } from './sums.ts'

/** `xstar`, `sstar`: robust mean and standard deviation; `uxpt`: standard uncertainty of xstar. All but n in the unit of the values. */
export type Consensus = { n: number; mean: number; sd: number; xstar: number; sstar: number; uxpt: number; warnings: ConsensusWarning[] }

/** `small-roster`: fewer than 12 laboratories, too few to be judged by their own scatter. `use-zprime`: xstar is too uncertain for z. */
export type ConsensusWarning = 'small-roster' | 'use-zprime'

/** Fewer results than this are not judged by their own standard deviation: with ten none could reach a score of 3. */
export const SMALL_ROSTER = 12

/**
 * Mean, sd, and Algorithm A run until it stands still, of at least 3 results, one a laboratory, in one unit. `sigmaPt` is the standard deviation for
 * the assessment in the same unit; without it sstar takes its place. `not-computable`: more than half of the results are equal. ISO 13528 Annex C.3, 9.2.1 [K].
 */
export const consensus = (values: readonly Decimal[], sigmaPt?: number): Result<Consensus, DataProblem> => {
  const n = values.length
  if (n < 3) return fail({ code: 'too-few', at: 'values', have: n, need: 3 })
  const bad = badFloat('sigmaPt', sigmaPt, POSITIVE)
  if (bad) return fail(bad)
  const { digits, exp } = aligned(values)
  const sorted = sortedDigits(digits)
  const origin = sorted[n >> 1]
  const robust = algorithmA(Float64Array.from(sorted, one => Number(one - origin)))
  if (!robust) return fail({ code: 'not-computable', at: 'values' })
  const one = Number(perOne(exp))
  const [xstar, sstar] = [floatOf({ num: origin, den: perOne(exp) }) + robust.x / one, robust.s / one]
  const uxpt = (1.25 * sstar) / Math.sqrt(n)
  const warnings: ConsensusWarning[] = [...(n < SMALL_ROSTER ? ['small-roster' as const] : []), ...(uxpt > 0.3 * (sigmaPt ?? sstar) ? ['use-zprime' as const] : [])]
  return ok({ n, mean: floatOf(meanOf({ digits: sorted, exp })), sd: deviationOf(sorted, exp), xstar, sstar, uxpt, warnings })
}

/** Well below the 1e-9 of s* that are asked for, since each step leaves a part of the way. */
const STILL = 1e-13
const MOST_STEPS = 2000

/** Expects sorted numbers; null = no scatter to start from. */
const algorithmA = (sorted: Float64Array): { x: number; s: number } | null => {
  let x = middle(sorted)
  let s = 1.483 * middle(sorted.map(one => Math.abs(one - x)).sort())
  for (let step = 0; step < MOST_STEPS && s > 0; step++) {
    const before = { x, s }
    const clipped = sorted.map(one => Math.min(Math.max(one, before.x - 1.5 * before.s), before.x + 1.5 * before.s))
    x = clipped.reduce((sum, one) => sum + one, 0) / clipped.length
    s = 1.134 * Math.sqrt(clipped.reduce((sum, one) => sum + (one - x) ** 2, 0) / (clipped.length - 1))
    if (Math.max(Math.abs(x - before.x), Math.abs(s - before.s)) <= STILL * s) break
  }
  return s > 0 ? { x, s } : null
}

const middle = (sorted: Float64Array): number => (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2

/** z and z′ by a standard deviation for the assessment, ζ by standard uncertainties, En by expanded ones, d the deviation in percent. */
export type ScoreKind = 'z' | 'zprime' | 'zeta' | 'en' | 'd'
export type ScoreVerdict = 'satisfactory' | 'questionable' | 'unsatisfactory'

/** Typed decimals in one unit, none below 0 but x and xpt. `u`, `uxpt`: standard uncertainties, `U`, `Uxpt`: expanded ones (k = 2). */
export type ScoreFacts = { x: string; xpt: string } & { [key in ScoreDivisor]?: string | undefined }
export type ScoreDivisor = 'sigma' | 'uxpt' | 'u' | 'U' | 'Uxpt'

/** In the order in which they are asked for. */
const FACTS = ['x', 'xpt', 'sigma', 'uxpt', 'u', 'U', 'Uxpt'] as const

/** What stands under the fraction: the root of the sum of their squares. */
const DIVISORS: Record<ScoreKind, readonly ScoreDivisor[]> = { z: ['sigma'], zprime: ['sigma', 'uxpt'], zeta: ['uxpt', 'u'], en: ['U', 'Uxpt'], d: [] }

/**
 * A laboratory's score, a bare number (d in percent), and what it means, decided exactly at its edges: up to 2 satisfactory, from 3 unsatisfactory; En up to 1
 * satisfactory; d has no verdict. Missing divisors are `missing-sigma` (z, zprime) or `missing-U` (zeta, en). ISO 13528 9.4 to 9.7, edges as in ISO/IEC 17043 Annex B.4 [K].
 */
export const score = (kind: ScoreKind, facts: ScoreFacts): Result<{ value: number; verdict: ScoreVerdict | null }, DataProblem> => {
  const read: { [key in keyof ScoreFacts]?: Fraction } = {}
  for (const key of FACTS) {
    const text = facts[key]
    if (text === undefined) {
      if (DIVISORS[kind].some(one => one === key)) return fail({ code: kind === 'z' || kind === 'zprime' ? 'missing-sigma' : 'missing-U', at: key })
      continue
    }
    const value = readNumber(key, text, key === 'x' || key === 'xpt' ? undefined : NOT_NEGATIVE)
    if (!value.ok) return value
    read[key] = fractionOf(value.value)
  }
  const difference = minus(read.x!, read.xpt!)
  if (kind === 'd') return percentOf(difference, read.xpt!)
  const divisors = DIVISORS[kind].map(key => read[key]!)
  const below = divisors.map(one => times(one, one)).reduce(plus)
  if (below.num === 0n) return fail({ code: 'zero-denominator', at: DIVISORS[kind][0] })
  const square = dividedBy(times(difference, difference), below)
  return ok({ value: (difference.num < 0n ? -1 : 1) * Math.sqrt(floatOf(square)), verdict: verdictOf(kind, square) })
}

const percentOf = (difference: Fraction, assigned: Fraction): Result<{ value: number; verdict: null }, DataProblem> => {
  if (assigned.num === 0n) return fail({ code: 'zero-assigned-value', at: 'xpt' })
  const sign = assigned.num < 0n ? -1n : 1n
  return ok({ value: floatOf(dividedBy({ num: difference.num * 100n * sign, den: difference.den }, { num: assigned.num * sign, den: assigned.den })), verdict: null })
}

/** By the score's square. */
const verdictOf = (kind: ScoreKind, { num, den }: Fraction): ScoreVerdict => {
  if (kind === 'en') return num <= den ? 'satisfactory' : 'unsatisfactory'
  return num <= 4n * den ? 'satisfactory' : num < 9n * den ? 'questionable' : 'unsatisfactory'
}
