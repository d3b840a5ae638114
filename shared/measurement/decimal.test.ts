import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDecimals, compareFractions, decimalText, floatOf, fractionOf, parseDecimal, plainText, productOf, rootOfFraction, sumOf, times } from './decimal.ts'

test.each([['25.10', '25.10'], ['-0.5', '-0.5'], ['3e-4', '0.0003'], ['12e3', '12e3'], ['1.2E3', '12e2'], ['+7', '7'], ['.5', '0.5'], ['0e0', '0'], ['-0.00', '0.00']])('%s is written %s', (text, written) =>
  expect(decimalText(parseDecimal(text)!)).toBe(written))

test.each(['', '.', '-', '1,5', '1.', '1 000', '0x10', 'NaN', 'Infinity', '1e', '1e99999', '1'.repeat(301), '１'])('%j is no decimal', text => expect(parseDecimal(text)).toBeNull())

const written = fc.tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: -20, max: 20 })).map(([digits, exp]) => ({ digits, exp }))

test('what is written reads back as the same digits', () => fc.assert(fc.property(written, one => void expect(parseDecimal(decimalText(one))).toEqual(one))))

test('order is that of the numbers', () => {
  expect(compareDecimals(parseDecimal('0.3')!, parseDecimal('0.30')!)).toBe(0)
  fc.assert(fc.property(fc.integer(), fc.integer(), fc.integer({ min: 0, max: 6 }), (a, b, more) =>
    void expect(compareDecimals({ digits: BigInt(a), exp: 0 }, { digits: BigInt(b) * 10n ** BigInt(more), exp: -more })).toBe(Math.sign(a - b))))
})

test('the nearest float', () => fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200, max: 1e200 }), float => {
  const decimal = parseDecimal(String(float))
  if (decimal) expect(floatOf(fractionOf(decimal))).toBe(float === 0 ? 0 : float)
})))

test.each([['0.3', '-0.1', '0.2', '-0.03'], ['1e2', '0.50', '100.50', '50'], ['12e3', '4e3', '16e3', '48e6'], ['0.83', '0.10', '0.93', '0.0830']])('%s and %s come to %s and multiply to %s', (a, b, sum, product) => {
  const [x, y] = [parseDecimal(a)!, parseDecimal(b)!]
  expect([decimalText(sumOf(x, y)), decimalText(productOf(x, y))]).toEqual([sum, product])
})

test.each([['12e2', '1200'], ['0.0250', '0.0250'], ['-3e1', '-30'], ['0e3', '0']])('%s is plainly %s', (text, plain) => expect(plainText(parseDecimal(text)!)).toBe(plain))

test('fractions keep their order', () => fc.assert(fc.property(fc.integer(), fc.integer({ min: 1 }), fc.integer(), fc.integer({ min: 1 }), (a, b, c, d) =>
  void expect(compareFractions({ num: BigInt(a), den: BigInt(b) }, { num: BigInt(c), den: BigInt(d) })).toBe(Number(BigInt(a) * BigInt(d) > BigInt(c) * BigInt(b)) - Number(BigInt(a) * BigInt(d) < BigInt(c) * BigInt(b))))))

test('the root of a square is the number, however small or large', () => {
  fc.assert(fc.property(written.filter(({ digits }) => digits > 0n), fc.integer({ min: -250, max: 250 }), (one, power) => {
    const number = fractionOf({ digits: one.digits, exp: one.exp + power })
    const float = floatOf(number)
    expect(Math.abs(rootOfFraction(times(number, number)) - float)).toBeLessThanOrEqual(float * 4e-16)
  }))
  expect(rootOfFraction({ num: 0n, den: 7n })).toBe(0)
})
