// Control charts of counts: share nonconforming p and number np, defects per unit u and number c.
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { fixedLines, type Lines } from './charts.ts'
import { type DataProblem, readNumber } from './data-problem.ts'
import { compareFractions, floatOf, type Fraction, parseDecimal } from './decimal.ts'
import { ATTRIBUTE_RULES, type Places, type RuleHits, rulesBroken } from './nelson.ts'
import { aligned, perOne, totalOf } from './sums.ts'

/** `d` nonconforming of `n` inspected, or `d` defects on a size of `n` units (pieces, m²). */
export type Count = { n: number; d: number }

/** Limits differ with the size, point by point; p is a share of 1, u per unit of size. `out` lie beyond (rule 1); points count from 0; rules 2 to 4 hold. */
export type RateChart = { cl: number; ucl: number[]; lcl: number[]; points: number[]; out: number[]; rules: RuleHits }

/** The same as a number a sample, for samples of one size. */
export type NumberChart = Lines & { points: number[]; out: number[]; rules: RuleHits }

/**
 * p: d of n pieces, n whole; u: d defects on n units, n above 0. At least two samples, or one against `fixed` limits. `bad-size`, `bad-count`: not such a number,
 * for p also more than n. `no-variation`: not one was found, or all were. ISO 7870-2, GB/T 17989.2 [K].
 */
export const rateChart = (kind: 'p' | 'u', counts: readonly Count[], fixed: Lines | null = null): Result<RateChart, DataProblem> => {
  const fault = tooFewCounts(counts, fixed) ?? countFault(kind, counts)
  if (fault) return fail(fault)
  const { digits: sizes, exp } = aligned(counts.map(({ n }) => parseDecimal(String(n))!))
  const found = counts.map(({ d }) => BigInt(d))
  const rate = { num: totalOf(found) * perOne(exp), den: totalOf(sizes) }
  const points = found.map((d, i): Fraction => ({ num: d * perOne(exp), den: sizes[i] }))
  if (fixed) return againstFixed(kind, points, fixed)
  if (rate.num === 0n || (kind === 'p' && rate.num === rate.den)) return fail({ code: 'no-variation', at: 'counts' })
  const cl = floatOf(rate)
  const half = counts.map(({ n }) => 3 * Math.sqrt((kind === 'p' ? cl * (1 - cl) : cl) / n))
  const places = placesOfRates(points, rate)
  // (x − r)² > 9·r·(1 − r)/n for p, 9·r/n for u, times all denominators.
  const [all, total] = [totalOf(sizes), totalOf(found)]
  const widest = 9n * total * (kind === 'p' ? all - total : all)
  const out = points.flatMap((_, i) => ((found[i] * all - total * sizes[i]) ** 2n > widest * sizes[i] ? [i] : []))
  return ok({ cl, ...clipped(kind, half.map(one => cl + one), half.map(one => cl - one)), points: points.map(floatOf), out, rules: rulesBroken(places, ATTRIBUTE_RULES) })
}

/** np: d of n pieces in samples of one size, else `bad-size`; c: d defects in samples that are all one unit. As above. ISO 7870-2, GB/T 17989.2 [K]. */
export const numberChart = (kind: 'np' | 'c', counts: readonly Count[], fixed: Lines | null = null): Result<NumberChart, DataProblem> => {
  const size = kind === 'c' ? 1 : (counts[0]?.n ?? 1)
  const other = kind === 'c' ? -1 : counts.findIndex(({ n }) => n !== size)
  if (other >= 0) return fail({ code: 'bad-size', at: `counts[${other}].n`, count: counts[other].n, most: size })
  if (fixed) {
    const fault = tooFewCounts(counts, fixed) ?? countFault(kind === 'np' ? 'p' : 'u', counts.map(({ d }) => ({ n: size, d })))
    if (fault) return fail(fault)
    const found = againstFixed('u', counts.map(({ d }) => ({ num: BigInt(d), den: 1n })), fixed)
    return found.ok ? ok({ ...found.value, ucl: found.value.ucl[0], lcl: found.value.lcl[0] }) : found
  }
  const found = rateChart(kind === 'np' ? 'p' : 'u', counts.map(({ d }) => ({ n: size, d })))
  if (!found.ok) return found
  const { cl, ucl, lcl, out, rules } = found.value
  return ok({ cl: cl * size, ucl: ucl[0] * size, lcl: lcl[0] * size, points: counts.map(({ d }) => d), out, rules })
}

const tooFewCounts = (counts: readonly Count[], fixed: Lines | null): DataProblem | null => {
  const need = fixed ? 1 : 2
  return counts.length < need ? { code: 'too-few', at: 'counts', have: counts.length, need } : null
}

export const countFault = (kind: 'p' | 'u', counts: readonly Count[]): DataProblem | null => {
  for (const [i, { n, d }] of counts.entries()) {
    if (!(n > 0) || !readNumber('n', String(n)).ok || (kind === 'p' && !Number.isSafeInteger(n))) return { code: 'bad-size', at: `counts[${i}].n`, count: n, most: null }
    if (!Number.isSafeInteger(d) || d < 0 || (kind === 'p' && d > n)) return { code: 'bad-count', at: `counts[${i}].d`, count: d, most: kind === 'p' ? n : null }
  }
  return null
}

const againstFixed = (kind: 'p' | 'u', points: readonly Fraction[], fixed: Lines): Result<RateChart, DataProblem> => {
  const lines = fixedLines(fixed)
  if (!lines.ok) return lines
  const { cl, ucl, lcl } = lines.value
  const out = points.flatMap((one, i) => (compareFractions(one, ucl) > 0 || compareFractions(one, lcl) < 0 ? [i] : []))
  const limits = clipped(kind, points.map(() => fixed.ucl), points.map(() => fixed.lcl))
  return ok({ cl: fixed.cl, ...limits, points: points.map(floatOf), out, rules: rulesBroken(placesOfRates(points, cl), ATTRIBUTE_RULES) })
}

/** Sigma is another for each size, so that only the sides count. */
const placesOfRates = (points: readonly Fraction[], centre: Fraction): Places => ({
  side: Int8Array.from(points, one => compareFractions(one, centre)),
  reach: new Int8Array(points.length),
  step: Int8Array.from(points, (one, i) => (i === 0 ? 0 : compareFractions(one, points[i - 1]))),
})

const clipped = (kind: 'p' | 'u', ucl: number[], lcl: number[]): { ucl: number[]; lcl: number[] } => ({
  ucl: kind === 'p' ? ucl.map(one => Math.min(1, one)) : ucl,
  lcl: lcl.map(one => Math.max(0, one)),
})
