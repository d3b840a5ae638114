// What is wrong with the data of a statistic, and how data are read.
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type BadNumber, badNumber, type Meaning } from './bad-number.ts'
import { type Decimal, parseDecimal } from './decimal.ts'

/** `at` names the argument: `subgroups[2][0]`, `L`, `history[0].U`. */
export type DataProblem =
  | BadNumber
  | ({ at: string } & (
      | { code: 'too-few'; have: number; need: number }
      | { code: 'missing-U' | 'missing-sigma' }
      | { code: 'zero-denominator' | 'zero-assigned-value' | 'not-computable' }
      | { code: 'no-limit' | 'limits-inverted' }
      | { code: 'no-variation' | 'no-spread' }
      | { code: 'subgroup-too-small' | 'subgroup-too-large'; size: number; bound: number }
      | { code: 'unequal-subgroups'; size: number; first: number }
      | { code: 'subgroups-not-single'; size: number }
      | { code: 'bad-count' | 'bad-size'; count: number; most: number | null }
      | { code: 'already-out' }
    ))

/** Statistics take sizes below 1e100 with at most 100 decimal places, so that squares and their sums are floats. */
const MOST_PLACES = 100

const isReckonable = ({ digits, exp }: Decimal): boolean => Math.abs(exp) <= MOST_PLACES && String(digits).length + exp <= MOST_PLACES

/** A decimal as it was typed. */
export const readNumber = (at: string, text: string, meaning?: Meaning): Result<Decimal, DataProblem> => {
  const problem = badNumber(at, text, meaning)
  if (problem) return fail(problem)
  const value = parseDecimal(text)!
  return isReckonable(value) ? ok(value) : fail({ code: 'bad-number', at, text, must: '1e-100 .. 1e100' })
}

/** Typed values, read once for every statistic; else the first that is no number. */
export const readValues = (texts: readonly string[], at = 'values'): Result<Decimal[], DataProblem> => {
  const values: Decimal[] = []
  for (let i = 0; i < texts.length; i++) {
    const value = readNumber(`${at}[${i}]`, texts[i])
    if (!value.ok) return value
    values.push(value.value)
  }
  return ok(values)
}

/** The same by subgroup. */
export const readSubgroups = (subgroups: readonly (readonly string[])[], at = 'subgroups'): Result<Decimal[][], DataProblem> => {
  const read: Decimal[][] = []
  for (const [i, texts] of subgroups.entries()) {
    const values = readValues(texts, `${at}[${i}]`)
    if (!values.ok) return values
    read.push(values.value)
  }
  return ok(read)
}
