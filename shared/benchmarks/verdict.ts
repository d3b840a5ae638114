// How an own value stands to a reference: better, meets, below, not comparable, or no data.
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type BadNumber, badNumber, NOT_NEGATIVE } from '#shared/measurement/bad-number.ts'
import { acceptedBy, type Comparison, type ComparisonProblem, type Direction, notToBeFound, placed, possibleOf, type Span } from '#shared/measurement/comparison.ts'
import { convert } from '#shared/measurement/convert.ts'
import { compareFractions, dividedBy, floatOf, type Fraction, fractionOf, minus, parseDecimal, times } from '#shared/measurement/decimal.ts'
import { parseQuantity, type Quantity } from '#shared/measurement/quantity.ts'
import { halfWidth } from '#shared/measurement/unit-text.ts'
import { normaliseNumber } from '#shared/standards/number-normalise.ts'
import { parseNumber } from '#shared/standards/number.ts'

/** 优于, 达到, 低于, 不可比, 缺数据. */
export type BenchmarkVerdict = 'better' | 'meets' | 'below' | 'incomparable' | 'no-data'

/** All as printed; `unit` counts where the value names none; `U` a decimal in the value's unit. */
export type OwnValue = { value: string; unit: string; method: string; U?: string | undefined }

/** All as printed. `rule`: simple acceptance unless said; `guard` accepts up to U before the limit. */
export type Reference = { limit: string; direction: Direction | 'text'; comparison: Comparison; unit: string; method: string; rule?: 'simple' | 'guard' | undefined }

/**
 * Signed, positive is better. `percent`: of the limit's size; `absolute`: in the limit's unit, for ranges, targets and a limit of 0; `halfGrades`: of 级.
 */
export type Gap = { kind: 'percent' | 'absolute' | 'halfGrades'; value: number } | { kind: 'none'; value: null }

/**
 * `method`, `unit`: they differ. `loq`: what the value leaves open decides. `no-U`: the margin was held against one unit of the limit's last digit instead.
 * `missing-U`: a guard band can't be told. `lower-bound`, `upper-bound`: the gap is at least, at most this, since the value is a bound.
 */
export type BenchmarkFlag = 'method' | 'unit' | 'loq' | 'no-U' | 'missing-U' | 'lower-bound' | 'upper-bound'

export type Benchmark = { verdict: BenchmarkVerdict; gap: Gap; flags: BenchmarkFlag[] }

export type BenchmarkProblem = ComparisonProblem<'own.value' | 'ref.limit'> | BadNumber<'own.U'>

/**
 * The verdict, decided exactly on fractions in the limit's unit. Conforming by more than U, or by half a grade, is better; the margin is that of the value as
 * given to the limit itself, whatever was rounded. Methods compare by their standard's number with its year, or are held for equal where `equivalent` pairs
 * them. A value `24±5` without U has U = 5. Refuses texts that are no quantity, a limit that doesn't fit the direction, a U that is no number >= 0. Rules are ours.
 */
export const benchmark = (own: OwnValue | undefined, ref: Reference | undefined, equivalent: readonly (readonly string[])[] = []): Result<Benchmark, BenchmarkProblem> => {
  if (!own || !ref || isBlank(own.value) || isBlank(ref.limit)) return ok(untold('no-data', []))
  const otherMethod: BenchmarkFlag[] = isSameMethod(own.method, ref.method, equivalent) ? [] : ['method']
  if (ref.direction === 'text') {
    if (otherMethod.length > 0) return ok(untold('incomparable', otherMethod))
    return ok(untold(plain(own.value) === plain(ref.limit) ? 'meets' : 'below', []))
  }
  const facts = readFacts(own, ref, ref.direction)
  if (!facts.ok) return facts
  const { found, limit } = facts.value
  const flags = [...otherMethod, ...(convert(NOUGHT, found.unit, limit.unit) ? [] : ['unit' as const])]
  return ok(flags.length > 0 ? untold('incomparable', flags) : judged(facts.value))
}

const NOUGHT = { digits: 0n, exp: 0 }
const NONE: Gap = { kind: 'none', value: null }

const untold = (verdict: BenchmarkVerdict, flags: BenchmarkFlag[]): Benchmark => ({ verdict, gap: NONE, flags: flags.sort() })

const isBlank = (text: string): boolean => {
  const read = parseQuantity(text)
  return !read.ok && read.problem.code === 'empty'
}

const plain = (text: string): string => halfWidth(text).replace(/\s+/g, ' ').trim()

const isSameMethod = (own: string, ref: string, equivalent: readonly (readonly string[])[]): boolean => {
  const [a, b] = [methodOf(own), methodOf(ref)]
  return a === b || equivalent.some(pair => { const named = pair.map(methodOf); return named.includes(a) && named.includes(b) })
}

/** One spelling of a method. */
export const methodOf = (text: string): string => parseNumber(text)?.canonical ?? normaliseNumber(text)

/** `U` in the limit's unit, null = none. */
type Facts = { found: Quantity; limit: Quantity; U: Fraction | null; direction: Direction; comparison: Comparison; guarded: boolean }

