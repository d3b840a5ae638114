// The global risks of accepting and rejecting by measurement (JCGM 106, clause 9, as domain documents give it; not confirmed against its text).
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type BadNumber, badFloat, NOT_NEGATIVE, POSITIVE } from './bad-number.ts'
import { normalCdf, normalDensity } from './distributions.ts'

/** In one unit: the process scatters by `s0` about the middle, the measurement by `um`; true values conform within ±T, measured ones are accepted within ±A. */
export type RiskQuestion = { s0: number; um: number; T: number; A: number }

/** Shares of all items: accepted though they don't conform, rejected though they do. */
export type Risk = { pfa: number; pfr: number }

/**
 * The probability of false acceptance and of false rejection, both normal, to 1e-12 absolutely. `um` = 0 is a measurement without scatter.
 * Refuses s0 <= 0, um < 0, T <= 0 and A < 0. pfa + pfr <= 1; a smaller A lowers pfa and raises pfr.
 */
export const globalRisk = ({ s0, um, T, A }: RiskQuestion): Result<Risk, BadNumber<'s0' | 'um' | 'T' | 'A'>> => {
  const problem = badFloat('s0', s0, POSITIVE) ?? badFloat('um', um, NOT_NEGATIVE) ?? badFloat('T', T, POSITIVE) ?? badFloat('A', A, NOT_NEGATIVE)
  if (problem) return fail(problem)
  const [t, a, u] = [T / s0, A / s0, um / s0]
  if (u === 0) return ok({ pfa: Math.max(0, outside(t) - outside(a)), pfr: Math.max(0, outside(a) - outside(t)) })
  const accepted = (e: number): number => (e > a ? normalCdf((a - e) / u) - normalCdf((-a - e) / u) : 1 - rejected(e))
  const rejected = (e: number): number => normalCdf((e - a) / u) + normalCdf((-a - e) / u)
  const over = (from: number, to: number, share: (e: number) => number): number => 2 * integral(e => normalDensity(e) * share(e), from, to, placesOf(a, u))
  return ok({ pfa: over(t, FAR, accepted), pfr: over(0, Math.min(t, FAR), rejected) })
}

/** The share of a standard normal distribution beyond ±x. */
const outside = (x: number): number => 2 * normalCdf(-x)

/** Beyond as many standard deviations no float is left of the density. */
const FAR = 38

/** Where the integrand bends: with the process at each standard deviation, with the measurement at each of its own about the acceptance limits. */
const placesOf = (a: number, u: number): number[] => [
  ...Array.from({ length: FAR }, (_, sigma) => sigma),
  ...Array.from({ length: 19 }, (_, n) => [a + (n - 9) * u, -a + (n - 9) * u]).flat(),
]

/** Gauss-Legendre between neighbouring places, so that each piece is smooth. */
const integral = (f: (x: number) => number, from: number, to: number, places: readonly number[]): number => {
  if (from >= to) return 0
  const ends = [from, ...places.filter(place => place > from && place < to).sort((a, b) => a - b), to]
  let sum = 0
  for (let i = 1; i < ends.length; i++) {
    const [middle, half] = [(ends[i] + ends[i - 1]) / 2, (ends[i] - ends[i - 1]) / 2]
    for (const [node, weight] of NODES) sum += weight * half * f(middle + half * node)
  }
  return sum
}

/** Nodes and weights of the Gauss-Legendre rule: the roots of a Legendre polynomial, by Newton's method. */
const legendreRule = (order: number): [node: number, weight: number][] =>
  Array.from({ length: order }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (order + 0.5))
    let slope = 0
    for (let step = 0; step < 8; step++) {
      let [before, value] = [1, x]
      for (let n = 2; n <= order; n++) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n]
      slope = (order * (x * value - before)) / (x * x - 1)
      x -= value / slope
    }
    return [x, 2 / ((1 - x * x) * slope * slope)]
  })

const NODES = legendreRule(16)
