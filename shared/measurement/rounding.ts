// Rounding by GB/T 8170 (clause 3, as domain documents give it; not confirmed against its text): half to even, in whole intervals, once, on exact numbers.
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type BadNumber, badNumber } from './bad-number.ts'
import { type Decimal, type Fraction, fractionOf, parseDecimal, plainText } from './decimal.ts'

export type RoundingProblem = BadNumber<'value' | 'interval'> | { code: 'bad-interval'; at: 'interval'; text: string }

/**
 * A decimal text rounded to a multiple of the interval (`0.1`, `0.5`, `20`) and written with as many decimals as the interval has; a multiple that is
 * even wins where two are as near. No unit: both are in the same. Refuses texts that are no number, and an interval that isn't above 0.
 */
export const rounded = (value: string, interval: string): Result<string, RoundingProblem> => {
  const problem = badNumber('value', value) ?? badNumber('interval', interval)
  if (problem) return fail(problem)
  const step = parseDecimal(interval)!
  return step.digits > 0n ? ok(plainText(roundedTo(fractionOf(parseDecimal(value)!), step))) : fail({ code: 'bad-interval', at: 'interval', text: interval })
}

/** Expects an interval above 0. */
export const roundedTo = (value: Fraction, interval: Decimal): Decimal => {
  const { num, den } = fractionOf(interval)
  return { digits: halfEven(value.num * den, value.den * num) * interval.digits, exp: interval.exp }
}

/** The same, but to the next multiple above; a multiple stays as it is. */
export const roundedUpTo = (value: Fraction, interval: Decimal): Decimal => {
  const { num, den } = fractionOf(interval)
  return { digits: -floor(-value.num * den, value.den * num) * interval.digits, exp: interval.exp }
}

const halfEven = (num: bigint, den: bigint): bigint => {
  const below = floor(num, den)
  const twice = 2n * (num - below * den)
  return twice > den || (twice === den && below % 2n !== 0n) ? below + 1n : below
}

/** Whole part towards −∞ of a fraction with `den` above 0. */
export const floor = (num: bigint, den: bigint): bigint => (num < 0n && num % den !== 0n ? num / den - 1n : num / den)
