// Control charts of measured values: means with their ranges or standard deviations, and single values with moving ranges.
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { deviationConstants, LARGEST_BY_RANGE, MOVING_RANGE, rangeConstants } from './chart-constants.ts'
import { badFloat } from './bad-number.ts'
import { type DataProblem, readNumber } from './data-problem.ts'
import { type Decimal, floatOf, type Fraction, fractionOf, minus, parseDecimal, plus, times } from './decimal.ts'
import { ALL_RULES, type ExactLines, placesOf, type RuleHits, rulesBroken } from './nelson.ts'
import { aligned, deviationOf, movingRanges, perOne, rangeOf, totalOf } from './sums.ts'

export type Lines = { cl: number; ucl: number; lcl: number }

/** The chart of the scatter: `out` lie beyond its limits, no other rule holds there. `points[i]` belongs to the chart's point `i + first`. */
export type SpreadChart = Lines & { points: number[]; first: number; out: number[] }

/** All in the unit of the values; `out` lie beyond the limits (rule 1); points count from 0. No spread where there is but one value. */
export type Chart = Lines & { points: number[]; out: number[]; rules: RuleHits; spread?: SpreadChart }

export type SubgroupChartKind = 'xbar-r' | 'xbar-s'

/**
 * Means of at least two subgroups of one size, two values or more (10 at most by range), in one unit. `fixed`: limits of an earlier time in that unit, for the
 * means; the scatter's own come from the data, and one subgroup will do. `no-variation`: nothing varies inside the subgroups. ISO 7870-2, GB/T 17989.2 [K].
 */
export const subgroupChart = (kind: SubgroupChartKind, subgroups: readonly (readonly Decimal[])[], fixed: Lines | null = null): Result<Chart, DataProblem> => {
  const fault = tooFew(subgroups.length, 'subgroups', fixed) ?? subgroupFault(subgroups, kind === 'xbar-r' ? LARGEST_BY_RANGE : null)
  if (fault) return fail(fault)
  const { digits, exp } = aligned(subgroups.flat())
  const [k, size] = [subgroups.length, subgroups[0].length]
  const groups = subgroups.map((_, i) => digits.slice(i * size, (i + 1) * size))
  const { spread, half } = kind === 'xbar-r' ? byRange(groups, exp) : byDeviation(groups, exp)
  const sums = groups.map(totalOf)
  const den = BigInt(size) * perOne(exp)
  return withRules('subgroups', sums, den, { num: totalOf(sums), den: den * BigInt(k) }, half, fixed, { ...spread, first: 0 })
}

/** At least two single values in their order, one unit; a moving range belongs to its later value. `fixed` as above. ISO 7870-2, GB/T 17989.2 [K]. */
export const individualsChart = (values: readonly Decimal[], fixed: Lines | null = null): Result<Chart, DataProblem> => {
  const fault = tooFew(values.length, 'values', fixed)
  if (fault) return fail(fault)
  const { digits, exp } = aligned(values)
  const den = perOne(exp)
  const ranges = movingRanges(digits)
  const mean = { num: totalOf(ranges), den: den * BigInt(Math.max(1, ranges.length)) }
  const spread = ranges.length === 0 ? null : { ...scatter(ranges, den, mean, 0n, MOVING_RANGE.D4, 1), first: 1 }
  return withRules('values', digits, den, { num: totalOf(digits), den: den * BigInt(values.length) }, times(mean, { num: MOVING_RANGE.E2, den: 1000n }), fixed, spread)
}

const tooFew = (have: number, at: string, fixed: Lines | null): DataProblem | null => {
  const need = fixed ? 1 : 2
  return have < need ? { code: 'too-few', at, have, need } : null
}

