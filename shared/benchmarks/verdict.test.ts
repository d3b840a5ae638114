import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benchmark, type Benchmark, type BenchmarkFlag, type BenchmarkVerdict, type Gap, type OwnValue, type Reference } from './verdict.ts'

const OWN: OwnValue = { value: '15', unit: 'mg/kg', method: 'GB/T 2912.1-2009' }
const REF: Reference = { limit: '≤20', direction: 'max', comparison: 'full', unit: 'mg/kg', method: 'GB/T 2912.1—2009' }

const judged = (own: Partial<OwnValue>, ref: Partial<Reference>): Benchmark => {
  const found = benchmark({ ...OWN, ...own }, { ...REF, ...ref })
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  return found.value
}
const NONE: Gap = { kind: 'none', value: null }
const near = (value: number): number => expect.closeTo(value, 9) as number
const percent = (value: number): Gap => ({ kind: 'percent', value: near(value) })
const absolute = (value: number): Gap => ({ kind: 'absolute', value: near(value) })

type Case = [own: Partial<OwnValue>, ref: Partial<Reference>, verdict: BenchmarkVerdict, gap: Gap, flags: BenchmarkFlag[]]

test.each<Case>([
  // A margin above U, equal to U, below 0.
  [{ value: '14.9', U: '5' }, {}, 'better', percent(25.5), []],
  [{ value: '15', U: '5' }, {}, 'meets', percent(25), []],
  [{ value: '20', U: '5' }, {}, 'meets', percent(0), []],
  [{ value: '24', U: '5' }, {}, 'below', percent(-20), []],
  [{ value: '24', U: '5' }, { limit: '75' }, 'better', percent(68), []],
  [{ value: '0.1', U: '0.2' }, { limit: '0.3' }, 'meets', percent(200 / 3), []],
  [{ value: '0.1', U: '0.19999999999999999999' }, { limit: '0.3' }, 'better', percent(200 / 3), []],
  // Without U one unit of the limit's last digit takes its place.
  [{ value: '19' }, {}, 'meets', percent(5), ['no-U']],
  [{ value: '18.9' }, {}, 'better', percent(5.5), ['no-U']],
  [{ value: '19' }, { limit: '20.0' }, 'better', percent(5), ['no-U']],
  [{ value: '1200' }, { limit: '14×10²' }, 'better', percent(100 / 7), ['no-U']],
  [{ value: '1300' }, { limit: '14×10²' }, 'meets', percent(50 / 7), ['no-U']],
  [{ value: '21' }, {}, 'below', percent(-5), ['no-U']],
  // The limit's own sign.
  [{ value: '75', U: '1' }, { limit: '＜75' }, 'below', percent(0), []],
  // A minimum, below 0 too.
  [{ value: '33', U: '1' }, { limit: '≥30', direction: 'min' }, 'better', percent(10), []],
  [{ value: '-33', U: '1' }, { limit: '-30', direction: 'min' }, 'below', percent(-10), []],
  [{ value: '-0.5', U: '0.1' }, { limit: '0', direction: 'max' }, 'better', absolute(0.5), []],
  // Rounded before it is compared; the margin isn't.
  [{ value: '0.034', U: '0.001' }, { limit: '0.03', comparison: 'rounded' }, 'meets', percent(-40 / 3), []],
  [{ value: '0.034', U: '0.001' }, { limit: '0.03' }, 'below', percent(-40 / 3), []],
  // A guard band of U.
  [{ value: '15', U: '5' }, { rule: 'guard' }, 'meets', percent(25), []],
  [{ value: '15.1', U: '5' }, { rule: 'guard' }, 'below', percent(24.5), []],
  [{ value: '14.9', U: '5' }, { rule: 'guard' }, 'better', percent(25.5), []],
  [{ value: '15.5', U: '5' }, { rule: 'guard', comparison: 'rounded' }, 'below', percent(22.5), []],
  [{ value: '15.4', U: '5' }, { rule: 'guard', comparison: 'rounded' }, 'meets', percent(23), []],
  [{ value: '15.4', U: '4.7' }, { rule: 'guard', comparison: 'rounded' }, 'meets', percent(23), []],
  [{ value: '15.6', U: '4.7' }, { rule: 'guard', comparison: 'rounded' }, 'below', percent(22), []],
  [{ value: '15' }, { rule: 'guard' }, 'no-data', NONE, ['missing-U']],
  // Ranges and targets by the nearer limit.
  [{ value: '6.80', unit: 'pH', U: '0.20' }, { limit: '4.0～7.5', direction: 'range', unit: 'pH' }, 'better', absolute(0.7), []],
  [{ value: '7.4', unit: 'pH', U: '0.20' }, { limit: '4.0～7.5', direction: 'range', unit: 'pH' }, 'meets', absolute(0.1), []],
  [{ value: '7.4', unit: 'pH', U: '0.20' }, { limit: '4.0～7.5', direction: 'range', unit: 'pH', rule: 'guard' }, 'below', absolute(0.1), []],
  [{ value: '9', unit: 'pH', U: '0.2' }, { limit: '4.0～7.5', direction: 'range', unit: 'pH' }, 'below', absolute(-1.5), []],
  [{ value: '10.05', U: '0.05' }, { limit: '10.0±0.1', direction: 'target' }, 'meets', absolute(0.05), []],
  [{ value: '10.05', U: '0.04' }, { limit: '10.0±0.1', direction: 'target' }, 'better', absolute(0.05), []],
  [{ value: '10.05' }, { limit: '10.0±0.10', direction: 'target' }, 'better', absolute(0.05), ['no-U']],
  [{ value: '10.05' }, { limit: '10.0±0.1', direction: 'target' }, 'meets', absolute(0.05), ['no-U']],
  // Units are converted, U with them, temperatures too.
  [{ value: '0.0149', unit: 'g/kg', U: '0.005' }, {}, 'better', percent(25.5), []],
  [{ value: '0.015', unit: 'g/kg', U: '0.005' }, {}, 'meets', percent(25), []],
  [{ value: '0.015 g/kg', U: '0.005' }, {}, 'meets', percent(25), []],
  [{ value: '59', unit: '°F', U: '9' }, { limit: '20', unit: '℃' }, 'meets', percent(25), []],
  [{ value: '58.9', unit: '°F', U: '9' }, { limit: '20', unit: '℃' }, 'better', { kind: 'percent', value: expect.closeTo(25.27777778, 6) as number }, []],
  [{ value: '15', unit: '%' }, {}, 'incomparable', NONE, ['unit']],
  [{ value: '15', unit: '' }, {}, 'incomparable', NONE, ['unit']],
  // Grades by halves, without U.
  [{ value: '4', unit: '级' }, { limit: '≥3-4', direction: 'min', unit: '级' }, 'better', { kind: 'halfGrades', value: 1 }, []],
  [{ value: '3-4', unit: '级', U: '9' }, { limit: '3-4级', direction: 'min', unit: '级' }, 'meets', { kind: 'halfGrades', value: 0 }, []],
  [{ value: '3', unit: '级' }, { limit: '3-4', direction: 'min', unit: '级', rule: 'guard' }, 'below', { kind: 'halfGrades', value: -1 }, []],
  [{ value: '5级', unit: '' }, { limit: '3', direction: 'min', unit: '级' }, 'better', { kind: 'halfGrades', value: 4 }, []],
  // Bounds: at least this, at most this, or it can't be told.
  [{ value: '<5' }, {}, 'better', percent(75), ['lower-bound', 'no-U']],
  [{ value: '<5', U: '16' }, {}, 'meets', percent(75), ['lower-bound']],
  [{ value: '<20', U: '1' }, {}, 'meets', percent(0), ['lower-bound']],
  [{ value: '<5', U: '1' }, { direction: 'min', limit: '20' }, 'below', percent(-75), ['upper-bound']],
  [{ value: '>25', U: '1' }, {}, 'below', percent(-25), ['upper-bound']],
  [{ value: '≥25', U: '1' }, { direction: 'min', limit: '20' }, 'better', percent(25), ['lower-bound']],
  [{ value: '<3', U: '1' }, { direction: 'range', limit: '4~8' }, 'below', absolute(-1), ['upper-bound']],
  [{ value: '<5' }, { direction: 'range', limit: '4~8' }, 'incomparable', NONE, ['loq']],
  [{ value: '<50' }, {}, 'incomparable', NONE, ['loq']],
  [{ value: '>15' }, {}, 'incomparable', NONE, ['loq']],
  [{ value: '未检出' }, {}, 'incomparable', NONE, ['loq']],
  [{ value: '<LOQ' }, {}, 'incomparable', NONE, ['loq']],
  [{ value: '<5', U: '16' }, { rule: 'guard' }, 'incomparable', NONE, ['loq']],
  [{ value: '未检出' }, { limit: '不得检出' }, 'meets', NONE, []],
  [{ value: '3' }, { limit: '不得检出' }, 'below', NONE, []],
  // Open values of their own: a range, a value with its uncertainty.
  [{ value: '14~16', U: '1' }, {}, 'better', percent(20), ['lower-bound']],
  [{ value: '21~25', U: '1' }, {}, 'below', percent(-5), ['upper-bound']],
  [{ value: '15~25', U: '1' }, {}, 'incomparable', NONE, ['loq']],
  [{ value: '24±5' }, {}, 'below', percent(-20), []],
  [{ value: '(24 ± 5) mg/kg', unit: '' }, { limit: '75', rule: 'guard' }, 'better', percent(68), []],
  // Texts.
  [{ value: ' 无', unit: '' }, { limit: '无', direction: 'text', unit: '' }, 'meets', NONE, []],
  [{ value: '有', unit: '' }, { limit: '无', direction: 'text', unit: '', rule: 'guard' }, 'below', NONE, []],
  [{ value: '无', method: 'A' }, { limit: '无', direction: 'text' }, 'incomparable', NONE, ['method']],
  // Nothing there.
  [{ value: '—' }, {}, 'no-data', NONE, []],
  [{ value: '' }, { direction: 'text', limit: '无' }, 'no-data', NONE, []],
  [{}, { limit: ' / ' }, 'no-data', NONE, []],
  [{ value: '-', method: 'A' }, {}, 'no-data', NONE, []],
  // Methods.
  [{ method: 'AATCC 8' }, {}, 'incomparable', NONE, ['method']],
  [{ method: 'AATCC 8', unit: 'mm' }, {}, 'incomparable', NONE, ['method', 'unit']],
  [{ method: 'GB/T 2912.1-2024' }, {}, 'incomparable', NONE, ['method']],
  [{ method: '', U: '1' }, { method: ' ' }, 'better', percent(25), []],
  [{ method: 'ｇｂ/t2912.1－2009', U: '1' }, {}, 'better', percent(25), []],
])('%j against %j: %s', (own, ref, verdict, gap, flags) => expect(judged(own, ref)).toEqual({ verdict, gap, flags }))

