import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Capability, capability, type SigmaBy, type Specification } from './capability.ts'
import { parseDecimal } from './decimal.ts'
import { percentileCapability } from './percentiles.ts'

const groups = (rows: readonly (readonly (string | number)[])[]) => rows.map(row => row.map(text => parseDecimal(String(text))!))
const told = (rows: readonly (readonly (string | number)[])[], specification: Specification, by?: SigmaBy): Capability => {
  const found = capability(groups(rows), specification, by)
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  return found.value
}
const near = (value: number, digits = 10): number => expect.closeTo(value, digits) as number
const FOUR = [['9.9', '10.1', '10.0', '10.2', '9.8'], ['10.0', '10.1', '9.9', '10.0', '10.1'], ['10.2', '10.0', '10.1', '9.9', '10.0'], ['9.8', '10.0', '10.1', '10.0', '9.9']]

test('the four subgroups of the domain vectors', () => expect(told(FOUR, { L: '9.4', U: '10.6', T: '10.0' })).toEqual({
  n: 20, mean: 10.005, sigmaWithin: near(0.128976784, 9), sigmaOverall: near(0.114593102, 9),
  cp: near(1.550666667, 9), cpk: near(1.537744444, 9), pp: near(1.745305757, 9), ppk: near(1.730761542, 9), cpm: near(1.743646762, 9),
  ci: { pp: [near(1.19494704, 7), near(2.2949741, 7)], ppk: [near(1.161408239, 7), near(2.300114844, 7)], cp: [near(0.991, 3), near(2.11, 3)], cpk: [near(0.957, 3), near(2.118, 3)] },
  dof: { overall: 19, within: near(14.4) }, ppm: near(0.1686, 4), warnings: ['fewer-than-25-subgroups'] }))

test('one limit, by standard deviation, recomputed', () => expect(told([[5.1, 5.3, 5.0], [5.2, 5.4, 5.1], [4.9, 5.0, 5.3], [5.5, 5.2, 5.1]], { U: '6', T: '5' }, 'sd')).toEqual({
  n: 12, mean: 5.175, sigmaWithin: near(0.2036329965650011), sigmaOverall: near(0.17645499039801524), cp: null, cpk: near(1.3504687582015624), pp: null, ppk: near(1.5584710830773607), cpm: null,
  ci: { pp: null, ppk: [near(0.8804801355505607), near(2.2364620306041605)] }, dof: { overall: 11, within: null }, ppm: near(1.4668113518140087), warnings: ['fewer-than-25-subgroups'] }))

test('single values by moving range, recomputed', () => {
  const singles = [25.1, 24.8, 25.3, 25.0, 24.7, 25.6, 25.2, 24.9, 25.4, 25.0, 24.6, 25.5].map(value => [value])
  expect(told(singles, { L: '24', U: '26' }, 'mr')).toMatchObject({
    mean: near(25.09166666666667), sigmaWithin: near(0.4190844616376534), sigmaOverall: near(0.31754264805429416), cp: near(0.7953846153846148), cpk: near(0.722474358974357), pp: near(1.049727762162956), ppk: near(0.9535027172980164), ppm: near(2407.9804824511957, 6) })
  expect(told([...singles, ...singles, [25]], { L: '24' }, 'mr').warnings).toEqual([])
})

test('a mean beyond a limit has a negative index', () => expect(told([[1, 2], [2, 3]], { U: '1' }).ppk).toBeLessThan(0))

test('by range with one limit the interval of cp is null, of cpk not', () => {
  const { ci } = told(FOUR, { L: '9.4' })
  expect(ci).toMatchObject({ pp: null, cp: null, cpk: [near(told(FOUR, { L: '9.4', U: '99' }).ci.cpk![0]), expect.any(Number) as number] })
})

test('nothing varies inside the subgroups', () => expect(told([[1, 1], [2, 2]], { L: '0', U: '5' })).toMatchObject({ sigmaWithin: 0, cp: null, cpk: null, pp: near(5 / 6 / Math.sqrt(1 / 3)), ci: { cp: null, cpk: null }, warnings: ['fewer-than-25-subgroups', 'within-zero'] }))

test.each<[rows: (string | number)[][], specification: Specification, by: SigmaBy, code: string, at: string]>([
  [[], { U: '1' }, 'range', 'too-few', 'subgroups'],
  [[[1]], { U: '1' }, 'mr', 'too-few', 'subgroups'],
  [[[1, 2], [1]], { U: '1' }, 'range', 'subgroup-too-small', 'subgroups[1]'],
  [[[1], [2]], { U: '1' }, 'sd', 'subgroup-too-small', 'subgroups[0]'],
  [[[1, 2], Array<number>(11).fill(1)], { U: '1' }, 'range', 'subgroup-too-large', 'subgroups[1]'],
  [[[1, 2], [1, 2, 3]], { U: '1' }, 'range', 'unequal-subgroups', 'subgroups[1]'],
  [[[1, 2], [1, 2, 3]], { U: '1' }, 'sd', 'unequal-subgroups', 'subgroups[1]'],
  [[[1], [1, 2]], { U: '1' }, 'mr', 'subgroups-not-single', 'subgroups[1]'],
  [[['1.0', 1], [1, 1]], { U: '1' }, 'range', 'no-variation', 'subgroups'],
  [[[1, 2]], {}, 'range', 'no-limit', 'L'],
  [[[1, 2]], { T: '1' }, 'range', 'no-limit', 'L'],
  [[[1, 2]], { L: '1', U: '1.0' }, 'range', 'limits-inverted', 'U'],
  [[[1, 2]], { L: '0', U: '<1' }, 'range', 'bad-number', 'U'],
  [[[1, 1]], { L: 'x' }, 'range', 'no-variation', 'subgroups'],
])('%j with %j by %s is %s at %s', (rows, specification, by, code, at) => expect(capability(groups(rows), specification, by)).toMatchObject({ ok: false, problem: { code, at } }))

