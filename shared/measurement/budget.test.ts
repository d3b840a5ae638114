import fc from 'fast-check'
import { expect, test } from 'vitest'
import { budget, type Budget, type BudgetQuestion } from './budget.ts'
import type { Contribution } from './contribution.ts'
import { tQuantile } from './distributions.ts'
import { normalOf, seeded } from './seeded.fixture.ts'

const reckoned = (contributions: Contribution[], rest: Omit<Partial<BudgetQuestion>, 'contributions'> = {}): Budget => {
  const found = budget({ y: '0', contributions, ...rest })
  if (!found.ok) throw new Error(`${found.problem.code} at ${found.problem.at}`)
  return found.value
}
const standard = (u: string, more: { c?: number; dof?: number } = {}): Contribution => ({ type: 'B', distribution: 'standard', u, ...more })
const close = (got: number | null, wanted: number, relative = 1e-12): void => {
  expect(got).not.toBeNull()
  expect(Math.abs(got! / wanted - 1), `${got} for ${wanted}`).toBeLessThan(relative)
}

test('u = 0.02 with 9 degrees of freedom, ±0.05 rectangular, 0.005', () => {
  const found = reckoned([standard('0.02', { dof: 9 }), { type: 'B', distribution: 'rectangular', a: '0.05' }, standard('0.005')], { y: '10.1234' })
  close(found.uc, 0.035472994, 1e-7)
  expect(found.veff).toBe(89.06640625)
  close(found.k, 2.028483138, 1e-9)
  close(found.U, 0.071956371, 1e-7)
  expect(found.report).toEqual({ value: '10.123', U: '0.072' })
})

test('four sources of an end gauge, as example H.1 of the GUM reckons with them', () => {
  const found = reckoned([standard('25', { dof: 18 }), standard('9.7', { dof: 25.6 }), standard('2.9', { dof: 50 }), standard('16.6', { dof: 2 })], { y: '50000838', coverage: 0.99 })
  close(found.uc, Math.sqrt(1003.06))
  close(found.veff, 1003.06 ** 2 / (25 ** 4 / 18 + 9.7 ** 4 / 25.6 + 2.9 ** 4 / 50 + 16.6 ** 4 / 2))
  close(found.k, tQuantile(0.995, 16))
  expect(found.report).toEqual({ value: '50000838', U: '93' })
})

test('a result whose parts are drawn by seed scatters as the budget says', () => {
  const parts: Contribution[] = [
    { type: 'B', distribution: 'rectangular', a: '0.5' },
    { type: 'B', distribution: 'triangular', a: '0.8', c: -1.5 },
    { type: 'B', distribution: 'ushape', a: '0.4' },
    { type: 'B', distribution: 'resolution', step: '0.6', c: 2 },
    { type: 'B', distribution: 'normal', U: '0.9', k: '3' },
  ]
  const [uniform, count] = [seeded(8170), 200_000]
  const { uc, U } = reckoned(parts)
  let [squares, covered] = [0, 0]
  for (let i = 0; i < count; i++) {
    const y = (2 * uniform() - 1) * 0.5 - 1.5 * 0.8 * (uniform() - uniform()) + 0.4 * Math.sin(2 * Math.PI * uniform()) + 2 * 0.6 * (uniform() - 0.5) + 0.3 * normalOf(uniform)
    squares += y * y
    if (Math.abs(y) <= U) covered++
  }
  close(Math.sqrt(squares / count), uc, 0.01)
  expect(Math.abs(covered / count - 0.9545)).toBeLessThan(0.02)
})

test.each<[one: Contribution, u: number]>([
  [{ type: 'A', values: ['10.1', '9.9', '10.0', '10.2'] }, Math.sqrt(0.05 / 12)],
  [{ type: 'A', values: ['1000000000000.1', '1000000000000.3'] }, 0.1],
  [{ type: 'A', s: '0.06', n: 9 }, 0.02],
  [{ type: 'A', s: '0.06', n: 1, dof: 12 }, 0.06],
  [{ type: 'B', distribution: 'normal', U: '0.06', k: '2' }, 0.03],
  [{ type: 'B', distribution: 'rectangular', a: '0.3' }, 0.3 / Math.sqrt(3)],
  [{ type: 'B', distribution: 'triangular', a: '0.3' }, 0.3 / Math.sqrt(6)],
  [{ type: 'B', distribution: 'ushape', a: '0.3' }, 0.3 / Math.sqrt(2)],
  [{ type: 'B', distribution: 'resolution', step: '0.1' }, 0.05 / Math.sqrt(3)],
  [standard('0.1'), 0.1],
  [standard('0.1', { c: -2.5 }), 0.25],
  [standard('3e-200'), 3e-200],
])('the standard uncertainty of %j', (one, u) => close(reckoned([one]).uc, u))

test.each<[dof: number | null, coverage: number | undefined, k: number]>([[null, undefined, 2], [null, 0.95, 1.959963984540054], [null, 0.9973, 2.9999769927034015], [9, undefined, tQuantile(0.97725, 9)], [9.8, 0.95, tQuantile(0.975, 9)], [1e6, undefined, tQuantile(0.97725, 1e6)], [1e7, undefined, 2]])('dof %s and coverage %s: k', (dof, coverage, k) =>
  close(reckoned([standard('1', dof === null ? {} : { dof })], { coverage }).k, k))

