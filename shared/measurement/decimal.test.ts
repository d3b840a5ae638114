import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDecimals, decimalText, floatOf, fractionOf, parseDecimal } from './decimal.ts'

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
