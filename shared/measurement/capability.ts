// Process capability of normally distributed values: Cp, Cpk, Pp, Ppk, Cpm with their 95 % intervals.
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { deviationConstants, LARGEST_BY_RANGE, MOVING_RANGE, rangeConstants } from './chart-constants.ts'
import { subgroupFault } from './charts.ts'
import { type DataProblem, readNumber } from './data-problem.ts'
import { compareDecimals, type Decimal, floatOf, type Fraction, fractionOf, minus } from './decimal.ts'
import { chiSquareQuantile, normalCdf, normalQuantile } from './distributions.ts'
import { aligned, deviationOf, meanOf, movingRanges, perOne, rangeOf, totalOf } from './sums.ts'

/** How sigma within is told: by the subgroups' ranges, their standard deviations, or the moving ranges of single values. */
export type SigmaBy = 'range' | 'sd' | 'mr'

/** Specification limits and target as typed, in the unit of the values. */
export type Specification = { [key in 'L' | 'U' | 'T']?: string | undefined }

/** Indices are bare numbers, null = not defined: cp and pp want two limits, cpm a target too. */
export type Capability = {
  n: number
  mean: number
  sigmaWithin: number
  sigmaOverall: number
  cp: number | null
  cpk: number | null
  pp: number | null
  ppk: number
  cpm: number | null
  /** 95 %, two-sided; those of cp and cpk by range alone. */
  ci: { pp: Interval | null; ppk: Interval; cp?: Interval | null; cpk?: Interval | null }
  /** Degrees of freedom behind the intervals. */
  dof: { overall: number; within: number | null }
  /** Expected beyond the limits in a million, by sigmaOverall. */
  ppm: number
  warnings: CapabilityWarning[]
}
export type Interval = [low: number, high: number]
export type CapabilityWarning = 'fewer-than-25-subgroups' | 'within-zero'

/** Fewer subgroups than this (single values count as such) tell little of a process. */
export const ENOUGH_SUBGROUPS = 25

/**
 * Indices of subgroups in their order, one unit, one size of two values or more (10 at most by range), or single values in subgroups of one by moving range.
 * One limit at least. `no-variation`: all values are equal; where nothing varies inside the subgroups cp and cpk are null, `within-zero`.
 * ISO 22514-2; intervals by chi-square for Cp and Pp, by the normal approximation for Cpk and Ppk [K].
 */
export const capability = (subgroups: readonly (readonly Decimal[])[], specification: Specification, by: SigmaBy = 'range'): Result<Capability, DataProblem> => {
  const fault = valuesFault(subgroups) ?? sizeFault(subgroups, by)
  if (fault) return fail(fault)
  const { digits, exp } = aligned(subgroups.flat())
  const overall = deviationOf(digits, exp)
  if (overall === 0) return fail({ code: 'no-variation', at: 'subgroups' })
  const limits = readSpecification(specification)
  if (!limits.ok) return limits
  const within = sigmaWithin(digits, exp, subgroups[0].length, by)
  const n = digits.length
  const sides = sidesOf(meanOf({ digits, exp }), limits.value)
  const dof = { overall: n - 1, within: by === 'range' ? 0.9 * (n - subgroups.length) : null }
  const [p, c] = [indices(sides, overall), within > 0 ? indices(sides, within) : null]
  const ofWithin = dof.within === null ? {} : { cp: c && ratioInterval(c.ratio, dof.within), cpk: c && nearestInterval(c.nearest, n, dof.within) }
  const few = subgroups.length < ENOUGH_SUBGROUPS
  return ok({
    n, mean: sides.mean, sigmaWithin: within, sigmaOverall: overall,
    cp: c && c.ratio, cpk: c && c.nearest, pp: p.ratio, ppk: p.nearest,
    cpm: sides.width === null || sides.target === null ? null : sides.width / (6 * Math.hypot(overall, sides.target)),
    ci: { pp: ratioInterval(p.ratio, dof.overall), ppk: nearestInterval(p.nearest, n, dof.overall), ...ofWithin },
    dof,
    ppm: 1e6 * ((sides.below === null ? 0 : normalCdf(-sides.below / overall)) + (sides.above === null ? 0 : normalCdf(-sides.above / overall))),
    warnings: [...(few ? ['fewer-than-25-subgroups' as const] : []), ...(c ? [] : ['within-zero' as const])],
  })
}

