import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { Decimal } from './decimal.ts'
import { measuredValue } from './sums.ts'

/** What is wrong with the data of a statistic. `at` names the argument: `subgroups[2][0]`, `L`, `history[0].U`. */
export type DataProblem = { at: string } & (
  | { code: 'bad-number'; text: string; must: NumberMust }
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
)

/**
 * What a number has to be: a decimal that can be reckoned with, not below 0, above 0, 1 or more, from 0 to 1, quantile type 6 or 7; of fixed limits `upper`
 * above the centre line, `lower` not above it.
 */
export type NumberMust = 'decimal' | 'not-negative' | 'positive' | 'from-1' | 'share' | 'quantile' | 'upper' | 'lower'

export const badNumber = (at: string, text: string | number, must: NumberMust): DataProblem => ({ code: 'bad-number', at, text: String(text), must })

/** A decimal as it was typed. */
export const readNumber = (at: string, text: string, must: 'decimal' | 'not-negative' | 'positive' = 'decimal'): Result<Decimal, DataProblem> => {
  const value = measuredValue(text)
  if (value === null) return fail(badNumber(at, text, 'decimal'))
  return (must === 'not-negative' && value.digits < 0n) || (must === 'positive' && value.digits <= 0n) ? fail(badNumber(at, text, must)) : ok(value)
}

/** Typed values, read once for every statistic; else the first that is no number. */
export const readValues = (texts: readonly string[], at = 'values'): Result<Decimal[], DataProblem> => {
  const values: Decimal[] = []
  for (let i = 0; i < texts.length; i++) {
    const value = measuredValue(texts[i])
    if (value === null) return fail(badNumber(`${at}[${i}]`, texts[i], 'decimal'))
    values.push(value)
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
