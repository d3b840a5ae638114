// The distributions that measurement reckons with: normal, Student's t, chi-square, beta, binomial; probabilities and their quantiles.
// Every function throws on an argument outside its domain (NaN too): callers check what users give.
import { betaParts, continued, gammaParts, type Parts, rootOf } from './incomplete.ts'

/** The density of the standard normal distribution. */
export const normalDensity = (x: number): number => {
  const near = Math.trunc(x * 16) / 16 // its square is exact, so that the tail keeps its digits
  return Math.exp((-near * near) / 2) * Math.exp((-(x - near) * (x + near)) / 2) * ROOT
}

/** Φ(x): the share of a standard normal distribution below x, any x. Relative accuracy about 1e-13, in the lower tail too (down to x = −38). */
export const normalCdf = (x: number): number => {
  inDomain(!Number.isNaN(x))
  if (x > 2) return 1 - upperTail(x)
  return x < -2 ? upperTail(-x) : 0.5 + centre(x)
}

/** x with Φ(x) = p: p in 0..1, whose ends give ∓∞. Relative accuracy about 1e-14; for a p close to 1 take −normalQuantile(1 − p). */
export const normalQuantile = (p: number): number => {
  inDomain(p >= 0 && p <= 1)
  const tail = Math.min(p, 1 - p)
  if (tail === 0) return p === 0 ? -Infinity : Infinity
  // Abramowitz and Stegun 26.2.23 to within 4.5e-4, then Halley's steps.
  const t = Math.sqrt(-2 * Math.log(tail))
  let x = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let step = 0; step < 3; step++) {
    const off = (tail > 0.25 ? 0.5 - tail - centre(x) : upperTail(x) - tail) / normalDensity(x)
    x += off / (1 + (x * off) / 2)
  }
  return p < 0.5 ? -x : p === 0.5 ? 0 : x
}

/** The share of Student's t below x: any x, nu > 0 degrees of freedom, whole or not. Relative accuracy about 1e-13. */
export const tCdf = (x: number, nu: number): number => {
  inDomain(!Number.isNaN(x) && nu > 0)
  if (nu === Infinity) return normalCdf(x)
  const square = x * x
  const sides = Math.abs(x) === Infinity ? { below: 1, above: 0 } : betaParts(square / (nu + square), nu / (nu + square), 0.5, nu / 2)
  return x < 0 ? sides.above / 2 : 0.5 + sides.below / 2
}

/** x with tCdf(x, nu) = p: p in 0..1, nu > 0, whole or not, up to a million or infinite. Relative accuracy about 1e-13 (2.0285 = tQuantile(0.97725, 89)). */
export const tQuantile = (p: number, nu: number): number => {
  inDomain(p >= 0 && p <= 1 && nu > 0)
  if (nu === Infinity || p === 0.5) return normalQuantile(p)
  const tail = Math.min(p, 1 - p)
  if (tail === 0) return p === 0 ? -Infinity : Infinity
  const inner = 1 - 2 * tail
  const z = betaRoot({ below: inner, above: 2 * tail }, 0.5, nu / 2)
  const rest = z < 0.5 ? 1 - z : betaRoot({ below: 2 * tail, above: inner }, nu / 2, 0.5)
  const x = Math.sqrt((nu * (z < 0.5 ? z : 1 - rest)) / rest)
  return p < 0.5 ? -x : x
}

/** The share of chi-square below x: any x, nu > 0 degrees of freedom. Relative accuracy about 1e-13. */
export const chiSquareCdf = (x: number, nu: number): number => {
  inDomain(!Number.isNaN(x) && nu > 0 && nu < Infinity)
  return gammaParts(nu / 2, x / 2).below
}

/** x with chiSquareCdf(x, nu) = p: p in 0..1, nu > 0, whole or not, up to a million. Relative accuracy about 1e-13 (16.0128 = chiSquareQuantile(0.975, 7)). */
export const chiSquareQuantile = (p: number, nu: number): number => {
  inDomain(p >= 0 && p <= 1 && nu > 0 && nu < Infinity)
  if (p === 0 || p === 1) return p === 0 ? 0 : Infinity
  const a = nu / 2
  const most = Math.log(4 * a + 3000) // more than any p below 1 needs
  return 2 * Math.exp(rootOf(logX => offset(gammaParts(a, Math.exp(logX)), { below: p, above: 1 - p }), LEAST, most))
}

/** The share of the beta distribution below x = the regularised incomplete beta function I_x(a, b): x in 0..1, a > 0, b > 0. Relative accuracy about 1e-13. */
export const betaCdf = (x: number, a: number, b: number): number => {
  inDomain(x >= 0 && x <= 1 && a > 0 && b > 0 && a + b < Infinity)
  return betaParts(x, 1 - x, a, b).below
}

/**
 * x with betaCdf(x, a, b) = p: p in 0..1, a > 0, b > 0, up to a million. Relative accuracy about 1e-13. Clopper-Pearson for x in n at 95 %:
 * low = betaQuantile(0.025, x, n − x + 1), high = betaQuantile(0.975, x + 1, n − x); at x = 0 low is 0, at x = n high is 1.
 */
export const betaQuantile = (p: number, a: number, b: number): number => {
  inDomain(p >= 0 && p <= 1 && a > 0 && b > 0 && a + b < Infinity)
  return p === 0 || p === 1 ? p : betaRoot({ below: p, above: 1 - p }, a, b)
}

/** P(X <= k) of n trials of probability p each: n whole and >= 0, any k (its whole part counts), p in 0..1. P(X >= k) is binomialCdf(n − k, n, 1 − p). Relative accuracy about 1e-13. */
export const binomialCdf = (k: number, n: number, p: number): number => {
  inDomain(!Number.isNaN(k) && Number.isInteger(n) && n >= 0 && p >= 0 && p <= 1)
  const whole = Math.floor(k)
  if (whole < 0) return 0
  return whole >= n ? 1 : betaParts(p, 1 - p, whole + 1, n - whole).above
}

/** 1/√(2π). */
const ROOT = 0.3989422804014327
/** The logarithm of the least float. */
const LEAST = -745

/** Φ(x) − ½ (Abramowitz and Stegun 26.2.11). */
const centre = (x: number): number => {
  let [sum, term] = [x, x]
  for (let n = 3; n < 1000 && Math.abs(term) > Math.abs(sum) * Number.EPSILON / 4; n += 2) sum += term *= (x * x) / n
  return sum * normalDensity(x)
}

/** 1 − Φ(x) for x >= 0: from 2 on by continued fraction (Abramowitz and Stegun 26.2.14). */
const upperTail = (x: number): number => (x < 2 ? 0.5 - centre(x) : x > 40 ? 0 : normalDensity(x) * continued(x, n => n, () => x))

const betaRoot = (wanted: Parts, a: number, b: number): number =>
  Math.exp(rootOf(logX => offset(betaParts(Math.exp(logX), -Math.expm1(logX), a, b), wanted), LEAST, 0))

/** How far what is there lies above what is wanted, told by the smaller part, which has the more digits; on the scale of logarithms. */
const offset = (there: Parts, wanted: Parts): number =>
  wanted.below <= wanted.above ? logOf(there.below) - logOf(wanted.below) : logOf(wanted.above) - logOf(there.above)

const logOf = (part: number): number => Math.max(-800, Math.log(part))

const inDomain = (fits: boolean): void => {
  if (!fits) throw new RangeError('outside the domain of the distribution')
}