test('whole degrees of freedom stay whole; above a million there are none', () => {
  expect(reckoned([{ type: 'A', values: ['0.1', '0.2', '0.4', '0.7', '1.1', '1.3', '1.7', '1.9', '2.3', '2.9'] }]).veff).toBe(9)
  expect(reckoned([standard('0.3', { dof: 3, c: 1.1 }), standard('0.3', { dof: 3, c: 1.1 })]).veff).toBe(6)
  expect(reckoned([standard('1', { dof: 2e6 })]).veff).toBeNull()
  expect(reckoned([standard('1'), standard('0', { dof: 3 })]).veff).toBeNull()
})

test.each<[u: string, y: string, even: [string, string], up: [string, string]]>([
  ['0.0498', '1.2345', ['1.23', '0.10'], ['1.23', '0.10']],
  ['617', '56789', ['56800', '1200'], ['56800', '1300']],
  ['0.05', '1.25', ['1.25', '0.10'], ['1.25', '0.10']],
  ['0.0625', '1.2345', ['1.23', '0.12'], ['1.23', '0.13']],
  ['0.0525', '1.2345', ['1.23', '0.10'], ['1.23', '0.11']],
  ['0.0496', '1.2345', ['1.234', '0.099'], ['1.23', '0.10']],
  ['0.0497', '1.2345', ['1.234', '0.099'], ['1.23', '0.10']],
  ['4.975', '0.5', ['0', '10'], ['0', '10']],
  ['6', '0.5', ['0', '12'], ['0', '12']],
  ['0.6', '-0.04', ['0.0', '1.2'], ['0.0', '1.2']],
  ['3e-9', '1', ['1.0000000000', '0.0000000060'], ['1.0000000000', '0.0000000060']],
  ['3e9', '12345678901', ['12300000000', '6000000000'], ['12300000000', '6000000000']],
])('u = %s and y = %s', (u, y, even, up) => {
  expect(Object.values(reckoned([standard(u)], { y }).report)).toEqual(even)
  expect(Object.values(reckoned([standard(u)], { y, rounding: 'up' }).report)).toEqual(up)
})

test('correlations add or cancel, by the signs of the sensitivities too, and leave no degrees of freedom', () => {
  const both = [standard('0.03', { dof: 4 }), standard('0.04')]
  close(reckoned(both, { correlations: [[0, 1, 1]] }).uc, 0.07)
  close(reckoned(both, { correlations: [[1, 0, -1]] }).uc, 0.01)
  close(reckoned(both, { correlations: [[0, 1, 0]] }).uc, 0.05)
  close(reckoned([both[0], standard('0.04', { c: -1 })], { correlations: [[0, 1, 1]] }).uc, 0.01)
  expect(reckoned(both, { correlations: [[0, 1, 1]], rounding: 'up' })).toMatchObject({ veff: null, k: 2, report: { U: '0.14' } })
})

test.each<[question: Partial<BudgetQuestion>, problem: string]>([
  [{ y: '1,5' }, 'bad-number at y'],
  [{ contributions: [] }, 'too-few at contributions'],
  [{ contributions: [standard('0.1'), { type: 'A', values: ['1'] }] }, 'too-few at contributions[1].values'],
  [{ contributions: [{ type: 'A', values: ['1', 'x'] }] }, 'bad-number at contributions[0].values[1]'],
  [{ contributions: [{ type: 'A', s: '0.1', n: 1 }] }, 'too-few at contributions[0].n'],
  [{ contributions: [{ type: 'A', s: '-0.1', n: 3 }] }, 'bad-number at contributions[0].s'],
  [{ contributions: [{ type: 'A', s: '0.1', n: 2.5 }] }, 'bad-number at contributions[0].n'],
  [{ contributions: [{ type: 'B', distribution: 'normal', U: '1', k: '0' }] }, 'bad-number at contributions[0].k'],
  [{ contributions: [{ type: 'B', distribution: 'ushape', a: '-1' }] }, 'bad-number at contributions[0].a'],
  [{ contributions: [{ type: 'B', distribution: 'resolution', step: '-1' }] }, 'bad-number at contributions[0].step'],
  [{ contributions: [standard('-1')] }, 'bad-number at contributions[0].u'],
  [{ contributions: [standard('1', { dof: 0 })] }, 'bad-number at contributions[0].dof'],
  [{ contributions: [standard('1', { c: 5e-324 })] }, 'bad-number at contributions[0].c'],
  [{ contributions: [standard('0'), { type: 'A', values: ['2', '2.0'] }] }, 'zero-uncertainty at contributions'],
  [{ contributions: [standard('0.1'), standard('0.1')], correlations: [[0, 1, -1]] }, 'zero-uncertainty at contributions'],
  [{ contributions: [standard('0'), standard('0')], correlations: [[0, 1, 0.5]] }, 'zero-uncertainty at contributions'],
  [{ contributions: [standard('1'), standard('1')], correlations: [[0, 2, 0.5]] }, 'bad-number at correlations[0][1]'],
  [{ contributions: [standard('1'), standard('1')], correlations: [[-1, 1, 0.5]] }, 'bad-number at correlations[0][0]'],
  [{ contributions: [standard('1'), standard('1')], correlations: [[1, 1, 0.5]] }, 'bad-number at correlations[0][1]'],
  [{ contributions: [standard('1'), standard('1')], correlations: [[0, 1, 1.1]] }, 'bad-number at correlations[0][2]'],
  [{ contributions: [standard('1'), standard('1')], correlations: [[0, 1, 0.1], [1, 0, 0.2]] }, 'bad-number at correlations[1][1]'],
  [{ contributions: [standard('1'), standard('1'), standard('1')], correlations: [[0, 1, -1], [1, 2, -1], [0, 2, -1]] }, 'bad-number at correlations'],
  [{ coverage: 1 }, 'bad-number at coverage'],
])('%j: %s', (question, problem) => {
  const found = budget({ y: '0', contributions: [standard('1')], ...question })
  expect(found.ok ? found.value : `${found.problem.code} at ${found.problem.at}`).toBe(problem)
})

