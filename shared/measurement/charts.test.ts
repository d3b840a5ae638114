import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberChart, rateChart } from './attribute-charts.ts'
import { deviationConstants, rangeConstants } from './chart-constants.ts'
import { type Chart, individualsChart, type Lines, subgroupChart } from './charts.ts'
import type { DataProblem } from './data-problem.ts'
import { parseDecimal } from './decimal.ts'
import type { Result } from '#shared/lib/result.ts'

const decimals = (texts: readonly (string | number)[]) => texts.map(text => parseDecimal(String(text))!)
const groups = (rows: readonly (readonly (string | number)[])[]) => rows.map(decimals)
const value = <T>(result: Result<T, DataProblem>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
const close = (found: Lines, cl: number, ucl: number, lcl: number) => {
  expect(found.cl).toBeCloseTo(cl, 10)
  expect(found.ucl).toBeCloseTo(ucl, 10)
  expect(found.lcl).toBeCloseTo(lcl, 10)
}
const FOUR = [['9.9', '10.1', '10.0', '10.2', '9.8'], ['10.0', '10.1', '9.9', '10.0', '10.1'], ['10.2', '10.0', '10.1', '9.9', '10.0'], ['9.8', '10.0', '10.1', '10.0', '9.9']]

test('means and ranges of the domain vectors', () =>
  expect(subgroupChart('xbar-r', groups(FOUR))).toEqual({ ok: true, value: {
    cl: 10.005, ucl: 10.1781, lcl: 9.8319, points: [10, 10.02, 10.04, 9.96], out: [], rules: {},
    spread: { cl: 0.3, ucl: 0.6342, lcl: 0, points: [0.4, 0.2, 0.3, 0.3], first: 0, out: [] } } }))

test('means and standard deviations, single values and moving ranges, recomputed', () => {
  const s = value(subgroupChart('xbar-s', groups([[5.1, 5.3, 5.0], [5.2, 5.4, 5.1], [4.9, 5.0, 5.3], [5.5, 5.2, 5.1]])))
  close(s, 5.175, 5.527617983280236, 4.8223820167197635)
  close(s.spread!, 0.18045956155590398, 0.4634201540755614, 0)
  const i = value(individualsChart(decimals([25.1, 24.8, 25.3, 25.0, 24.7, 25.6, 25.2, 24.9, 25.4, 25.0, 24.6, 25.5])))
  close(i, 25.09166666666667, 26.349121212121215, 23.834212121212122)
  close(i.spread!, 0.472727272727273, 1.5444, 0)
})

test('a moving range carries the index of its later value', () => {
  const found = value(individualsChart(decimals([...Array<number>(30).fill(0).map((_, i) => i % 2), 9, 1, 0])))
  expect(found.spread!.out).toEqual([30, 31])
  expect(found.spread!.first).toBe(1)
  expect(found.out).toEqual([30])
})

test('shares and rates, recomputed', () => {
  const p = value(rateChart('p', [{ n: 100, d: 5 }, { n: 150, d: 30 }, { n: 80, d: 2 }, { n: 120, d: 9 }]))
  expect(p.cl).toBeCloseTo(0.10222222222222223, 12)
  for (const [i, [ucl, lcl]] of [[0.19310431922463275, 0.011340125219811703], [0.17642714369223236, 0.028017300752212093], [0.20383149563978215, 0.0006129488046623249], [0.18518584655821035, 0.01925859788623409]].entries()) {
    expect(p.ucl[i]).toBeCloseTo(ucl, 12)
    expect(p.lcl[i]).toBeCloseTo(lcl, 12)
  }
  expect(p).toMatchObject({ out: [1], points: [0.05, 0.2, 0.025, 0.075] })
  const u = value(rateChart('u', [{ n: 2.5, d: 4 }, { n: 3, d: 20 }, { n: 1.2, d: 0 }]))
  expect(u.cl).toBeCloseTo(3.582089552238806, 12)
  expect(u.ucl[1]).toBeCloseTo(6.8602397404877244, 12)
  expect(u.lcl).toEqual([0, expect.closeTo(0.3039393639898882, 12), 0])
  expect(u.out).toEqual([])
})

test('a share never lies above 1, a rate never below 0', () => {
  const p = value(rateChart('p', [{ n: 3, d: 3 }, { n: 4, d: 3 }]))
  expect([p.ucl, p.lcl[0]]).toEqual([[1, 1], expect.closeTo(6 / 7 - 3 * Math.sqrt(6 / 49 / 3), 12)])
  expect(value(rateChart('u', [{ n: 1, d: 1 }, { n: 1, d: 2 }])).lcl).toEqual([0, 0])
})

test('numbers nonconforming and defects', () => {
  const counts = [4, 6, 3, 20, 5].map(d => ({ n: 50, d }))
  const np = value(numberChart('np', counts))
  close(np, 7.6, 15.215983193258767, 0)
  expect(np).toMatchObject({ out: [3], points: [4, 6, 3, 20, 5] })
  close(value(numberChart('c', counts)), 7.6, 15.870429251254132, 0)
  expect(numberChart('np', [{ n: 50, d: 1 }, { n: 51, d: 1 }])).toMatchObject({ problem: { code: 'bad-size', at: 'counts[1].n' } })
  expect(numberChart('np', [{ n: 5, d: 1 }, { n: 5, d: 6 }])).toMatchObject({ problem: { code: 'bad-count', at: 'counts[1].d', most: 5 } })
  expect(value(numberChart('np', [{ n: 5, d: 3 }], { cl: 1, ucl: 2.9, lcl: 0 }))).toMatchObject({ cl: 1, ucl: 2.9, lcl: 0, out: [0], points: [3] })
})

test('shares exactly on a limit are inside', () => {
  // p̄ = 0.1 and sigma 0.03 at n = 100: 0.19 and 0.01 lie on the limits.
  const counts = [{ n: 100, d: 19 }, { n: 100, d: 1 }, ...Array.from({ length: 8 }, () => ({ n: 100, d: 10 }))]
  expect(value(rateChart('p', counts))).toMatchObject({ cl: 0.1, out: [] })
  // ū = 1: sigma at n = 9 is 1/3, 2 lies on the limit.
  expect(value(rateChart('u', [{ n: 9, d: 18 }, { n: 9, d: 0 }, { n: 9, d: 9 }])).out).toEqual([])
})

test('fixed limits, edges decided as decimals', () => {
  const fixed = { cl: 10, ucl: 10.3, lcl: 9.7 }
  const found = value(individualsChart(decimals(['10.2', '10.2', '10.2', '10.2', '10.3', '9.7', '10.30001', '9.6']), fixed))
  expect(found).toMatchObject({ ...fixed, out: [6, 7], rules: { '5': [6, 7], '6': [4, 6] } })
  expect(value(individualsChart(decimals(['10.1', '10.1', '10.1', '10.1', '10.1']), fixed)).rules).toEqual({})
  expect(value(individualsChart(decimals(['11']), fixed))).toEqual({ ...fixed, points: [11], out: [0], rules: {} })
  expect(value(subgroupChart('xbar-r', groups([['11', '11']]), fixed))).toMatchObject({ out: [0], spread: { cl: 0, ucl: 0, lcl: 0, out: [] } })
  expect(value(rateChart('p', [{ n: 10, d: 3 }, { n: 10, d: 4 }, { n: 20, d: 1 }], { cl: 0.1, ucl: 0.3, lcl: -0.1 }))).toMatchObject({ cl: 0.1, ucl: [0.3, 0.3, 0.3], lcl: [0, 0, 0], out: [1] })
  for (const [bad, at] of [[{ ...fixed, ucl: 10 }, 'fixed.ucl'], [{ ...fixed, lcl: 10.1 }, 'fixed.lcl'], [{ ...fixed, cl: 1e-300 }, 'fixed.cl']] as const) {
    expect(individualsChart(decimals(['1']), bad)).toMatchObject({ problem: { code: 'bad-number', at } })
    expect(rateChart('p', [{ n: 1, d: 1 }], bad)).toMatchObject({ problem: { code: 'bad-number', at } })
  }
})

test.each<[result: Result<unknown, DataProblem>, code: string, at: string]>([
  [subgroupChart('xbar-r', groups([[1, 2]])), 'too-few', 'subgroups'],
  [subgroupChart('xbar-r', groups([[1, 2], [1]])), 'subgroup-too-small', 'subgroups[1]'],
  [subgroupChart('xbar-r', [decimals(Array<number>(11).fill(1)), decimals(Array<number>(11).fill(2))]), 'subgroup-too-large', 'subgroups[0]'],
  [subgroupChart('xbar-s', groups([[1, 2], [1, 2], [1, 2, 3]])), 'unequal-subgroups', 'subgroups[2]'],
  [subgroupChart('xbar-s', groups([[1, 1], [2, 2]])), 'no-variation', 'subgroups'],
  [subgroupChart('xbar-r', groups([[1, 1], [2, 2]])), 'no-variation', 'subgroups'],
  [individualsChart(decimals([1])), 'too-few', 'values'],
  [individualsChart(decimals([1, 1, '1.0'])), 'no-variation', 'values'],
  [rateChart('p', [{ n: 1, d: 1 }]), 'too-few', 'counts'],
  [rateChart('p', []), 'too-few', 'counts'],
  [rateChart('p', [{ n: 10, d: 0 }, { n: 20, d: 0 }]), 'no-variation', 'counts'],
  [rateChart('p', [{ n: 10, d: 10 }, { n: 20, d: 20 }]), 'no-variation', 'counts'],
  [rateChart('p', [{ n: 10, d: 11 }, { n: 0, d: 1 }]), 'bad-count', 'counts[0].d'],
  [rateChart('p', [{ n: 2.5, d: 1 }, { n: 10, d: 1 }]), 'bad-size', 'counts[0].n'],
  [rateChart('u', [{ n: 1, d: 1 }, { n: 0, d: 1 }]), 'bad-size', 'counts[1].n'],
  [rateChart('u', [{ n: 1, d: 1.5 }, { n: 1, d: 1 }]), 'bad-count', 'counts[0].d'],
  [rateChart('u', [{ n: 1, d: -1 }, { n: 1, d: 1 }]), 'bad-count', 'counts[0].d'],
])('%# a chart can’t be drawn: %s', (result, code, at) => expect(result).toMatchObject({ ok: false, problem: { code, at } }))

test('standard deviations of subgroups above ten go by formula, and the printed constants agree with it', () => {
  const c4 = { 11: 0.9753500771452295, 12: 0.9775593518547718, 25: 0.9896403755857051, 1000: 0.9997497811012311 }
  for (const [size, exact] of Object.entries(c4)) expect(deviationConstants(Number(size)).c4).toBeCloseTo(exact, 12)
  expect(deviationConstants(25)).toMatchObject({ A3: expect.closeTo(0.6062808418107418, 12) as number, B3: expect.closeTo(0.5647857094849194, 12) as number, B4: expect.closeTo(1.4352142905150806, 12) as number })
  for (let n = 2; n <= 10; n++) {
    const { c4: printed, A3, B3, B4 } = deviationConstants(n)
    expect(A3).toBeCloseTo(3 / (printed * Math.sqrt(n)), 2)
    expect(B4 - 1).toBeCloseTo((3 * Math.sqrt(1 - printed ** 2)) / printed, 2)
    expect(B3).toBeCloseTo(Math.max(0, 2 - B4), 2)
    const { d2, A2 } = rangeConstants(n)
    expect(Number(A2) / 1000).toBeCloseTo(3000 / (Number(d2) * Math.sqrt(n)), 2)
  }
  expect(subgroupChart('xbar-s', groups([Array.from({ length: 12 }, (_, i) => i), Array.from({ length: 12 }, (_, i) => i + 1)])).ok).toBe(true)
})

const table = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 30 })).chain(([size, rows]) => fc.array(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: size, maxLength: size }), { minLength: rows, maxLength: rows }))

test('shifted, stretched and turned over, the same points are out and the same rules broken', () => fc.assert(fc.property(table, fc.integer(), fc.integer({ min: 1, max: 50 }), fc.constantFrom('xbar-r' as const, 'xbar-s' as const), (rows, shift, scale, kind) => {
  const judged = (change: (one: number) => number) => {
    const found: Result<Chart, DataProblem> = subgroupChart(kind, groups(rows.map(row => row.map(change))))
    return found.ok ? [found.value.out, found.value.rules, found.value.spread!.out] : found.problem.code
  }
  expect(judged(one => one + shift)).toEqual(judged(one => one))
  expect(judged(one => -one)).toEqual(judged(one => one))
  if (kind === 'xbar-r') expect(judged(one => one * scale)).toEqual(judged(one => one))
})))