test('a missing side is no data', () => {
  for (const [own, ref] of [[undefined, REF], [OWN, undefined], [undefined, undefined]] as const) expect(benchmark(own, ref)).toEqual({ ok: true, value: { verdict: 'no-data', gap: NONE, flags: [] } })
})

test('methods that are said to be equivalent compare, in either order, pair by pair', () => {
  const [a, b, c] = ['AATCC 8', 'GB/T 2912.1-2009', 'ISO 14184-1:2011']
  const verdict = (own: string, pairs: [string, string][]) => { const found = benchmark({ ...OWN, method: own, U: '1' }, REF, pairs); return found.ok && found.value.verdict }
  expect(verdict(a, [[a, b]])).toBe('better')
  expect(verdict(a, [[b, a]])).toBe('better')
  expect(verdict(c, [[a, b], [a, c]])).toBe('incomparable')
})

test.each<[own: Partial<OwnValue>, ref: Partial<Reference>, code: string, at: string]>([
  [{ value: '2,5' }, {}, 'not-a-quantity', 'own.value'],
  [{ value: '8~4' }, {}, 'reversed-range', 'own.value'],
  [{ U: '5 mg' }, {}, 'bad-number', 'own.U'],
  [{ U: '-1' }, {}, 'bad-number', 'own.U'],
  [{}, { limit: '约20' }, 'not-a-quantity', 'ref.limit'],
  [{}, { limit: '9~5', direction: 'range' }, 'reversed-range', 'ref.limit'],
  [{}, { limit: '4~8' }, 'limit-direction', 'ref.limit'],
  [{}, { limit: '≥4' }, 'limit-direction', 'ref.limit'],
  [{}, { limit: '≤4', direction: 'min' }, 'limit-direction', 'ref.limit'],
  [{}, { limit: '10±1', direction: 'range' }, 'limit-direction', 'ref.limit'],
  [{}, { limit: '10', direction: 'target' }, 'limit-direction', 'ref.limit'],
  [{ value: 'x', U: 'x' }, { limit: 'x' }, 'not-a-quantity', 'own.value'],
])('%j against %j is %s at %s', (own, ref, code, at) => expect(benchmark({ ...OWN, ...own }, { ...REF, ...ref })).toMatchObject({ ok: false, problem: { code, at } }))

