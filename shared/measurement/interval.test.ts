import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drift, reliability, staircase } from './interval.ts'

const near = (value: number, digits = 9): number => expect.closeTo(value, digits) as number
const found = (error: string, U = '0') => ({ error, U })
const [GOOD, EDGE, NEAR, FULL, OVER] = [found('-0.05', '0.02'), found('0.06', '0.02'), found('0.07', '0.02'), found('-0.09', '0.01'), found('0.0900000000000000001', '0.01')]

test.each<[history: { error: string; U: string }[], months: number, most: number | undefined, becomes: number, action: string]>([
  [[GOOD, GOOD, EDGE], 12, undefined, 15, 'extend'],
  [[OVER, GOOD, GOOD, GOOD], 12, undefined, 15, 'extend'],
  [[GOOD, GOOD], 12, undefined, 12, 'keep'],
  [[GOOD, NEAR, GOOD], 12, undefined, 12, 'keep'],
  [[GOOD, GOOD, FULL], 12, undefined, 12, 'keep'],
  [[GOOD, OVER, GOOD], 12, undefined, 12, 'keep'],
  [[GOOD, GOOD, GOOD, OVER], 12, undefined, 6, 'shorten'],
  [[OVER], 1.5, undefined, 1, 'shorten'],
  [[OVER], 1, undefined, 1, 'shorten'],
  [[GOOD, GOOD, GOOD], 50, undefined, 60, 'extend'],
  [[GOOD, GOOD, GOOD], 60, undefined, 60, 'keep'],
  [[GOOD, GOOD, GOOD], 12, 12, 12, 'keep'],
  [[GOOD, GOOD, GOOD], 12, 13, 13, 'extend'],
])('staircase %#', (history, months, most, becomes, action) => expect(staircase(months, '0.1', history, most)).toEqual({ ok: true, value: { months: becomes, action } }))

test('staircase without sense', () => {
  expect(staircase(12, '0.1', [])).toMatchObject({ problem: { code: 'too-few', at: 'history' } })
  expect(staircase(0, '0.1', [])).toMatchObject({ problem: { code: 'bad-number', at: 'months' } })
  expect(staircase(12, '0', [])).toMatchObject({ problem: { code: 'bad-number', at: 'mpe' } })
  expect(staircase(12, '1', [GOOD, found('1', '-1')])).toMatchObject({ problem: { code: 'bad-number', at: 'history[1].U' } })
  expect(staircase(12, '1', [found('1,2')])).toMatchObject({ problem: { code: 'bad-number', at: 'history[0].error' } })
  expect(staircase(12, '1', [GOOD], 0)).toMatchObject({ problem: { code: 'bad-number', at: 'maxMonths' } })
})

const points = (pairs: readonly (readonly [number | string, number | string])[]) => pairs.map(([t, error]) => ({ t: String(t), error: String(error) }))

test('drift up and down, recomputed', () => {
  expect(drift(points([[0, 0.01], [12, 0.03], [24, 0.04], [36, 0.08]]), '0.05', '0.2', 100)).toEqual({ ok: true, value: { a: near(0.007), b: near(0.0018333333333333335), months: near(62.4) } })
  expect(drift(points([[0, -0.01], [12, -0.03], [24, -0.04], [36, -0.08]]), '0.05', '0.2', 100)).toMatchObject({ value: { months: near(62.4) } })
  expect(drift(points([[0, 0.01], [12, 0.03], [24, 0.04], [36, 0.08]]), '0.05', '0.2')).toMatchObject({ value: { months: 60 } })
})

test('a line that comes through zero runs to the other side', () => expect(drift(points([[0, -1], [1, 0], [2, 1]]), '1', '5')).toMatchObject({ value: { a: -1, b: 1, months: near(4) } }))

test('a level line gives the most, a steep one a month', () => {
  expect(drift(points([[0, '0.1'], [6, '0.1'], [12, '0.10']]), '0', '1')).toEqual({ ok: true, value: { a: 0.1, b: 0, months: 60 } })
  expect(drift(points([[0, '0.1'], [6, '0.3'], [12, '0.1']]), '0', '1', 48)).toMatchObject({ value: { b: 0, months: 48 } })
  expect(drift(points([[0, 0], [1, 10], [2, 20]]), '0', '1')).toMatchObject({ value: { months: 1 } })
})

test('drift without sense; its edge is decided exactly', () => {
  const level = points([[0, '0.1'], [1, '0.1'], [2, '0.1']])
  expect(drift(level, '0.2', '0.3')).toMatchObject({ problem: { code: 'already-out', at: 'points' } })
  expect(drift(level, '0.2', '0.30000000000000000001')).toMatchObject({ value: { months: 60 } })
  expect(drift(level.slice(1), '0', '1')).toMatchObject({ problem: { code: 'too-few', at: 'points', have: 2, need: 3 } })
  expect(drift(points([[1, 0], ['1.0', 1], [1, 2]]), '0', '1')).toMatchObject({ problem: { code: 'no-spread', at: 'points' } })
  expect(drift(points([[1, 0], ['x', 1], [1, 2]]), '0', '1')).toMatchObject({ problem: { code: 'bad-number', at: 'points[1].t' } })
  expect(drift(level, '-1', '1')).toMatchObject({ problem: { code: 'bad-number', at: 'U' } })
  expect(drift(level, '1', '0')).toMatchObject({ problem: { code: 'bad-number', at: 'mpe' } })
})

