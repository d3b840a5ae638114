// Process capability of values of any distribution, by their own percentiles.
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { readSpecification, type Specification, valuesFault } from './capability.ts'
import type { DataProblem } from './data-problem.ts'
import { type Decimal, dividedBy, floatOf, type Fraction, minus } from './decimal.ts'
import { aligned, perOne, sortedDigits } from './sums.ts'

/** Percentiles in the unit of the values; pp is null with one limit, either index where the percentiles under it are equal. */
export type PercentileCapability = { n: number; p00135: number; p50: number; p99865: number; pp: number | null; ppk: number | null; warnings: 'few-for-percentiles'[] }

/** With fewer values than this the outer percentiles are the least and the greatest value. */
export const ENOUGH_FOR_PERCENTILES = 740

/**
 * Pp and Ppk by the percentiles 0.135, 50 and 99.865 of at least two values in one unit, subgroups of any size. `quantile`: 6 stands at (n + 1)p, as in
 * Minitab, 7 at (n − 1)p + 1, as in R; say on the report which. ISO 22514-2 [K].
 */
export const percentileCapability = (subgroups: readonly (readonly Decimal[])[], specification: Specification, quantile: number = 6): Result<PercentileCapability, DataProblem> => {
  const fault = valuesFault(subgroups)
  if (fault) return fail(fault)
  const { digits, exp } = aligned(subgroups.flat())
  const sorted = sortedDigits(digits)
  if (sorted[0] === sorted.at(-1)) return fail({ code: 'no-variation', at: 'subgroups' })
  const limits = readSpecification(specification)
  if (!limits.ok) return limits
  if (quantile !== 6 && quantile !== 7) return fail({ code: 'bad-number', at: 'quantile', text: String(quantile), must: '6 | 7' })
  const { L, U } = limits.value
  const [low, middle, high] = [135n, 50000n, 99865n].map(share => percentile(sorted, exp, share, quantile))
  const sides = [...(L ? [quotient(minus(middle, L), minus(middle, low))] : []), ...(U ? [quotient(minus(U, middle), minus(high, middle))] : [])]
  return ok({
    n: sorted.length, p00135: floatOf(low), p50: floatOf(middle), p99865: floatOf(high),
    pp: L && U && quotient(minus(U, L), minus(high, low)),
    ppk: sides.some(one => one === null) ? null : Math.min(...sides.map(Number)),
    warnings: sorted.length < ENOUGH_FOR_PERCENTILES ? ['few-for-percentiles'] : [],
  })
}

const ALL = 100_000n

/** `share` of ALL, between two values by their distance. */
const percentile = (sorted: readonly bigint[], exp: number, share: bigint, quantile: 6 | 7): Fraction => {
  const n = BigInt(sorted.length)
  const place = quantile === 6 ? (n + 1n) * share - ALL : (n - 1n) * share
  const last = (n - 1n) * ALL
  const inside = place < 0n ? 0n : place > last ? last : place
  const [below, part] = [Number(inside / ALL), inside % ALL]
  const low = sorted[below]
  return { num: low * ALL + part * ((sorted[below + 1] ?? low) - low), den: ALL * perOne(exp) }
}

const quotient = (above: Fraction, below: Fraction): number | null => (below.num === 0n ? null : floatOf(dividedBy(above, below)))