const number = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 3 })).map(([digits, places]) => ({ digits, places }))
const text = ({ digits, places }: { digits: number; places: number }, sign = 1) => `${digits * sign < 0 ? '-' : ''}${String(Math.abs(digits)).padStart(places + 1, '0').replace(new RegExp(`(?=\\d{${places}}$)`), places ? '.' : '')}`
const uncertainty = fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined })
const manner = fc.record({ comparison: fc.constantFrom('full' as const, 'rounded' as const), rule: fc.constantFrom('simple' as const, 'guard' as const) })
const TURNED: { [sign: string]: string } = { '': '', '<': '>', '>': '<', '≤': '≥', '≥': '≤' }

test('turned over, a maximum is a minimum', () => fc.assert(fc.property(number, fc.constantFrom('', '<', '>'), number, fc.constantFrom('', '<', '≤'), uncertainty, manner, (value, bound, limit, sign, U, how) => {
  const own = U === undefined ? {} : { U: `${U}e-1` }
  expect(judged({ value: bound + text(value), ...own }, { limit: sign + text(limit), ...how })).toEqual(judged({ value: TURNED[bound] + text(value, -1), ...own }, { limit: TURNED[sign] + text(limit, -1), direction: 'min', ...how }))
}), { numRuns: 1000 }))

test('better conforms, the margin decides, and a larger U never makes it better', () => fc.assert(fc.property(number, number, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), manner, (value, limit, U, more, how) => {
  const rank = (u: number) => ['below', 'meets', 'better'].indexOf(judged({ value: text(value), U: `${u}e-1` }, { limit: text(limit), ...how }).verdict)
  expect(rank(U + more)).toBeLessThanOrEqual(rank(U))
  const margin = BigInt(limit.digits) * 10n ** BigInt(3 - limit.places) - BigInt(value.digits) * 10n ** BigInt(3 - value.places)
  if (rank(U) === 2) expect(margin > BigInt(U) * 100n).toBe(true)
  if (how.comparison === 'full') expect(rank(U) >= 1).toBe(how.rule === 'guard' ? margin >= BigInt(U) * 100n : margin >= 0n)
}), { numRuns: 1000 }))
