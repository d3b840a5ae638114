// Whether a value or range that somebody wants measured lies within the range of a scope.
import { convert } from '#shared/measurement/convert.ts'
import type { Decimal, Fraction } from '#shared/measurement/decimal.ts'
import { parseQuantity, type Quantity } from '#shared/measurement/quantity.ts'

export type Fit = 'inside' | 'outside' | 'not-comparable'

/** Both as printed, with their units. A bound asks for its own value, for that is where it must be measured. */
export const rangeFit = (accredited: string, asked: string): Fit => {
  const [scope, wanted] = [parseQuantity(accredited), parseQuantity(asked)]
  if (!scope.ok || !wanted.ok) return 'not-comparable'
  const [limits, ends] = [limitsOf(scope.value), endsOf(wanted.value)]
  if (!limits || !ends) return 'not-comparable'
  const unit = scope.value.unit
  for (const end of ends) {
    const value = convert(end, wanted.value.unit, unit)
    if (!value) return 'not-comparable'
    if (limits.some(({ at, holds }) => !holds(compare(value, convert(at, unit, unit)!)))) return 'outside'
  }
  return 'inside'
}

type Limit = { at: Decimal; holds: (order: number) => boolean }
const ATLEAST = (order: number): boolean => order >= 0
const ATMOST = (order: number): boolean => order <= 0

const limitsOf = (quantity: Quantity): Limit[] | null => {
  if ('low' in quantity) return [{ at: quantity.low, holds: ATLEAST }, { at: quantity.high, holds: ATMOST }]
  const ends = endsOf(quantity)
  if (!ends) return null
  switch (quantity.cmp) {
    case '<':
      return [{ at: ends[0], holds: order => order < 0 }]
    case '>':
      return [{ at: ends[0], holds: order => order > 0 }]
    case '<=':
      return [{ at: ends[0], holds: ATMOST }]
    case '>=':
      return [{ at: ends[0], holds: ATLEAST }]
    default:
      return [{ at: ends[0], holds: ATLEAST }, { at: ends.at(-1)!, holds: ATMOST }]
  }
}

/** The lowest and the highest value that a quantity names; null = it names none, such as 未检出. */
const endsOf = (quantity: Quantity): Decimal[] | null => {
  if ('low' in quantity) return [quantity.low, quantity.high]
  if (quantity.cmp === 'pm') return [sum(quantity.value, quantity.minus, -1n), sum(quantity.value, quantity.plus, 1n)]
  return 'value' in quantity ? [quantity.value] : null
}

const sum = (a: Decimal, b: Decimal, sign: bigint): Decimal => {
  const exp = Math.min(a.exp, b.exp)
  return { digits: a.digits * 10n ** BigInt(a.exp - exp) + sign * b.digits * 10n ** BigInt(b.exp - exp), exp }
}

const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
