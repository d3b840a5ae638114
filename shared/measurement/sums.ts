// Sums over many measured values without loss: decimals as whole numbers of one last digit.
import { type Decimal, digitsAt, floatOf, type Fraction } from './decimal.ts'

/** Whole multiples of `10^exp`, exp <= 0. */
export type Aligned = { digits: bigint[]; exp: number }

export const aligned = (values: readonly Decimal[]): Aligned => {
  let exp = 0
  for (const value of values) exp = Math.min(exp, value.exp)
  return { digits: values.map(value => (value.exp === exp ? value.digits : digitsAt(value, exp))), exp }
}

/** How many of the last digit make 1. */
export const perOne = (exp: number): bigint => 10n ** BigInt(-exp)

export const totalOf = (digits: readonly bigint[]): bigint => {
  let sum = 0n
  for (const one of digits) sum += one
  return sum
}

/** n·Σx² − (Σx)², which is n(n − 1) times the variance, in squares of the last digit. */
export const squaresOf = (digits: readonly bigint[]): bigint => {
  let [sum, squares] = [0n, 0n]
  for (const one of digits) {
    sum += one
    squares += one * one
  }
  return BigInt(digits.length) * squares - sum * sum
}

/** The sample standard deviation (n − 1) of at least two numbers of last digit 10^exp. */
export const deviationOf = (digits: readonly bigint[], exp: number): number => {
  const n = BigInt(digits.length)
  return Math.sqrt(floatOf({ num: squaresOf(digits), den: n * (n - 1n) * perOne(exp) ** 2n }))
}

export const meanOf = ({ digits, exp }: Aligned): Fraction => ({ num: totalOf(digits), den: BigInt(digits.length) * perOne(exp) })

export const rangeOf = (digits: readonly bigint[]): bigint => {
  let [least, most] = [digits[0], digits[0]]
  for (const one of digits) {
    if (one < least) least = one
    if (one > most) most = one
  }
  return most - least
}

/** |x[i] − x[i − 1]|, from the second on. */
export const movingRanges = (digits: readonly bigint[]): bigint[] => {
  const ranges: bigint[] = []
  for (let i = 1; i < digits.length; i++) ranges.push(digits[i] > digits[i - 1] ? digits[i] - digits[i - 1] : digits[i - 1] - digits[i])
  return ranges
}

export const sortedDigits = (digits: readonly bigint[]): bigint[] => [...digits].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
