import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readValues } from './data-problem.ts'
import { parseDecimal } from './decimal.ts'
import { consensus, score, type ScoreFacts, type ScoreKind } from './interlab.ts'

const decimals = (texts: readonly (string | number)[]) => texts.map(text => parseDecimal(String(text))!)
const told = (texts: readonly (string | number)[], sigmaPt?: number) => {
  const found = consensus(decimals(texts), sigmaPt)
  if (!found.ok) throw new Error(found.problem.code)
  return found.value
}
const TEN = ['10.1', '9.9', '10.0', '10.2', '9.8', '10.05', '9.95', '12.5', '10.1', '9.9']

test('the round of ten of the domain vectors', () => {
  const found = told(TEN)
  expect(found).toMatchObject({ n: 10, mean: 10.25, warnings: ['small-roster', 'use-zprime'] })
  expect(found.sd).toBeCloseTo(0.79931, 5)
  expect(found.xstar).toBeCloseTo(10.0277818, 7)
  expect(found.sstar).toBeCloseTo(0.166691, 7)
  expect(found.uxpt).toBeCloseTo(0.0658904, 7)
  expect((12.5 - found.xstar) / found.sstar).toBeCloseTo(14.83, 2)
})

// Recomputed by another program, 100,000 steps.
test.each<[texts: number[], xstar: number, sstar: number]>([
  [[45.1, 47.9, 48.6, 49.1, 49.5, 49.8, 50, 50.2, 50.8, 51.4, 52.3, 56.9], 49.96, 1.948029728093888],
  [[1, 2, 4], 7 / 3, 1.732213612693],
  [[0, 1, 1000], 1001 / 3, 654.3880932993814],
  [[-3.2, -1.1, 0.4, 0.5, 0.55, 0.61, 0.7, 2.9, 8], 0.6514285714285714, 2.185982767660864],
])('%j has %d and %d', (texts, xstar, sstar) => {
  const found = told(texts)
  expect(found.xstar).toBeCloseTo(xstar, 10)
  expect(found.sstar / sstar).toBeCloseTo(1, 9)
  expect(found.uxpt).toBeCloseTo((1.25 * found.sstar) / Math.sqrt(texts.length), 12)
})

test('warnings go by the number of results and by sigmaPt, else by s*', () => {
  const twelve = [45.1, 47.9, 48.6, 49.1, 49.5, 49.8, 50, 50.2, 50.8, 51.4, 52.3, 56.9]
  expect(told(twelve).warnings).toEqual(['use-zprime'])
  expect(told(twelve, 3).warnings).toEqual([])
  expect(told(twelve, 2).warnings).toEqual(['use-zprime'])
  expect(told(twelve.slice(1), 30).warnings).toEqual(['small-roster'])
})

test('what no consensus comes of', () => {
  expect(consensus(decimals([1, 2]))).toEqual({ ok: false, problem: { code: 'too-few', at: 'values', have: 2, need: 3 } })
  for (const sigmaPt of [undefined, 0.1]) expect(consensus(decimals(['1.0', '1', '1.00', '5']), sigmaPt)).toEqual({ ok: false, problem: { code: 'not-computable', at: 'values' } })
  expect(consensus(decimals([1, 2, 3]), 0)).toMatchObject({ problem: { code: 'bad-number', at: 'sigmaPt' } })
  expect(readValues(['1', '1,5'])).toMatchObject({ problem: { code: 'bad-number', at: 'values[1]', text: '1,5' } })
  expect(readValues(['1e101'])).toMatchObject({ problem: { code: 'bad-number' } })
})

test('a far offset loses nothing', () => {
  const far = TEN.map(text => `10000000000${text.startsWith('9') ? '0' : ''}${text}`)
  expect(told(far).sstar).toBe(told(TEN).sstar)
  expect(told(far).sd).toBe(told(TEN).sd)
})

const results = fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: 3, maxLength: 40 }).filter(values => consensus(decimals(values)).ok)

test('order counts for nothing, a shift moves x* alone, a scale stretches both', () => fc.assert(fc.property(results, fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 97 }), fc.func(fc.integer()), (values, shift, scale, key) => {
  const found = told(values)
  const shuffled = [...values].sort((a, b) => key(a) - key(b))
  expect(told(shuffled)).toEqual(found)
  const moved = told(values.map(value => value + shift))
  expect(moved.sstar).toBe(found.sstar)
  expect(moved.xstar).toBeCloseTo(found.xstar + shift, 6)
  const stretched = told(values.map(value => value * -scale))
  expect(stretched.sstar / found.sstar / scale).toBeCloseTo(1, 8)
  expect(Math.abs(stretched.xstar + found.xstar * scale) / found.sstar / scale).toBeLessThan(1e-8)
})))

test('it stands still: one step more changes nothing', () => fc.assert(fc.property(results, values => {
  const { xstar, sstar } = told(values)
  const clipped = values.map(value => Math.min(Math.max(value, xstar - 1.5 * sstar), xstar + 1.5 * sstar))
  const mean = clipped.reduce((sum, one) => sum + one, 0) / clipped.length
  const sd = Math.sqrt(clipped.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (clipped.length - 1))
  expect(Math.abs(mean - xstar) / sstar).toBeLessThan(1e-9)
  expect(Math.abs(1.134 * sd - sstar) / sstar).toBeLessThan(1e-9)
})))