/** Subgroups of one size, of two or more values and at most so many (null = any). */
export const subgroupFault = (subgroups: readonly (readonly unknown[])[], most: number | null): DataProblem | null => {
  const first = subgroups[0]?.length
  const faults = [
    subgroups.findIndex(one => one.length < 2),
    most === null ? -1 : subgroups.findIndex(one => one.length > most),
    subgroups.findIndex(one => one.length !== first),
  ]
  const found = faults.findIndex(i => i >= 0)
  if (found < 0) return null
  const [at, size] = [`subgroups[${faults[found]}]`, subgroups[faults[found]].length]
  if (found === 2) return { code: 'unequal-subgroups', at, size, first }
  return found === 0 ? { code: 'subgroup-too-small', at, size, bound: 2 } : { code: 'subgroup-too-large', at, size, bound: most! }
}

/** The scatter's chart, and how far the means' limits lie from their centre. */
type Scatter = { spread: Omit<SpreadChart, 'first'>; half: Fraction }

const byRange = (groups: readonly bigint[][], exp: number): Scatter => {
  const { A2, D3, D4 } = rangeConstants(groups[0].length)
  const ranges = groups.map(rangeOf)
  const mean = { num: totalOf(ranges), den: perOne(exp) * BigInt(groups.length) }
  return { spread: scatter(ranges, perOne(exp), mean, D3, D4, 0), half: times(mean, { num: A2, den: 1000n }) }
}

/** Ranges `ranges[i] / den` against their mean; `first`: which point the first belongs to. */
const scatter = (ranges: readonly bigint[], den: bigint, mean: Fraction, D3: bigint, D4: bigint, first: number): Omit<SpreadChart, 'first'> => {
  const exact = { cl: mean, ucl: times(mean, { num: D4, den: 1000n }), lcl: times(mean, { num: D3, den: 1000n }) }
  return { ...floats(exact), points: ranges.map(num => floatOf({ num, den })), out: placesOf(ranges, den, exact).out.map(i => i + first) }
}

const byDeviation = (groups: readonly bigint[][], exp: number): Scatter => {
  const { A3, B3, B4 } = deviationConstants(groups[0].length)
  const points = groups.map(one => deviationOf(one, exp))
  const cl = points.reduce((sum, one) => sum + one, 0) / points.length
  const [ucl, lcl] = [B4 * cl, B3 * cl]
  return { spread: { cl, ucl, lcl, points, out: points.flatMap((one, i) => (one > ucl || one < lcl ? [i] : [])) }, half: fractionOf(parseDecimal(String(A3 * cl))!) }
}

const withRules = (at: string, points: readonly bigint[], den: bigint, centre: Fraction, half: Fraction, fixed: Lines | null, spread: SpreadChart | null): Result<Chart, DataProblem> => {
  if (!fixed && half.num === 0n) return fail({ code: 'no-variation', at })
  const lines = fixed ? fixedLines(fixed) : ok({ cl: centre, ucl: plus(centre, half), lcl: minus(centre, half) })
  if (!lines.ok) return lines
  const { places, out } = placesOf(points, den, lines.value)
  return ok({ ...floats(lines.value), points: points.map(num => floatOf({ num, den })), out, rules: rulesBroken(places, ALL_RULES), ...(spread ? { spread } : {}) })
}

/** Limits of an earlier time, as the decimals that they were given as; ucl lies above cl, lcl not. */
export const fixedLines = ({ cl, ucl, lcl }: Lines): Result<ExactLines, DataProblem> => {
  const [centre, above, below] = [readNumber('fixed.cl', String(cl)), readNumber('fixed.ucl', String(ucl)), readNumber('fixed.lcl', String(lcl))]
  if (!centre.ok) return centre
  if (!above.ok) return above
  if (!below.ok) return below
  const bad = badFloat('fixed.ucl', ucl, { must: `> ${cl}`, holds: value => value > cl }) ?? badFloat('fixed.lcl', lcl, { must: `<= ${cl}`, holds: value => value <= cl })
  return bad ? fail(bad) : ok({ cl: fractionOf(centre.value), ucl: fractionOf(above.value), lcl: fractionOf(below.value) })
}

const floats = ({ cl, ucl, lcl }: ExactLines): Lines => ({ cl: floatOf(cl), ucl: floatOf(ucl), lcl: floatOf(lcl) })
