// Statements of conformity that take account of the uncertainty: decision rules after ILAC-G8:09/2019 and ISO 14253-1:2017 (as domain documents give
// them; not confirmed against their texts), decided exactly on decimals.
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type BadNumber, badNumber, NOT_NEGATIVE, POSITIVE } from './bad-number.ts'
import { type Decimal, compareDecimals, decimalText, dividedBy, floatOf, fractionOf, minus, negated, parseDecimal, productOf, sumOf, times } from './decimal.ts'
import { normalCdf } from './distributions.ts'

export const RULES = ['simple', 'guard', 'iso14253', 'uncritical', 'nonbinary'] as const
export type Rule = (typeof RULES)[number]
export type Verdict = 'pass' | 'conditional-pass' | 'conditional-fail' | 'fail'

/** Decimal texts in one unit, k and r bare. `U` is expanded by `k` (2 unless said); `TL` and `TU` are the tolerance limits; `r` is the part of U that guards (1 unless said). */
export type DecisionQuestion = { rule: string; y: string } & { [text in 'U' | 'k' | 'TL' | 'TU' | 'r']?: string | undefined }

/**
 * `w`: the guard band. `AL`: the acceptance limits, null where there is no such tolerance limit; of `nonbinary` the inner ones. `pc`: the probability that
 * the true value conforms (JCGM 106: normal, no prior), null without U.
 */
export type Decision = { verdict: Verdict; w: string; AL: { low: string | null; high: string | null }; pc: number | null }

export type DecisionProblem =
  | BadNumber<'y' | 'U' | 'k' | 'TL' | 'TU' | 'r'>
  | { code: 'unknown-rule'; at: 'rule'; rule: string }
  | { code: 'missing-U' | 'bad-U'; at: 'U' }
  | { code: 'no-limit'; at: 'TL' }
  | { code: 'limits-inverted'; at: 'TU'; TL: string; TU: string }
  | { code: 'empty-acceptance-zone'; at: 'rule'; w: string }

/**
 * Does a measured value conform, by the rule agreed? At an edge it does. Refuses, in the order of the arguments: a rule that isn't known, texts that are no
 * number, a missing U (but for `simple`) or one that isn't above 0, k <= 0, no limit at all, TL >= TU, r < 0, and guard bands that leave nothing to accept.
 */
export const decided = (question: DecisionQuestion): Result<Decision, DecisionProblem> => {
  const problem = faultOf(question)
  if (problem) return fail(problem)
  const [y, U, TL, TU] = [parseDecimal(question.y)!, decimalOf(question.U), decimalOf(question.TL), decimalOf(question.TU)]
  const w = guardBand(question.rule as Rule, U, decimalOf(question.r) ?? ONE)
  const inner = { low: TL && sumOf(TL, w), high: TU && sumOf(TU, negated(w)) }
  if (TL && TU && compareDecimals(sumOf(w, w), sumOf(TU, negated(TL))) >= 0) return fail({ code: 'empty-acceptance-zone', at: 'rule', w: decimalText(w) })
  const zones = [inner, ...(question.rule === 'nonbinary' ? [{ low: TL, high: TU }, { low: TL && sumOf(TL, negated(w)), high: TU && sumOf(TU, w) }] : [])]
  const zone = zones.findIndex(({ low, high }) => (!low || compareDecimals(y, low) >= 0) && (!high || compareDecimals(y, high) <= 0))
  return ok({
    verdict: zone < 0 ? 'fail' : VERDICTS[zone],
    w: decimalText(w),
    AL: { low: inner.low && decimalText(inner.low), high: inner.high && decimalText(inner.high) },
    pc: U && conformanceProbability({ y, U, k: decimalOf(question.k) ?? TWO, TL, TU }),
  })
}

const VERDICTS: readonly Verdict[] = ['pass', 'conditional-pass', 'conditional-fail']
const ONE: Decimal = { digits: 1n, exp: 0 }
const TWO: Decimal = { digits: 2n, exp: 0 }

const decimalOf = (text: string | undefined): Decimal | null => (text === undefined ? null : parseDecimal(text))

const faultOf = ({ rule, y, U, k, TL, TU, r }: DecisionQuestion): DecisionProblem | null =>
  ((RULES as readonly string[]).includes(rule) ? null : ({ code: 'unknown-rule', at: 'rule', rule } as const)) ??
  badNumber('y', y) ??
  badU(rule, U) ??
  badNumber('k', k, POSITIVE) ??
  badNumber('TL', TL) ??
  badNumber('TU', TU) ??
  badLimits(TL, TU) ??
  badNumber('r', r, NOT_NEGATIVE)

const badU = (rule: string, U: string | undefined): DecisionProblem | null => {
  if (U === undefined) return rule === 'simple' ? null : { code: 'missing-U', at: 'U' }
  return badNumber('U', U) ?? (parseDecimal(U)!.digits > 0n ? null : { code: 'bad-U', at: 'U' })
}

const badLimits = (TL: string | undefined, TU: string | undefined): DecisionProblem | null => {
  if (TL === undefined && TU === undefined) return { code: 'no-limit', at: 'TL' }
  return TL !== undefined && TU !== undefined && compareDecimals(parseDecimal(TL)!, parseDecimal(TU)!) >= 0 ? { code: 'limits-inverted', at: 'TU', TL, TU } : null
}

const guardBand = (rule: Rule, U: Decimal | null, r: Decimal): Decimal => {
  if (!U) return { digits: 0n, exp: 0 }
  switch (rule) {
    case 'simple':
      return { digits: 0n, exp: 0 }
    case 'guard':
    case 'nonbinary':
      return productOf(r, U)
    case 'iso14253':
      return productOf({ digits: 83n, exp: -2 }, U)
    case 'uncritical':
      return negated(U)
  }
}

/** Φ((TU − y)/u) − Φ((TL − y)/u) with u = U/k; taken in the lower tail, where small probabilities keep their digits. */
const conformanceProbability = ({ y, U, k, TL, TU }: { y: Decimal; U: Decimal; k: Decimal; TL: Decimal | null; TU: Decimal | null }): number => {
  const inU = (limit: Decimal): number => floatOf(dividedBy(times(minus(fractionOf(limit), fractionOf(y)), fractionOf(k)), fractionOf(U)))
  const [low, high] = [TL ? inU(TL) : -Infinity, TU ? inU(TU) : Infinity]
  return low > 0 ? normalCdf(-low) - normalCdf(-high) : normalCdf(high) - normalCdf(low)
}
