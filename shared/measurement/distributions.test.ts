import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaCdf, betaQuantile, binomialCdf, chiSquareCdf, chiSquareQuantile, normalCdf, normalDensity, normalQuantile, tCdf, tQuantile } from './distributions.ts'

const close = (got: number, wanted: number, relative = 1e-13): void => {
  expect(Math.abs(got / wanted - 1), `${got} for ${wanted}`).toBeLessThan(relative)
}

// Recomputed with mpmath at 30 digits, from the integrals of the densities.
test.each<[name: string, got: number, wanted: number]>([
  ['Φ(0.3)', normalCdf(0.3), 0.6179114221889527],
  ['Φ(−2.01)', normalCdf(-2.01), 0.022215594429431485],
  ['Φ(5)', normalCdf(5), 0.9999997133484281],
  ['Φ(−10)', normalCdf(-10), 7.619853024160525e-24],
  ['Φ(−37.1)', normalCdf(-37.1), 1.4047119663106221e-301],
  ['normal 1e-300', normalQuantile(1e-300), -37.0470962993612],
  ['normal 2.5 %', normalQuantile(0.025), -1.9599639845400543],
  ['normal 45 %', normalQuantile(0.45), -0.12566134685507402],
  ['normal 97.725 %', normalQuantile(0.97725), 2.000002443899603],
  ['t(10⁶) below −3', tCdf(-3, 1e6), 0.0013499312707108985],
  ['t(3.7) below −2', tCdf(-2, 3.7), 0.060908600952617006],
  ['t(89) below −0.5', tCdf(-0.5, 89), 0.3091545468138634],
  ['t(10) below −8', tCdf(-8, 10), 5.88747139483308e-06],
  ['t(89) 97.725 %', tQuantile(0.97725, 89), 2.028483138777655],
  ['t(10⁶) 97.725 %', tQuantile(0.97725, 1e6), 2.000004943910608],
  ['t(9) 99.99 %', tQuantile(0.9999, 9), 6.010132129081531],
  ['t(0.7) 60 %', tQuantile(0.6, 0.7), 0.3560313652346803],
  ['t(1) 97.725 %', tQuantile(0.97725, 1), 13.967811487502548],
  ['t(2) 99.99 %', tQuantile(0.9999, 2), 70.70007107496818],
  ['chi-square(7) 97.5 %', chiSquareQuantile(0.975, 7), 16.012764274629323],
  ['chi-square(19) 2.5 %', chiSquareQuantile(0.025, 19), 8.906516481987973],
  ['chi-square(300) 50 %', chiSquareQuantile(0.5, 300), 299.33359734921805],
  ['Clopper-Pearson 18 in 20, low', betaQuantile(0.025, 18, 3), 0.6830172859809176],
  ['Clopper-Pearson 18 in 20, high', betaQuantile(0.975, 19, 2), 0.9876514728297052],
  ['beta(300, 700) 50 %', betaQuantile(0.5, 300, 700), 0.29986661939179127],
  ['beta(2.5, 40) 1e-9', betaQuantile(1e-9, 2.5, 40), 9.968006871017737e-06],
  ['binomial 15 in 20 of 0.95', binomialCdf(15, 20, 0.95), 0.002573940334652292],
  ['binomial 18 in 20 of 0.95', binomialCdf(18, 20, 0.95), 0.2641604750561505],
  ['binomial 900 in 1000 of 0.95', binomialCdf(900, 1000, 0.95), 8.410251084877703e-11],
  ['binomial 3 in 1000 of 0.001', binomialCdf(3, 1000, 0.001), 0.9810731665496396],
])('%s', (_, got, wanted) => close(got, wanted))

test('the ends of the domain', () => {
  expect([normalCdf(0), normalCdf(-Infinity), normalCdf(Infinity), normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([0.5, 0, 1, -Infinity, 0, Infinity])
  expect([tCdf(0, 3), tCdf(-Infinity, 3), tCdf(Infinity, 3), tQuantile(0, 3), tQuantile(0.5, 3), tQuantile(1, 3)]).toEqual([0.5, 0, 1, -Infinity, 0, Infinity])
  expect([tCdf(1, Infinity), tQuantile(0.975, Infinity)]).toEqual([normalCdf(1), normalQuantile(0.975)])
  expect([chiSquareCdf(-1, 3), chiSquareCdf(Infinity, 3), chiSquareQuantile(0, 3), chiSquareQuantile(1, 3)]).toEqual([0, 1, 0, Infinity])
  expect([betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1, 0, 1])
  expect([binomialCdf(-1, 5, 0.5), binomialCdf(5, 5, 0.5), binomialCdf(0, 0, 0.5), binomialCdf(2, 5, 0), binomialCdf(2, 5, 1)]).toEqual([0, 1, 1, 1, 0])
})

test.each([() => normalCdf(NaN), () => normalQuantile(1.1), () => normalQuantile(NaN), () => tQuantile(0.5, 0), () => tCdf(1, -1), () => chiSquareQuantile(-0.1, 2), () => chiSquareCdf(1, NaN), () => betaQuantile(0.5, 0, 1), () => betaCdf(2, 1, 1), () => binomialCdf(1, 2.5, 0.5), () => binomialCdf(1, 2, NaN)])('outside the domain it throws: %s', call =>
  expect(call).toThrow(RangeError))

const share = fc.double({ min: 1e-12, max: 0.5, noNaN: true })
const freedom = fc.double({ min: 0.5, max: 1e4, noNaN: true })

test('a quantile is where its share lies', () => {
  fc.assert(fc.property(share, p => close(normalCdf(normalQuantile(p)), p, 1e-12)))
  fc.assert(fc.property(share, freedom, (p, nu) => close(tCdf(tQuantile(p, nu), nu), p, 1e-11)))
  fc.assert(fc.property(share, freedom, (p, nu) => close(chiSquareCdf(chiSquareQuantile(p, nu), nu), p, 1e-11)))
  fc.assert(fc.property(share, freedom, freedom, (p, a, b) => close(betaCdf(betaQuantile(p, a, b), a, b), p, 1e-11)))
})

test('both sides mirror each other', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 30, noNaN: true }), freedom, (x, nu) => {
    close(normalCdf(x) + normalCdf(-x), 1)
    close(tCdf(x, nu) + tCdf(-x, nu), 1)
    expect(normalDensity(-x)).toBe(normalDensity(x))
  }))
  fc.assert(fc.property(fc.integer({ min: 0, max: 4096 }), freedom, freedom, (n, a, b) => close(betaCdf(n / 4096, a, b) + betaCdf(1 - n / 4096, b, a), 1, 1e-12)))
})

test('a binomial tail is the sum of its terms', () => fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (n, k, p) => {
  let [term, sum] = [(1 - p) ** n, 0]
  for (let i = 0; i <= Math.min(k, n); i++, term *= ((n - i + 1) / i) * (p / (1 - p))) sum += term
  close(binomialCdf(k, n, p), sum, 1e-11)
})))