test('at four fifths of the time there is room, at the time there is none', () => fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -50, max: 50 })), { minLength: 3, maxLength: 9 }), fc.integer({ min: 1, max: 99 }), (pairs, mpe) => {
  const result = drift(points(pairs), '1', `${mpe}`, 1e6)
  if (!result.ok || result.value.months <= 1 || result.value.months >= 1e6) return
  const { a, b, months } = result.value
  expect(Math.abs(a + (b * months) / 0.8) + 1).toBeCloseTo(mpe, 6)
})))

test('reliability as in the domain vectors', () => {
  expect(reliability(12, 20, 15, 0.95)).toEqual({ ok: true, value: { observed: 0.75, ci: [near(0.5089541282920423), near(0.9134285308985655)], p: near(0.00257394), months: near((12 * Math.log(0.95)) / Math.log(0.75)), action: 'shorten' } })
  expect(reliability(12, 20, 18, 0.95)).toEqual({ ok: true, value: { observed: 0.9, ci: [near(0.683017286), near(0.987651473)], p: near(0.264160475), months: 12, action: 'keep' } })
  // 0.85 observed: 7.780 months to reach 0.90, 3.787 to reach 0.95, once there are enough of them.
  expect(reliability(12, 2000, 1700, 0.9)).toMatchObject({ value: { months: near(7.779562613) } })
  expect(reliability(12, 2000, 1700, 0.95)).toMatchObject({ value: { months: near(3.787371321) } })
})

test.each<[months: number, n: number, x: number, target: number, most: number | undefined, value: object]>([
  [12, 1000, 998, 0.99, 100, { p: near(0.0026794319937915143), months: near(60.24169298508976), action: 'extend' }],
  [12, 1000, 998, 0.99, undefined, { months: 60, action: 'extend' }],
  [60, 1000, 998, 0.99, undefined, { months: 60, action: 'keep' }],
  [12, 100, 100, 0.95, undefined, { observed: 1, ci: [near(0.9637833073548235), 1], p: near(0.005920529220334001), months: 60, action: 'extend' }],
  [12, 20, 20, 0.95, undefined, { ci: [near(0.8315665290169146), 1], p: near(0.95 ** 20), months: 12, action: 'keep' }],
  [12, 20, 0, 0.95, undefined, { ci: [0, near(0.1684334709830853)], months: 1, action: 'shorten' }],
  [12, 7, 3, 0.95, undefined, { ci: [near(0.09898827844250786), near(0.8159484323599169)], months: null, action: 'insufficient' }],
  [12, 20, 19, 0.95, undefined, { p: near(1 - (1 - 0.95 ** 20 - 20 * 0.05 * 0.95 ** 19)), action: 'keep' }],
  [12, 20, 19, 1, undefined, { p: 0, months: 1, action: 'shorten' }],
  [12, 20, 1, 0, undefined, { p: 0, months: 60, action: 'extend' }],
])('reliability of %d months, %d, %d against %d', (months, n, x, target, most, value) => expect(reliability(months, n, x, target, most)).toMatchObject({ ok: true, value }))

test.each<[months: number, n: number, x: number, target: number, code: string, at: string]>([
  [0, 20, 1, 0.9, 'bad-number', 'months'],
  [12, 2.5, 1, 0.9, 'bad-count', 'n'],
  [12, 0, 0, 0.9, 'too-few', 'n'],
  [12, 20, 21, 0.9, 'bad-count', 'x'],
  [12, 20, -1, 0.9, 'bad-count', 'x'],
  [12, 20, 1, 1.1, 'bad-number', 'target'],
])('reliability of %d, %d, %d, %d is %s of %s', (months, n, x, target, code, at) => expect(reliability(months, n, x, target)).toMatchObject({ ok: false, problem: { code, at } }))

test('the share observed lies in its interval, the interval is in 0..1 and no action leaves its bounds', () => fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), fc.double({ min: 0, max: 1, noNaN: true }), (n, x, target) => {
  const result = reliability(12, n, Math.min(n, x), target)
  if (!result.ok) throw new Error(result.problem.code)
  const { observed, ci, p, months, action } = result.value
  expect([0, ci[0], observed, ci[1], 1]).toEqual([0, ci[0], observed, ci[1], 1].sort((a, b) => a - b))
  expect(p).toBeGreaterThanOrEqual(0)
  expect(p).toBeLessThanOrEqual(1)
  if (action === 'shorten') expect(months! >= 1 && months! < 12).toBe(true)
  if (action === 'extend') expect(months! <= 60 && months! > 12).toBe(true)
})))