const c = fc.integer({ min: -50, max: 50 }).filter(n => n !== 0).map(n => n / 10)
const width = fc.integer({ min: 1, max: 5000 }).map(n => `${n}e-3`)
const contribution: fc.Arbitrary<Contribution> = fc.oneof(
  fc.record({ type: fc.constant('A' as const), s: width, n: fc.integer({ min: 2, max: 40 }), c }),
  fc.record({ type: fc.constant('A' as const), values: fc.tuple(width, fc.array(width, { minLength: 1, maxLength: 8 })).map(([first, more]) => [first, `1${first}`, ...more]), c }),
  fc.record({ type: fc.constant('B' as const), distribution: fc.constantFrom('rectangular' as const, 'triangular' as const, 'ushape' as const), a: width, c }),
  fc.record({ type: fc.constant('B' as const), distribution: fc.constant('normal' as const), U: width, k: fc.constantFrom('2', '3', '1.96'), c, dof: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ type: fc.constant('B' as const), distribution: fc.constant('resolution' as const), step: width, c }),
)

test('the order of contributions does not count', () => fc.assert(fc.property(fc.array(contribution, { minLength: 1, maxLength: 6 }).chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) =>
  void expect(reckoned(shuffled)).toEqual(reckoned(list)))))

/** The formulas of the GUM in plain floats. */
const inFloats = (one: Contribution): { u: number; dof: number } => {
  const size = Math.abs(one.c ?? 1)
  if ('values' in one) {
    const values = one.values.map(Number)
    const mean = values.reduce((a, b) => a + b, 0) / values.length
    const s = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1))
    return { u: (size * s) / Math.sqrt(values.length), dof: values.length - 1 }
  }
  if (one.type === 'A') return { u: (size * Number(one.s)) / Math.sqrt(one.n), dof: one.n - 1 }
  const dof = one.dof ?? Infinity
  switch (one.distribution) {
    case 'normal':
      return { u: (size * Number(one.U)) / Number(one.k), dof }
    case 'standard':
      return { u: size * Number(one.u), dof }
    case 'resolution':
      return { u: (size * Number(one.step)) / (2 * Math.sqrt(3)), dof }
    default:
      return { u: (size * Number(one.a)) / Math.sqrt({ rectangular: 3, triangular: 6, ushape: 2 }[one.distribution]), dof }
  }
}

test('it agrees with the formulas in floats, and its report lies within half a digit', () => fc.assert(fc.property(fc.array(contribution, { minLength: 1, maxLength: 6 }), fc.integer({ min: -99999, max: 99999 }), (list, digits) => {
  const y = `${digits}e-2`
  const parts = list.map(inFloats)
  const uc = Math.sqrt(parts.reduce((sum, { u }) => sum + u * u, 0))
  const { report, ...found } = reckoned(list, { y })
  close(found.uc, uc)
  const veff = uc ** 4 / parts.reduce((sum, { u, dof }) => sum + u ** 4 / dof, 0)
  if (veff < 1e6) close(found.veff, veff)
  else expect(found.veff).toBeNull()
  close(found.U, found.k * uc)
  const up = reckoned(list, { y, rounding: 'up' }).report
  const place = 10 ** (Math.floor(Math.log10(found.U)) - 1)
  expect(Math.abs(Number(report.U) - found.U)).toBeLessThanOrEqual(place / 2 + 1e-9 * found.U)
  expect(Number(up.U)).toBeGreaterThanOrEqual(found.U * (1 - 1e-12))
  expect(Number(up.U) - found.U).toBeLessThan(place * (1 + 1e-9))
  expect(report.U.replace(/^[0.]+/, '').replace('.', '').replace(/0+$/, '').length).toBeLessThanOrEqual(2)
  expect(Math.abs(Number(report.value) - Number(y))).toBeLessThanOrEqual(5.001 * place)
})))
