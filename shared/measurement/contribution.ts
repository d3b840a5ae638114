// One contribution to a budget of uncertainty (GUM 4.2 and 4.3, JJF 1059.1, as domain documents give them; not confirmed against their texts).
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type BadNumber, badFloat, badNumber, type Meaning, NOT_NEGATIVE, POSITIVE } from './bad-number.ts'
import { type Decimal, type Fraction, digitsAt, dividedBy, fractionOf, parseDecimal, times } from './decimal.ts'

/**
 * Texts are decimals in the unit of the quantity they belong to; `c` (1 unless said) turns it into the result's. Type A: single values, or their standard
 * deviation `s` with their count `n`; `dof` n − 1 unless said. Type B: `U` expanded by `k`, half width `a`, whole width `step`, or the standard
 * uncertainty `u` itself; without `dof` it is known for certain.
 */
export type Contribution = { c?: number | undefined } & (
  | { type: 'A'; values: readonly string[] }
  | { type: 'A'; s: string; n: number; dof?: number | undefined }
  | ({ type: 'B'; dof?: number | undefined } & ({ distribution: 'normal'; U: string; k: string } | { distribution: 'rectangular' | 'triangular' | 'ushape'; a: string } | { distribution: 'resolution'; step: string } | { distribution: 'standard'; u: string }))
)

/** `square`: (c·u)² exactly. `sign` is that of c. `dof` null = infinite. */
export type Term = { square: Fraction; sign: number; dof: Fraction | null }

/** `at` starts with the contribution's own `path`. */
export type ContributionProblem = BadNumber | { code: 'too-few'; at: string; least: number }

/** Refuses, in the order of its fields, what is no number or outside its meaning, and fewer than two values (`too-few`); `path` says where it stands. */
export const termOf = (one: Contribution, path: string): Result<Term, ContributionProblem> => {
  const problem = faultOf(one, path)
  if (problem) return fail(problem)
  const c = parseDecimal(String(one.c ?? 1))!
  const square = times(times(fractionOf(c), fractionOf(c)), squareOf(one))
  return ok({ square, sign: c.digits < 0n ? -1 : 1, dof: dofOf(one) })
}

const faultOf = (one: Contribution, path: string): ContributionProblem | null => fieldsFault(one, path) ?? badFloat(`${path}.c`, one.c, WRITTEN) ?? ('dof' in one ? badFloat(`${path}.dof`, one.dof, AT_LEAST_ONE) : null)

const fieldsFault = (one: Contribution, path: string): ContributionProblem | null => {
  if ('values' in one) return one.values.map((value, i) => badNumber(`${path}.values[${i}]`, value)).find(fault => fault !== null) ?? (one.values.length < 2 ? { code: 'too-few', at: `${path}.values`, least: 2 } : null)
  if (one.type === 'A') return badNumber(`${path}.s`, one.s, NOT_NEGATIVE) ?? badFloat(`${path}.n`, one.n, COUNT) ?? (one.n < 2 && one.dof === undefined ? { code: 'too-few', at: `${path}.n`, least: 2 } : null)
  switch (one.distribution) {
    case 'normal':
      return badNumber(`${path}.U`, one.U, NOT_NEGATIVE) ?? badNumber(`${path}.k`, one.k, POSITIVE)
    case 'rectangular':
    case 'triangular':
    case 'ushape':
      return badNumber(`${path}.a`, one.a, NOT_NEGATIVE)
    case 'resolution':
      return badNumber(`${path}.step`, one.step, NOT_NEGATIVE)
    case 'standard':
      return badNumber(`${path}.u`, one.u, NOT_NEGATIVE)
  }
}

const COUNT: Meaning = { must: '1, 2, 3, …', holds: value => Number.isSafeInteger(value) && value >= 1 }
const AT_LEAST_ONE: Meaning = { must: '>= 1', holds: value => value >= 1 }
const WRITTEN: Meaning = { must: '-1e300 … 1e300', holds: value => parseDecimal(String(value)) !== null }

/** u² exactly: the widths of the distributions are GUM 4.3.7, 4.3.9 and F.2.2.1. */
const squareOf = (one: Contribution): Fraction => {
  if ('values' in one) return varianceOfMean(one.values.map(value => parseDecimal(value)!))
  if (one.type === 'A') return squared(one.s, whole(one.n))
  switch (one.distribution) {
    case 'normal': {
      const k = fractionOf(parseDecimal(one.k)!)
      return squared(one.U, times(k, k))
    }
    case 'rectangular':
      return squared(one.a, whole(3))
    case 'triangular':
      return squared(one.a, whole(6))
    case 'ushape':
      return squared(one.a, whole(2))
    case 'resolution':
      return squared(one.step, whole(12))
    case 'standard':
      return squared(one.u, whole(1))
  }
}

const whole = (n: number): Fraction => ({ num: BigInt(n), den: 1n })

const squared = (text: string, over: Fraction): Fraction => {
  const value: Decimal = parseDecimal(text)!
  return dividedBy(times(fractionOf(value), fractionOf(value)), over)
}

/** s²/n = (n Σx² − (Σx)²)/(n²(n − 1)), on whole digits of one place. */
const varianceOfMean = (values: readonly Decimal[]): Fraction => {
  const exp = Math.min(...values.map(value => value.exp))
  const digits = values.map(value => digitsAt(value, exp))
  const n = BigInt(digits.length)
  const sum = digits.reduce((all, one) => all + one)
  const squares = n * digits.reduce((all, one) => all + one * one, 0n) - sum * sum
  return times({ num: squares, den: n * n * (n - 1n) }, fractionOf({ digits: 1n, exp: 2 * exp }))
}

const dofOf = (one: Contribution): Fraction | null => {
  if ('values' in one) return whole(one.values.length - 1)
  const dof = one.dof ?? (one.type === 'A' ? one.n - 1 : null)
  return dof === null ? null : fractionOf(parseDecimal(String(dof))!)
}