test('a result at the own mean never scores beyond (n − 1)/√n by the classical sd', () => {
  for (const [n, most] of [[3, 1.154700538], [5, 1.788854382], [10, 2.846049894], [20, 4.248529157]]) {
    const { mean, sd } = told(['1', ...Array<string>(n - 1).fill('0')].map((text, i) => (n === 3 && i === 1 ? '-0.0001' : i > n / 2 ? `0.000${i}` : text)))
    expect((1 - mean) / sd).toBeCloseTo(most, 2)
    expect((1 - mean) / sd).toBeLessThan(most)
  }
})

const scored = (kind: ScoreKind, facts: Partial<ScoreFacts>) => score(kind, { x: '10.12', xpt: '10.00', ...facts })

test('the scores of the domain vectors', () => {
  for (const [kind, facts, value] of [
    ['en', { U: '0.10', Uxpt: '0.06' }, 1.028991511],
    ['zeta', { u: '0.05', uxpt: '0.03' }, 2.057983022],
    ['zprime', { sigma: '0.05', uxpt: '0.02' }, 2.228344058],
    ['z', { sigma: '0.05' }, 2.4],
    ['d', {}, 1.2],
  ] as const) {
    const found = scored(kind, facts)
    expect(found.ok && found.value.value).toBeCloseTo(value, 9)
    expect(found.ok && found.value.verdict).toBe(kind === 'en' ? 'unsatisfactory' : kind === 'd' ? null : 'questionable')
  }
})

test.each<[kind: ScoreKind, facts: Partial<ScoreFacts>, value: number, verdict: string | null]>([
  ['z', { x: '0.3', xpt: '0.1', sigma: '0.1' }, 2, 'satisfactory'],
  ['z', { x: '0.1', xpt: '0.3', sigma: '0.1' }, -2, 'satisfactory'],
  ['z', { x: '0.3000000000000000001', xpt: '0.1', sigma: '0.1' }, 2, 'questionable'],
  ['z', { x: '0.4', xpt: '0.1', sigma: '0.1' }, 3, 'unsatisfactory'],
  ['z', { x: '0.3999999999999999999', xpt: '0.1', sigma: '0.1' }, 3, 'questionable'],
  ['en', { x: '0.6', xpt: '0.1', U: '0.3', Uxpt: '0.4' }, 1, 'satisfactory'],
  ['en', { x: '0.6000000000000000001', xpt: '0.1', U: '0.3', Uxpt: '0.4' }, 1, 'unsatisfactory'],
  ['zeta', { x: '1.1', xpt: '0.1', u: '0.3', uxpt: '0.4' }, 2, 'satisfactory'],
  ['zprime', { x: '1.6', xpt: '0.1', sigma: '0.3', uxpt: '0.4' }, 3, 'unsatisfactory'],
  ['zprime', { x: '1', xpt: '0', sigma: '0', uxpt: '1' }, 1, 'satisfactory'],
  ['d', { x: '-9', xpt: '-10' }, -10, null],
])('%s of %j is %d: %s', (kind, facts, value, verdict) => expect(scored(kind, facts)).toEqual({ ok: true, value: { value, verdict } }))

test.each<[kind: ScoreKind, facts: Partial<ScoreFacts>, code: string, at: string]>([
  ['z', {}, 'missing-sigma', 'sigma'],
  ['zprime', { sigma: '1' }, 'missing-sigma', 'uxpt'],
  ['zeta', { u: '1' }, 'missing-U', 'uxpt'],
  ['zeta', { uxpt: '1' }, 'missing-U', 'u'],
  ['en', { Uxpt: '1' }, 'missing-U', 'U'],
  ['en', { U: '1' }, 'missing-U', 'Uxpt'],
  ['z', { sigma: '0' }, 'zero-denominator', 'sigma'],
  ['en', { U: '0', Uxpt: '0.0' }, 'zero-denominator', 'U'],
  ['d', { xpt: '0' }, 'zero-assigned-value', 'xpt'],
  ['z', { sigma: '-1' }, 'bad-number', 'sigma'],
  ['z', { x: 'abc' }, 'bad-number', 'x'],
  ['zeta', { u: 'abc' }, 'missing-U', 'uxpt'],
])('%s of %j is %s of %s', (kind, facts, code, at) => expect(scored(kind, facts)).toMatchObject({ ok: false, problem: { code, at } }))

test('swapping a result and its assigned value turns the sign', () => fc.assert(fc.property(fc.integer(), fc.integer(), fc.integer({ min: 1 }), (x, xpt, sigma) => {
  const [there, back] = [scored('z', { x: `${x}`, xpt: `${xpt}`, sigma: `${sigma}` }), scored('z', { x: `${xpt}`, xpt: `${x}`, sigma: `${sigma}` })]
  if (!there.ok || !back.ok) throw new Error()
  expect(there.value.value + back.value.value).toBe(0)
  expect(there.value.verdict).toBe(back.value.verdict)
})))