/** At least two values. */
export const valuesFault = (subgroups: readonly (readonly unknown[])[]): DataProblem | null => {
  const have = subgroups.reduce((sum, one) => sum + one.length, 0)
  return have < 2 ? { code: 'too-few', at: 'subgroups', have, need: 2 } : null
}

const sizeFault = (subgroups: readonly (readonly unknown[])[], by: SigmaBy): DataProblem | null => {
  if (by !== 'mr') return subgroupFault(subgroups, by === 'range' ? LARGEST_BY_RANGE : null)
  const i = subgroups.findIndex(one => one.length !== 1)
  return i < 0 ? null : { code: 'subgroups-not-single', at: `subgroups[${i}]`, size: subgroups[i].length }
}

export type Limits = { [key in keyof Specification]-?: Fraction | null }

/** One limit at least, L below U. */
export const readSpecification = (specification: Specification): Result<Limits, DataProblem> => {
  const read: { [key in keyof Specification]?: Decimal } = {}
  for (const key of ['L', 'U', 'T'] as const) {
    const text = specification[key]
    if (text === undefined) continue
    const value = readNumber(key, text)
    if (!value.ok) return value
    read[key] = value.value
  }
  const { L, U, T } = read
  if (!L && !U) return fail({ code: 'no-limit', at: 'L' })
  if (L && U && compareDecimals(L, U) >= 0) return fail({ code: 'limits-inverted', at: 'U' })
  return ok({ L: L ? fractionOf(L) : null, U: U ? fractionOf(U) : null, T: T ? fractionOf(T) : null })
}

const sigmaWithin = (digits: readonly bigint[], exp: number, size: number, by: SigmaBy): number => {
  const one = perOne(exp)
  if (by === 'mr') return floatOf({ num: totalOf(movingRanges(digits)), den: one * BigInt(digits.length - 1) }) / MOVING_RANGE.d2
  const groups = Array.from({ length: digits.length / size }, (_, i) => digits.slice(i * size, (i + 1) * size))
  if (by === 'range') return floatOf({ num: 1000n * totalOf(groups.map(rangeOf)), den: one * BigInt(groups.length) * rangeConstants(size).d2 })
  return groups.reduce((sum, group) => sum + deviationOf(group, exp), 0) / groups.length / deviationConstants(size).c4
}

/** The mean, its distances to the limits (negative beyond one) and to the target, and the limits' own. */
type Sides = { mean: number; below: number | null; above: number | null; width: number | null; target: number | null }

const sidesOf = (mean: Fraction, { L, U, T }: Limits): Sides => ({
  mean: floatOf(mean),
  below: L && floatOf(minus(mean, L)),
  above: U && floatOf(minus(U, mean)),
  width: L && U && floatOf(minus(U, L)),
  target: T && floatOf(minus(mean, T)),
})

const indices = ({ below, above, width }: Sides, sigma: number): { ratio: number | null; nearest: number } => ({
  ratio: width && width / (6 * sigma),
  nearest: Math.min(below ?? Infinity, above ?? Infinity) / (3 * sigma),
})

const TAIL = 0.025

const ratioInterval = (ratio: number | null, dof: number): Interval | null =>
  ratio === null ? null : [ratio * Math.sqrt(chiSquareQuantile(TAIL, dof) / dof), ratio * Math.sqrt(chiSquareQuantile(1 - TAIL, dof) / dof)]

const nearestInterval = (nearest: number, n: number, dof: number): Interval => {
  const half = -normalQuantile(TAIL) * Math.sqrt(1 / (9 * n) + (nearest * nearest) / (2 * dof))
  return [nearest - half, nearest + half]
}
