// A printed value against a printed limit: does it conform, by 全数值比较法 or 修约值比较法 (GB/T 8170 clause 4, not confirmed against its text).
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { convert } from './convert.ts'
import { type Decimal, type Fraction, compareFractions, digitsAt, dividedBy, fractionOf, minus, negated, plus, sumOf } from './decimal.ts'
import { type Bound, type Quantity, type QuantityProblem, parseQuantity } from './quantity.ts'
import { floor } from './rounding.ts'

export type Direction = 'max' | 'min' | 'range' | 'target'
export type Comparison = 'full' | 'rounded'
export type Conformity = 'pass' | 'fail' | 'indeterminate'

/** `at`: the argument. */
export type ComparisonProblem<At extends string = string> = (QuantityProblem & { at: At }) | { code: 'limit-direction'; at: At; text: string; direction: Direction }

/** `value` and `limit` as printed; `unit` is the indicator's and counts where the limit names none. */
export type ComparisonQuestion = { value: string; limit: string; direction: Direction; comparison: Comparison; unit?: string | undefined }

/**
 * Decided exactly, on fractions in the limit's unit; a value without a unit is in the limit's. What a value leaves open (`<5`, `4~6`, `10±1`) passes
 * only if all of it conforms and fails only if none does. Indeterminate too: nothing found and no limit of detection, units of two kinds.
 * Refuses texts that are no quantity, and a limit that doesn't fit the direction (a range under max, ± under range).
 */
export const compared = ({ value, limit, direction, comparison, unit }: ComparisonQuestion): Result<Conformity, ComparisonProblem<'value' | 'limit'>> => {
  const bound = parseQuantity(limit, unit)
  const found = parseQuantity(value, bound.ok ? bound.value.unit : unit)
  if (!found.ok) return fail({ ...found.problem, at: 'value' })
  if (!bound.ok) return fail({ ...bound.problem, at: 'limit' })
  if (bound.value.cmp === 'nd' && direction === 'max') return ok(notToBeFound(found.value))
  const accepted = acceptedBy(bound.value, direction, comparison)
  if (!accepted) return fail({ code: 'limit-direction', at: 'limit', text: limit, direction })
  const possible = possibleOf(found.value, bound.value.unit)
  return ok(possible ? placed(possible, accepted) : 'indeterminate')
}

/** 不得检出: a value below its limit of detection conforms, one that was found doesn't. */
export const notToBeFound = (found: Quantity): Conformity => {
  if (found.cmp === 'nd' || ('symbol' in found && found.symbol === 'LOD')) return 'pass'
  return found.cmp === '=' && found.value.digits > 0n ? 'fail' : 'indeterminate'
}

/** All numbers between two ends; null = without end on that side. */
export type Span = { low: End; high: End }
type End = { at: Fraction; closed: boolean } | null

export const placed = (possible: Span, accepted: Span): Conformity => {
  if (!within(possible.low, accepted.low, 1) || !within(possible.high, accepted.high, -1)) return apart(possible.high, accepted.low) || apart(accepted.high, possible.low) ? 'fail' : 'indeterminate'
  return 'pass'
}

/** Is an end no further out than another; `side` 1 for low ends, −1 for high ones. */
const within = (end: End, other: End, side: 1 | -1): boolean => {
  if (!other || !end) return !other
  const order = compareFractions(end.at, other.at) * side
  return order > 0 || (order === 0 && (other.closed || !end.closed))
}

const apart = (high: End, low: End): boolean => {
  if (!high || !low) return false
  const order = compareFractions(high.at, low.at)
  return order < 0 || (order === 0 && !(high.closed && low.closed))
}

/** Where the measured number may lie, in another unit; null = that can't be told. */
export const possibleOf = (found: Quantity, unit: string): Span | null => {
  const end = (at: Decimal, closed = true): End | 'none' => {
    const there = convert(at, found.unit, unit)
    return there ? { at: there, closed } : 'none'
  }
  const span = (low: End | 'none', high: End | 'none'): Span | null => (low === 'none' || high === 'none' ? null : { low, high })
  if (found.cmp === 'nd' || 'symbol' in found) return null
  if (found.cmp === 'range') return span(end(found.low), end(found.high))
  if (found.cmp === 'pm') return span(end(sumOf(found.value, negated(found.minus))), end(sumOf(found.value, found.plus)))
  if (found.cmp === '=') return span(end(found.value), end(found.value))
  const open = end(found.value, found.cmp.endsWith('='))
  return found.cmp.startsWith('<') ? span(null, open) : span(open, null)
}

/**
 * The numbers that conform, before any rounding of theirs; null = the limit doesn't fit the direction. `guard`, in the limit's unit, lies before each end:
 * a rounded value is held against what it leaves.
 */
export const acceptedBy = (limit: Quantity, direction: Direction, comparison: Comparison, guard: Fraction = NONE): Span | null => {
  const end = (at: Decimal, sign: Bound): End => {
    const inner = sign.startsWith('<') ? minus(fractionOf(at), guard) : plus(fractionOf(at), guard)
    return comparison === 'full' ? { at: inner, closed: sign.endsWith('=') } : roundedEnd(inner, at.exp, sign)
  }
  if (limit.cmp === 'range') return direction === 'range' ? { low: end(limit.low, '>='), high: end(limit.high, '<=') } : null
  if (limit.cmp === 'pm') {
    if (direction !== 'target') return null
    const exp = Math.min(limit.value.exp, limit.plus.exp, limit.minus.exp)
    const part = (by: Decimal): Decimal => ({ digits: digitsAt(limit.value, exp) + digitsAt(by, exp), exp })
    return { low: end(part(negated(limit.minus)), '>='), high: end(part(limit.plus), '<=') }
  }
  if (limit.cmp === 'nd' || 'symbol' in limit) return null
  if (direction === 'max' && !limit.cmp.startsWith('>')) return { low: null, high: end(limit.value, limit.cmp === '<' ? '<' : '<=') }
  return direction === 'min' && !limit.cmp.startsWith('<') ? { low: end(limit.value, limit.cmp === '>' ? '>' : '>='), high: null } : null
}

const NONE: Fraction = { num: 0n, den: 1n }

/**
 * Rounding a number to the digit `10^exp` and comparing then is comparing the number itself with a place half a digit beyond the last multiple that is
 * accepted; the place belongs to the accepted side if the half there rounds to that multiple (the even of the two).
 */
const roundedEnd = (limit: Fraction, exp: number, sign: Bound): End => {
  const { num, den } = dividedBy(limit, fractionOf({ digits: 1n, exp }))
  const [up, low] = sign.startsWith('<') ? [1n, floor(num, den)] : [-1n, -floor(-num, den)]
  const last = sign.endsWith('=') || low * den !== num ? low : low - up
  return { at: fractionOf({ digits: (2n * last + up) * 5n, exp: exp - 1 }), closed: last % 2n === 0n }
}
