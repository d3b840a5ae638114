import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALL_RULES, type NelsonRule, placesOf, rulesBroken } from './nelson.ts'

/** Lines at 0 and ±3: a sigma is 1. */
const LINES = { cl: { num: 0n, den: 1n }, ucl: { num: 3n, den: 1n }, lcl: { num: -3n, den: 1n } }
/** Points in halves of a sigma. */
const judged = (halves: readonly number[]) => {
  const { places, out } = placesOf(halves.map(BigInt), 2n, LINES)
  return { out, rules: rulesBroken(places, ALL_RULES) }
}

/** Each rule as it is said of one window, which ends at the last point. */
const SAID: Record<NelsonRule, [length: number, breaks: (window: number[]) => boolean]> = {
  2: [9, w => w.every(x => x > 0) || w.every(x => x < 0)],
  3: [6, w => w.every((x, i) => i === 0 || x > w[i - 1]) || w.every((x, i) => i === 0 || x < w[i - 1])],
  4: [14, w => [1, -1].some(sign => w.every((x, i) => i === 0 || (x - w[i - 1]) * (i % 2 === 0 ? sign : -sign) > 0))],
  5: [3, w => [1, -1].some(sign => w.filter(x => x * sign > 4).length >= 2 && w[2] * sign > 4)],
  6: [5, w => [1, -1].some(sign => w.filter(x => x * sign > 2).length >= 4 && w[4] * sign > 2)],
  7: [15, w => w.every(x => Math.abs(x) < 2)],
  8: [8, w => w.every(x => Math.abs(x) > 2) && w.some(x => x > 0) && w.some(x => x < 0)],
}

const bySaying = (points: number[]) => {
  const rules: { [rule in NelsonRule]?: number[] } = {}
  for (const rule of ALL_RULES) {
    const [length, breaks] = SAID[rule]
    const hits = points.flatMap((_, i) => (i >= length - 1 && breaks(points.slice(i - length + 1, i + 1)) ? [i] : []))
    if (hits.length > 0) rules[rule] = hits
  }
  return { out: points.flatMap((x, i) => (Math.abs(x) > 6 ? [i] : [])), rules }
}

const level = fc.integer({ min: -8, max: 8 })
/** Runs of every kind, long enough for each rule to be hit often, next to plain noise. */
const points = fc.array(fc.oneof(
  fc.array(level, { maxLength: 12 }),
  fc.array(fc.integer({ min: -1, max: 1 }), { maxLength: 18 }),
  fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 11 }),
  fc.array(fc.constantFrom(-7, -5, -3, 3, 4, 5, 7), { maxLength: 10 }),
  fc.tuple(level, fc.integer({ min: 4, max: 8 })).map(([from, length]) => Array.from({ length }, (_, i) => from + i)),
  fc.tuple(level, level, fc.integer({ min: 12, max: 17 })).map(([a, b, length]) => Array.from({ length }, (_, i) => (i % 2 ? a : b))),
), { maxLength: 5 }).map(runs => runs.flat())

test('each rule breaks where its saying does', () => {
  const hit = new Set<string>()
  fc.assert(fc.property(points, all => {
    const found = judged(all)
    for (const rule of Object.keys(found.rules)) hit.add(rule)
    expect(found).toEqual(bySaying(all))
  }), { numRuns: 2000 })
  expect(hit.size).toBe(ALL_RULES.length)
})

test('upside down the same points break the same rules', () => fc.assert(fc.property(points, all => void expect(judged(all.map(x => -x))).toEqual(judged(all)))))

test.each<[points: number[], rules: object]>([
  [Array<number>(8).fill(1), {}],
  [Array<number>(10).fill(1), { '2': [8, 9] }],
  [[1, 1, 1, 1, 0, 1, 1, 1, 1], {}],
  [[-2, -1, 0, 1, 2], {}],
  [[-3, -2, -1, 0, 1, 2, 2], { '3': [5] }],
  [[-2, 5, 5], { '5': [2] }],
  [[5, 5, 0], {}],
  [[5, 5], {}],
  [[0, 5, 4], {}],
  [[5, -5, 5], { '5': [2] }],
  [[0, 3, 3, 3, 3], { '6': [4] }],
  [[3, 3, 3, 3, 0], {}],
  [[0, 3, 3, 2, 3], {}],
  [[1, ...Array<number>(14).fill(0)], { '7': [14] }],
  [[2, ...Array<number>(14).fill(0)], {}],
  [[-3, 3, -3, 3, -3, 3, -3, 3], { '8': [7] }],
  [[3, 3, 3, 3, 3, 3, 3, 2], { '6': [4, 5, 6] }],
])('%j breaks %j', (all, rules) => expect(judged(all).rules).toEqual(rules))

test('points on the limits are inside', () => expect(judged([6, -6, 7, -7]).out).toEqual([2, 3]))
