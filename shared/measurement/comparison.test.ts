import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Comparison, compared, type Direction } from './comparison.ts'
import { compareDecimals, decimalText, parseDecimal } from './decimal.ts'
import { rounded } from './rounding.ts'

const said = (value: string, limit: string, direction: Direction, comparison: Comparison = 'full', unit?: string): string => {
  const found = compared({ value, limit, direction, comparison, unit })
  return found.ok ? found.value : `${found.problem.code} at ${found.problem.at}`
}

test.each<[value: string, limit: string, direction: Direction, said: string, comparison?: Comparison, unit?: string]>([
  ['0.034', '≤0.03', 'max', 'fail'],
  ['0.034', '≤0.03', 'max', 'pass', 'rounded'],
  ['75', '＜75', 'max', 'fail'],
  ['74.99', '＜75', 'max', 'pass'],
  ['74.6', '＜75', 'max', 'fail', 'rounded'],
  ['74.5', '＜75', 'max', 'pass', 'rounded'],
  ['75', '75', 'max', 'pass'],
  ['75', '75', 'min', 'pass'],
  ['75', '>75', 'min', 'fail'],
  ['75.5', '>75', 'min', 'pass', 'rounded'],
  ['76.5', '>76', 'min', 'fail', 'rounded'],
  ['1449', '14×10²', 'max', 'pass', 'rounded'],
  ['1450', '14×10²', 'max', 'pass', 'rounded'],
  ['1451', '14×10²', 'max', 'fail', 'rounded'],
  ['1401', '14×10²', 'max', 'fail'],
  ['0.3', '0.30', 'max', 'pass'],
  ['10.1', '10.0±0.1', 'target', 'pass'],
  ['10.11', '10.0±0.1', 'target', 'fail'],
  ['10.15', '10.0±0.1', 'target', 'fail', 'rounded'],
  ['10.149', '10.0±0.1', 'target', 'pass', 'rounded'],
  ['9.846', '10.0±0.15', 'target', 'pass', 'rounded'],
  ['9.844', '10.0±0.15', 'target', 'fail', 'rounded'],
  ['4.0', '4.0～8.5', 'range', 'pass'],
  ['3.95', '4.0～8.5', 'range', 'pass', 'rounded'],
  ['3.96', '4～8.5', 'range', 'pass', 'rounded'],
  ['8.55', '4.0～8.5', 'range', 'fail', 'rounded'],
  ['8.54', '4～8.5', 'range', 'pass', 'rounded'],
  ['<5', '20', 'max', 'pass'],
  ['<50', '20', 'max', 'indeterminate'],
  ['<5', '20', 'min', 'fail'],
  ['<20', '20', 'min', 'fail'],
  ['≤20', '20', 'min', 'indeterminate'],
  ['<20', '<20', 'max', 'pass'],
  ['≤20', '<20', 'max', 'indeterminate'],
  ['>20', '20', 'max', 'fail'],
  ['>20', '30', 'min', 'indeterminate'],
  ['<5', '4～8', 'range', 'indeterminate'],
  ['<4', '4～8', 'range', 'fail'],
  ['<20.5', '20', 'max', 'pass', 'rounded'],
  ['<20.6', '20', 'max', 'indeterminate', 'rounded'],
  ['未检出', '20', 'max', 'indeterminate'],
  ['<LOQ', '20', 'max', 'indeterminate'],
  ['未检出（<5 mg/kg）', '20 mg/kg', 'max', 'pass'],
  ['未检出', '不得检出', 'max', 'pass'],
  ['<LOQ', '不得检出', 'max', 'indeterminate'],
  ['0.2', '不得检出', 'max', 'fail'],
  ['10±1', '11', 'max', 'pass'],
  ['10±2', '11', 'max', 'indeterminate'],
  ['14±2', '11', 'max', 'fail'],
  ['5～7', '4～8', 'range', 'pass'],
  ['3-4级', '≥3-4级', 'min', 'pass'],
  ['3-4', '≥3-4级', 'min', 'pass'],
  ['3', '≥3-4级', 'min', 'fail'],
  ['3-4', '4', 'min', 'fail', 'full', '级'],
  ['25 μg/kg', '≤20 mg/kg', 'max', 'pass'],
  ['0.021 g/kg', '≤20 mg/kg', 'max', 'fail'],
  ['21', '≤20', 'max', 'fail', 'full', 'mg/kg'],
  ['0.015 g/kg', '≤20', 'max', 'pass', 'full', 'mg/kg'],
  ['68.0 °F', '20 °C', 'max', 'pass'],
  ['5 %', '20 mg/kg', 'max', 'indeterminate'],
  ['2,5', '20', 'max', 'not-a-quantity at value'],
  ['2,5', '', 'max', 'not-a-quantity at value'],
  ['5', '—', 'max', 'empty at limit'],
  ['5', '8~4', 'range', 'reversed-range at limit'],
  ['5', '4～8', 'max', 'limit-direction at limit'],
  ['5', '5±1', 'range', 'limit-direction at limit'],
  ['5', '≥4', 'max', 'limit-direction at limit'],
  ['5', '≤4', 'min', 'limit-direction at limit'],
  ['5', '4', 'range', 'limit-direction at limit'],
  ['5', '4', 'target', 'limit-direction at limit'],
  ['5', '4～8', 'target', 'limit-direction at limit'],
  ['5', '不得检出', 'min', 'limit-direction at limit'],
])('%s under %s as %s: %s', (value, limit, direction, answer, comparison, unit) => expect(said(value, limit, direction, comparison, unit)).toBe(answer))

const figure = fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -4, max: 0 })).map(([digits, exp]) => decimalText({ digits: BigInt(digits), exp }))

test('a smaller value never does worse under a maximum, nor a larger one under a minimum', () => fc.assert(fc.property(figure, figure, figure, fc.constantFrom<Comparison>('full', 'rounded'), (a, b, limit, comparison) => {
  const [low, high] = compareDecimals(parseDecimal(a)!, parseDecimal(b)!) <= 0 ? [a, b] : [b, a]
  if (said(high, limit, 'max', comparison) === 'pass') expect(said(low, limit, 'max', comparison)).toBe('pass')
  if (said(low, limit, 'min', comparison) === 'pass') expect(said(high, limit, 'min', comparison)).toBe('pass')
})))

test('the rounded comparison is the full one of the rounded value', () => fc.assert(fc.property(figure, figure, fc.constantFrom<['max' | 'min', string]>(['max', ''], ['max', '<'], ['max', '<='], ['min', '>'], ['min', '>='], ['min', '']), (value, limit, [direction, sign]) => {
  const places = (limit.split('.')[1] ?? '').length
  const value2 = rounded(value, `1e${-places}`)
  expect(value2.ok && said(value2.value, sign + limit, direction)).toBe(said(value, sign + limit, direction, 'rounded'))
})))

test('what is bounded agrees with every value that it may be', () => fc.assert(fc.property(figure, figure, figure, fc.constantFrom<Comparison>('full', 'rounded'), (bound, limit, value, comparison) => {
  fc.pre(compareDecimals(parseDecimal(value)!, parseDecimal(bound)!) < 0)
  const [whole, one] = [said(`<${bound}`, limit, 'max', comparison), said(value, limit, 'max', comparison)]
  if (whole !== 'indeterminate') expect(one).toBe(whole)
})))
