// A budget of uncertainty: combined and expanded uncertainty and how they are reported (GUM 5, 6, 7.2.6 and G.4, JJF 1059.1, as domain documents give
// them; not confirmed against their texts).
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type BadNumber, badFloat, badNumber, type Meaning } from './bad-number.ts'
import { type Contribution, type ContributionProblem, type Term, termOf } from './contribution.ts'
import { type Decimal, type Fraction, compareFractions, dividedBy, floatOf, fractionOf, parseDecimal, plainText, plus, rootOfFraction, times } from './decimal.ts'
import { normalQuantile, tQuantile } from './distributions.ts'
import { roundedTo, roundedUpTo } from './rounding.ts'

/** `y` is a decimal text, `correlations` are [i, j, r] of two contributions counted from 0. `coverage` 0.9545 and `rounding` even (GB/T 8170) unless said. */
export type BudgetQuestion = { y: string; contributions: readonly Contribution[]; correlations?: readonly Correlation[] | undefined; coverage?: number | undefined; rounding?: 'even' | 'up' | undefined }

export type Correlation = readonly [i: number, j: number, r: number]

/** In the unit of y. `veff` untruncated; null = infinite, above a million, or not defined since contributions are correlated. `report`: U with two significant digits, y to the same place. */
export type Budget = { uc: number; veff: number | null; k: number; U: number; report: { value: string; U: string } }

export type BudgetProblem = ContributionProblem | { code: 'zero-uncertainty'; at: 'contributions' }

/**
 * u_c² = Σ(c_i u_i)² + 2 ΣΣ r_ij c_i u_i c_j u_j; veff by Welch-Satterthwaite, truncated for k = t; k is 2 for a coverage of 0.9545 without veff, else the
 * normal quantile. Without correlations u_c² and veff are exact fractions, so that the order of contributions doesn't count and a whole veff stays whole.
 * Refuses numbers outside their meaning, no contribution or fewer than two values (`too-few`), and what comes to no uncertainty at all.
 */
export const budget = ({ y, contributions, correlations = [], coverage = 0.9545, rounding = 'even' }: BudgetQuestion): Result<Budget, BudgetProblem> => {
  const badY = badNumber('y', y)
  if (badY) return fail(badY)
  const terms: Term[] = []
  for (const [i, one] of contributions.entries()) {
    const term = termOf(one, `contributions[${i}]`)
    if (!term.ok) return term
    terms.push(term.value)
  }
  if (terms.length === 0) return fail({ code: 'too-few', at: 'contributions', least: 1 })
  const problem = badCorrelation(correlations, terms.length) ?? badFloat('coverage', coverage, SHARE)
  if (problem) return fail(problem)
  const combined = correlations.length > 0 ? correlated(terms, correlations) : ok(terms.map(({ square }) => square).reduce(plus))
  if (!combined.ok) return combined
  if (combined.value.num === 0n) return fail({ code: 'zero-uncertainty', at: 'contributions' })
  const uc = rootOfFraction(combined.value)
  const freedom = correlations.length > 0 ? null : effectiveFreedom(combined.value, terms)
  const k = coverageFactor(coverage, freedom)
  return ok({ uc, veff: freedom && floatOf(freedom), k, U: k * uc, report: reported(parseDecimal(y)!, k * uc, rounding) })
}

const SHARE: Meaning = { must: '> 0, < 1', holds: value => value > 0 && value < 1 }
const CORRELATION: Meaning = { must: '-1 … 1', holds: value => Math.abs(value) <= 1 }

const badCorrelation = (correlations: readonly Correlation[], count: number): BadNumber | null => {
  const index: Meaning = { must: `0 … ${count - 1}`, holds: value => Number.isInteger(value) && value >= 0 && value < count }
  const seen = new Set<string>()
  for (const [n, [i, j, r]] of correlations.entries()) {
    const at = `correlations[${n}]`
    const pair = [Math.min(i, j), Math.max(i, j)].join()
    const other: Meaning = { must: 'i ≠ j', holds: () => i !== j && !seen.has(pair) }
    const problem = badFloat(`${at}[0]`, i, index) ?? badFloat(`${at}[1]`, j, index) ?? badFloat(`${at}[1]`, j, other) ?? badFloat(`${at}[2]`, r, CORRELATION)
    if (problem) return problem
    seen.add(pair)
  }
  return null
}

/** What cancels to within the accuracy of floats is 0; correlations that would give less than 0 can't all hold. */
const correlated = (terms: readonly Term[], correlations: readonly Correlation[]): Result<Fraction, BudgetProblem> => {
  const sizes = terms.map(({ square, sign }) => sign * (square.num === 0n ? 0 : rootOfFraction(square)))
  const largest = Math.max(...sizes.map(Math.abs))
  if (largest === 0) return fail({ code: 'zero-uncertainty', at: 'contributions' })
  const parts = sizes.map(size => size / largest)
  const own = parts.reduce((sum, part) => sum + part * part, 0)
  const all = correlations.reduce((sum, [i, j, r]) => sum + 2 * r * parts[i] * parts[j], own)
  if (Math.abs(all) <= 1e-12 * own) return fail({ code: 'zero-uncertainty', at: 'contributions' })
  if (all < 0) return fail({ code: 'bad-number', at: 'correlations', text: JSON.stringify(correlations), must: 'u_c² > 0' })
  const uc = fractionOf(parseDecimal(String(largest * Math.sqrt(all)))!)
  return ok(times(uc, uc))
}

/** Welch-Satterthwaite: u_c⁴ / Σ((c_i u_i)⁴/ν_i), exactly; null = infinite or above a million. */
const effectiveFreedom = (combined: Fraction, terms: readonly Term[]): Fraction | null => {
  const parts = terms.flatMap(({ square, dof }) => (dof && square.num !== 0n ? [dividedBy(times(square, square), dof)] : []))
  if (parts.length === 0) return null
  const veff = dividedBy(times(combined, combined), parts.reduce(plus))
  return compareFractions(veff, MOST_FREEDOM) > 0 ? null : veff
}

const MOST_FREEDOM: Fraction = { num: 1_000_000n, den: 1n }

const coverageFactor = (coverage: number, veff: Fraction | null): number => {
  const inner = (1 + coverage) / 2
  if (veff) return tQuantile(inner, Number(veff.num / veff.den))
  return coverage === 0.9545 ? 2 : normalQuantile(inner)
}

/** U by its 13 leading digits, so that the noise of floats neither breaks a tie nor lifts an exact value. */
const reported = (y: Decimal, U: number, rounding: 'even' | 'up'): Budget['report'] => {
  const exact = fractionOf(parseDecimal(U.toPrecision(13))!)
  const round = rounding === 'up' ? roundedUpTo : roundedTo
  const place = (power: number): Decimal => ({ digits: 1n, exp: power })
  const first = Number(U.toExponential(12).split('e')[1]) - 1
  const two = round(exact, place(first))
  // 0.0996 becomes 0.100, which is 0.10 with two digits.
  const exp = two.digits >= 100n ? first + 1 : first
  return { value: plainText(roundedTo(fractionOf(y), place(exp))), U: plainText(round(exact, place(exp))) }
}
