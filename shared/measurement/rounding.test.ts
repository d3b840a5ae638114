import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDecimal } from './decimal.ts'
import { rounded } from './rounding.ts'

const at = (value: string, interval: string): string => {
  const found = rounded(value, interval)
  return found.ok ? found.value : `${found.problem.code} at ${found.problem.at}`
}

test.each([
  ['12.1498', '0.1', '12.1'], ['1.050', '0.1', '1.0'], ['0.35', '0.1', '0.4'],
  ['12.1498', '1', '12'], ['11.5002', '1', '12'], ['0.5', '1', '0'], ['1.5', '1', '2'], ['2.5', '1', '2'], ['15.4546', '1', '15'], ['97.46', '1', '97'], ['-15.5', '1', '-16'], ['-36.5', '1', '-36'],
  ['60.25', '0.5', '60.0'], ['60.38', '0.5', '60.5'], ['60.28', '0.5', '60.5'], ['-60.75', '0.5', '-61.0'],
  ['830', '20', '840'], ['842', '20', '840'], ['832', '20', '840'], ['-930', '20', '-920'],
  ['0.034', '0.01', '0.03'], ['2.675', '0.01', '2.68'], ['1.005', '0.01', '1.00'], ['-0.4', '1', '0'], ['3e-4', '1e-3', '0.000'], ['1234', '1e2', '1200'], ['12e3', '0.5', '12000.0'], ['7', '0.10', '7.00'], ['1', '3', '0'],
  ['0.5000000000000000000000000000001', '1', '1'],
])('%s by %s is %s', (value, interval, becomes) => expect(at(value, interval)).toBe(becomes))

test.each([['5', '0', 'bad-interval at interval'], ['5', '-0.1', 'bad-interval at interval'], ['1,5', '0', 'bad-number at value'], ['5', 'x', 'bad-number at interval']])('%s by %s: %s', (value, interval, problem) => expect(at(value, interval)).toBe(problem))

const figure = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: -9, max: 3 })).map(([digits, power]) => `${digits}e${power}`)
const interval = fc.tuple(fc.bigInt({ min: 1n, max: 500n }), fc.integer({ min: -6, max: 2 })).map(([digits, power]) => `${digits}e${power}`)
/** At 10⁻⁹. */
const tiny = (text: string): bigint => {
  const { digits, exp } = parseDecimal(text)!
  return digits * 10n ** BigInt(exp + 9)
}

test('the result is a whole number of intervals, the nearest, of two the even one, and stays when rounded again', () => fc.assert(fc.property(figure, interval, (value, step) => {
  const once = at(value, step)
  expect(at(once, step)).toBe(once)
  const [x, result, by] = [tiny(value), tiny(once), tiny(step)]
  expect(result % by).toBe(0n)
  const off = 2n * (x > result ? x - result : result - x)
  expect(off <= by).toBe(true)
  if (off === by) expect((result / by) % 2n).toBe(0n)
})))

test('order is kept', () => fc.assert(fc.property(figure, figure, interval, (a, b, step) => {
  const [low, high] = tiny(a) <= tiny(b) ? [a, b] : [b, a]
  expect(tiny(at(low, step)) <= tiny(at(high, step))).toBe(true)
})))