const readFacts = (own: OwnValue, ref: Reference, direction: Direction): Result<Facts, BenchmarkProblem> => {
  const found = parseQuantity(own.value, own.unit)
  if (!found.ok) return fail({ ...found.problem, at: 'own.value' })
  const bad = badNumber('own.U', own.U, NOT_NEGATIVE)
  if (bad) return fail(bad)
  const limit = parseQuantity(ref.limit, ref.unit)
  if (!limit.ok) return fail({ ...limit.problem, at: 'ref.limit' })
  if (!isNotToBeFound(limit.value, direction) && !acceptedBy(limit.value, direction, ref.comparison)) return fail({ code: 'limit-direction', at: 'ref.limit', text: ref.limit, direction })
  const stated = own.U === undefined ? null : parseDecimal(own.U)!
  const { value, U } = withOwnU(found.value)
  const uncertainty = stated ?? U
  const factor = (one: Fraction | null, nought: Fraction | null): Fraction | null => one && nought && minus(one, nought)
  return ok({
    found: value, limit: limit.value, direction, comparison: ref.comparison, guarded: ref.rule === 'guard',
    U: uncertainty && factor(convert(uncertainty, value.unit, limit.value.unit), convert(NOUGHT, value.unit, limit.value.unit)),
  })
}

const isNotToBeFound = (limit: Quantity, direction: Direction): boolean => limit.cmp === 'nd' && direction === 'max'

/** `24±5` as reports print it: the value with its expanded uncertainty. */
const withOwnU = (found: Quantity): { value: Quantity; U: (Quantity & { cmp: 'pm' })['plus'] | null } =>
  found.cmp === 'pm' && compareFractions(fractionOf(found.plus), fractionOf(found.minus)) === 0
    ? { value: { cmp: '=', value: found.value, unit: found.unit }, U: found.plus }
    : { value: found, U: null }

const judged = (facts: Facts): Benchmark => {
  const { found, limit, U, direction, comparison, guarded } = facts
  if (isNotToBeFound(limit, direction)) {
    const conformity = notToBeFound(found)
    return conformity === 'indeterminate' ? untold('incomparable', ['loq']) : untold(conformity === 'pass' ? 'meets' : 'below', [])
  }
  const isGrade = limit.unit === '级'
  if (guarded && !isGrade && !U) return untold('no-data', ['missing-U'])
  const possible = possibleOf(found, limit.unit)
  const conformity = possible ? placed(possible, acceptedBy(limit, direction, comparison, guarded && !isGrade ? U! : undefined)!) : 'indeterminate'
  if (!possible || conformity === 'indeterminate') return untold('incomparable', ['loq'])
  const { margin, step } = nearest(facts, possible, conformity === 'pass')
  const isBetter = isGrade ? margin.num * 2n >= margin.den : compareFractions(margin, U ?? step) > 0
  const flags: BenchmarkFlag[] = isGrade || U ? [] : ['no-U']
  if (found.cmp !== '=') flags.push(conformity === 'pass' ? 'lower-bound' : 'upper-bound')
  return { verdict: conformity === 'fail' ? 'below' : isBetter ? 'better' : 'meets', gap: gapOf(facts, margin), flags: flags.sort() }
}

/** The distance to the nearer limit, and one unit of that limit's last digit. Of an open value: its worst end where it conforms, else its best. */
const nearest = ({ limit, direction }: Facts, possible: Span, conforms: boolean): { margin: Fraction; step: Fraction } => {
  const zone = acceptedBy(limit, direction, 'full')!
  const [lowEnd, highEnd] = conforms ? [possible.low, possible.high] : [possible.high, possible.low]
  const [lowStep, highStep] = limit.cmp === 'range' ? [limit.low.exp, limit.high.exp] : [finest(limit), finest(limit)]
  const sides = [
    ...(zone.low && lowEnd ? [{ margin: minus(lowEnd.at, zone.low.at), step: fractionOf({ digits: 1n, exp: lowStep }) }] : []),
    ...(zone.high && highEnd ? [{ margin: minus(zone.high.at, highEnd.at), step: fractionOf({ digits: 1n, exp: highStep }) }] : []),
  ]
  return sides.reduce((near, side) => (compareFractions(side.margin, near.margin) < 0 ? side : near))
}

const finest = (limit: Quantity): number => (limit.cmp === 'pm' ? Math.min(limit.value.exp, limit.plus.exp, limit.minus.exp) : 'value' in limit ? limit.value.exp : 0)

const gapOf = ({ limit, direction }: Facts, margin: Fraction): Gap => {
  if (limit.unit === '级') return { kind: 'halfGrades', value: floatOf(times(margin, { num: 2n, den: 1n })) }
  if (direction === 'range' || direction === 'target' || !('value' in limit) || limit.value.digits === 0n) return { kind: 'absolute', value: floatOf(margin) }
  const size = fractionOf(limit.value)
  return { kind: 'percent', value: floatOf(dividedBy({ num: margin.num * 100n, den: margin.den }, { num: size.num < 0n ? -size.num : size.num, den: size.den })) }
}