test('more than ten by standard deviation', () => expect(told([Array.from({ length: 12 }, (_, i) => i)], { U: '20' }, 'sd').sigmaWithin).toBeCloseTo(Math.sqrt(13) / 0.9775593518547718, 10))

const table = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 30 })).chain(([size, rows]) => fc.array(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: size, maxLength: size }), { minLength: rows, maxLength: rows }))

test('a shift changes no index, a scale none, a turn none', () => fc.assert(fc.property(table, fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 50 }), fc.constantFrom('range' as const, 'sd' as const), (rows, shift, scale, by) => {
  const all = (change: (one: number) => number, [L, U] = [change(-120), change(130)]) => {
    const found = capability(groups(rows.map(row => row.map(change))), { L: `${Math.min(L, U)}`, U: `${Math.max(L, U)}`, T: `${change(5)}` }, by)
    if (!found.ok) return found.problem.code
    const { cp, cpk, pp, ppk, cpm, ci, ppm } = found.value
    return [cp, cpk, pp, ppk, cpm, ci.pp, ci.ppk, Math.log(ppm + 1e-200)].flat().map(one => one?.toPrecision(8))
  }
  expect(all(one => one + shift)).toEqual(all(one => one))
  expect(all(one => one * scale)).toEqual(all(one => one))
  expect(all(one => -one)).toEqual(all(one => one))
})))

test('the nearer side never counts for more than the width, and every interval holds its index', () => fc.assert(fc.property(table, rows => {
  const found = capability(groups(rows), { L: '-50', U: '60' })
  if (!found.ok) return
  const { cp, cpk, pp, ppk, ci } = found.value
  expect(ppk).toBeLessThanOrEqual(pp! + 1e-12)
  if (cp !== null) expect(cpk!).toBeLessThanOrEqual(cp + 1e-12)
  for (const [index, interval] of [[pp, ci.pp], [ppk, ci.ppk], [cp, ci.cp], [cpk, ci.cpk]] as const) {
    if (!interval) continue
    expect(interval[0]).toBeLessThan(index!)
    if (index === pp && rows.flat().length < 8) continue // chi-square is skew: the index may lie above
    expect(interval[1]).toBeGreaterThan(index!)
  }
})))

const POWERS = Array.from({ length: 20 }, (_, i) => (i + 1) ** 1.3).map(value => [value])

test.each([[6, 1, 21.2686, 49.1291], [7, 1.0375, 21.2686, 49.0478]])('percentiles of type %d as in the domain vectors', (quantile, low, middle, high) => {
  const found = percentileCapability(groups(POWERS), { L: '0', U: '60' }, quantile)
  expect(found).toMatchObject({ ok: true, value: { n: 20, p00135: near(low, 4), p50: near(middle, 4), p99865: near(high, 4), warnings: ['few-for-percentiles'] } })
})

test.each([[6, [0.4, 3.1, 8.1], 1.168831168831169, 1.1481481481481481], [7, [0.40756, 3.1, 8.07543], 1.173728819085352, 1.1513719897193624]] as const)('indices by percentiles of type %d, recomputed', (quantile, [low, middle, high], pp, ppk) => {
  const found = percentileCapability(groups([[1.2, 3.4, 2.2], [8.1], [0.4, 5.5, 2.9, 3.3], []]), { L: '0', U: '9' }, quantile)
  expect(found).toEqual({ ok: true, value: { n: 8, p00135: near(low), p50: near(middle), p99865: near(high), pp: near(pp), ppk: near(ppk), warnings: ['few-for-percentiles'] } })
})

test('percentiles with one limit, without spread on a side, and of too little', () => {
  expect(percentileCapability(groups([[1, 2, 3]]), { U: '5' })).toMatchObject({ value: { pp: null, ppk: 3 } })
  expect(percentileCapability(groups([[1, 2, 2]]), { U: '5' })).toMatchObject({ value: { ppk: null } })
  expect(percentileCapability(groups([Array.from({ length: 740 }, (_, i) => i)]), { U: '5' })).toMatchObject({ value: { warnings: [] } })
  expect(percentileCapability(groups([[1]]), { U: '5' })).toMatchObject({ problem: { code: 'too-few' } })
  expect(percentileCapability(groups([[1, 1]]), { U: '5' })).toMatchObject({ problem: { code: 'no-variation' } })
  expect(percentileCapability(groups([[1, 2]]), {}, 5)).toMatchObject({ problem: { code: 'no-limit' } })
  expect(percentileCapability(groups([[1, 2]]), { U: '5' }, 5)).toMatchObject({ problem: { code: 'bad-number', at: 'quantile' } })
})

test('percentiles lie inside the data, in their order, and move with them', () => fc.assert(fc.property(fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 2, maxLength: 900 }), fc.integer(), fc.constantFrom(6, 7), (values, shift, quantile) => {
  const all = (change: number) => percentileCapability(groups([values.map(one => one + change)]), { L: `${-2000 + change}`, U: `${2000 + change}` }, quantile)
  const [found, moved] = [all(0), all(shift)]
  if (!found.ok || !moved.ok) return
  const { p00135, p50, p99865 } = found.value
  expect([Math.min(...values), p00135, p50, p99865, Math.max(...values)]).toEqual([Math.min(...values), p00135, p50, p99865, Math.max(...values)].sort((a, b) => a - b))
  expect([moved.value.pp, moved.value.ppk]).toEqual([found.value.pp, found.value.ppk])
})))
