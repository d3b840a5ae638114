// The regularised incomplete gamma and beta functions, which the distributions of measurement are made of, and the root of a monotone function.

/** Both parts of 1, each to its own relative accuracy: what lies below and what lies above. */
export type Parts = { below: number; above: number }

/**
 * P(a, x) and Q(a, x): a > 0, x >= 0. Relative accuracy about 1e-13 for a up to a million; by series below x = a + 1, by continued fraction above
 * (DLMF 8.11.4 and 8.9.2).
 */
export const gammaParts = (a: number, x: number): Parts => {
  if (x <= 0) return { below: 0, above: 1 }
  if (x === Infinity) return { below: 1, above: 0 }
  const weight = Math.exp(-stirling(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a)
  if (x < a + 1) return split('below', weight * gammaSeries(a, x))
  return split('above', weight * a * continued(x + 1 - a, n => -n * (n - a), n => x + 1 - a + 2 * n))
}

const gammaSeries = (a: number, x: number): number => {
  let [sum, term] = [1, 1]
  for (let n = 1; n < MOST_TERMS && term > sum * Number.EPSILON / 4; n++) sum += term *= x / (a + n)
  return sum
}

/**
 * I_x(a, b) and its complement: a, b > 0, `x` in 0..1 and `rest` = 1 − x, given apart so that an x close to 1 loses nothing. Relative accuracy about
 * 1e-13 for a and b up to a million.
 */
export const betaParts = (x: number, rest: number, a: number, b: number): Parts => {
  if (x <= 0) return { below: 0, above: 1 }
  if (rest <= 0) return { below: 1, above: 0 }
  const n = a + b
  const weight = Math.sqrt(n / (2 * Math.PI * a * b)) * Math.exp(stirling(n) - stirling(a) - stirling(b) - deviance(a, n * x) - deviance(b, n * rest))
  const room = x <= rest ? a - n * x : n * rest - b
  return room >= 0 ? split('below', ((weight * a * b) / n) * betaFraction(x, rest, a, b, room)) : split('above', ((weight * a * b) / n) * betaFraction(rest, x, b, a, -room))
}

/** The even part of DLMF 8.17.22 in the form of Didonato and Morris (1992), whose `room` = a − (a + b) x keeps the digits of an x close to the mean. */
const betaFraction = (x: number, rest: number, a: number, b: number, room: number): number =>
  continued(
    ((1 + room) * a) / (a + 1),
    n => (((a + n - 1) * (a + n - 1 + b)) / (a + 2 * n - 1) ** 2) * n * (b - n) * x * x,
    n => n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) / (a + 1 + 2 * n)) * (1 + room + n * (1 + rest)),
  )

const split = (part: keyof Parts, value: number): Parts => (part === 'below' ? { below: value, above: 1 - value } : { below: 1 - value, above: value })

/** 1/(b0 + a1/(b1 + a2/(b2 + …))) by the modified Lentz method. */
export const continued = (first: number, numerator: (n: number) => number, denominator: (n: number) => number): number => {
  let [c, d] = [Infinity, 1 / nonzero(first)]
  let value = d
  for (let n = 1; n < MOST_TERMS; n++) {
    const above = numerator(n)
    d = 1 / nonzero(denominator(n) + above * d)
    c = nonzero(denominator(n) + above / nonzero(c))
    const step = c * d
    value *= step
    if (Math.abs(step - 1) < Number.EPSILON) break
  }
  return value
}

const MOST_TERMS = 1_000_000
const nonzero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value)

/** ln Γ(x + 1) − ln(√(2πx) (x/e)^x): what Stirling's formula leaves over (DLMF 5.11.1); kept apart so that large terms need not cancel. */
const stirling = (x: number): number => {
  let [left, at] = [0, x]
  for (; at < 16; at++) left += (at + 0.5) * Math.log1p(1 / at) - 1
  const over = 1 / (at * at)
  return left + (1 / 12 - over * (1 / 360 - over * (1 / 1260 - over * (1 / 1680 - over * (1 / 1188 - over * (691 / 360360)))))) / at
}

/** a ln(a/x) + x − a, without cancellation where x is close to a. */
const deviance = (a: number, x: number): number => {
  if (Math.abs(a - x) >= 0.1 * (a + x)) return a * Math.log(a / x) + x - a
  const v = (a - x) / (a + x)
  let sum = (a - x) * v
  let term = 2 * a * v
  for (let n = 1; n < 100; n++) {
    term *= v * v
    const next = sum + term / (2 * n + 1)
    if (next === sum) break
    sum = next
  }
  return sum
}

/** Where `f` is 0 between two places at which its signs differ, to the last bits (Chandrupatla 1997). */
export const rootOf = (f: (x: number) => number, low: number, high: number): number => {
  let [a, b] = [high, low]
  let [fa, fb] = [f(high), f(low)]
  for (let t = 0.5; ; ) {
    const x = a + t * (b - a)
    const fx = f(x)
    const stays = Math.sign(fx) === Math.sign(fa)
    const [c, fc] = stays ? [a, fa] : [b, fb]
    if (!stays) [b, fb] = [a, fa]
    ;[a, fa] = [x, fx]
    const best = Math.abs(fa) < Math.abs(fb) ? a : b
    const nearest = (2 * Number.EPSILON * Math.abs(best) + Number.MIN_VALUE) / Math.abs(b - a)
    if (fa === 0 || !(nearest < 0.5)) return fa === 0 ? a : best
    const [xi, phi] = [(a - b) / (c - b), (fa - fb) / (fc - fb)]
    const smooth = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
    t = smooth ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb)) : 0.5
    t = Math.min(Math.max(t, nearest), 1 - nearest)
  }
}
