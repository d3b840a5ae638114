import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decided, type DecisionQuestion, RULES } from './decision.ts'

const verdict = (question: DecisionQuestion): string => {
  const found = decided(question)
  return found.ok ? found.value.verdict : `${found.problem.code} at ${found.problem.at}`
}

test.each<[question: DecisionQuestion, verdict: string, w: string, low: string | null, high: string | null]>([
  [{ rule: 'simple', y: '100', TU: '100' }, 'pass', '0', null, '100'],
  [{ rule: 'simple', y: '100.1', TU: '100' }, 'fail', '0', null, '100'],
  [{ rule: 'guard', y: '0.2', U: '0.1', TU: '0.3' }, 'pass', '0.1', null, '0.2'],
  [{ rule: 'guard', y: '0.2000000000000000000001', U: '0.1', TU: '0.3' }, 'fail', '0.1', null, '0.2'],
  [{ rule: 'guard', y: '0.2', U: '0.1', TL: '0.1' }, 'pass', '0.1', '0.2', null],
  [{ rule: 'guard', y: '97', U: '4', TU: '100', r: '0.5' }, 'pass', '2.0', null, '98.0'],
  [{ rule: 'guard', y: '94', U: '4', TU: '100', r: '1.5' }, 'pass', '6.0', null, '94.0'],
  [{ rule: 'guard', y: '100', U: '4', TU: '100', r: '0' }, 'pass', '0', null, '100'],
  [{ rule: 'iso14253', y: '99.17', U: '1', TU: '100' }, 'pass', '0.83', null, '99.17'],
  [{ rule: 'iso14253', y: '99.171', U: '1', TU: '100' }, 'fail', '0.83', null, '99.17'],
  [{ rule: 'iso14253', y: '9.83', U: '1', TL: '9', TU: '100' }, 'pass', '0.83', '9.83', '99.17'],
  [{ rule: 'uncritical', y: '104', U: '4', TU: '100' }, 'pass', '-4', null, '104'],
  [{ rule: 'uncritical', y: '104.1', U: '4', TU: '100' }, 'fail', '-4', null, '104'],
  [{ rule: 'nonbinary', y: '96', U: '4', TU: '100' }, 'pass', '4', null, '96'],
  [{ rule: 'nonbinary', y: '96.1', U: '4', TU: '100' }, 'conditional-pass', '4', null, '96'],
  [{ rule: 'nonbinary', y: '100', U: '4', TU: '100' }, 'conditional-pass', '4', null, '96'],
  [{ rule: 'nonbinary', y: '104', U: '4', TU: '100' }, 'conditional-fail', '4', null, '96'],
  [{ rule: 'nonbinary', y: '104.1', U: '4', TU: '100' }, 'fail', '4', null, '96'],
  [{ rule: 'nonbinary', y: '88', U: '2', TL: '90', TU: '110' }, 'conditional-fail', '2', '92', '108'],
])('%j', (question, said, w, low, high) => expect(decided(question)).toMatchObject({ ok: true, value: { verdict: said, w, AL: { low, high } } }))

test.each<[question: DecisionQuestion, pc: number]>([
  [{ rule: 'simple', y: '98', U: '4', TU: '100' }, 0.8413447460685429],
  [{ rule: 'simple', y: '109', U: '2', TL: '90', TU: '110' }, 0.8413447460685429],
  [{ rule: 'simple', y: '109', U: '3', k: '3', TL: '90', TU: '110' }, 0.8413447460685429],
  [{ rule: 'guard', y: '96', U: '4', TU: '100' }, 0.9772498680518208],
  [{ rule: 'guard', y: '83.55', U: '20', TU: '100', r: '0.8225' }, 0.9500150944608786],
  [{ rule: 'simple', y: '0', U: '2', TL: '10' }, 7.6198530241605e-24],
  [{ rule: 'simple', y: '0', U: '2', TL: '10', TU: '11' }, 7.61966195820308e-24],
])('the probability of %j', (question, pc) => {
  const found = decided(question)
  expect(Math.abs((found.ok ? found.value.pc! : NaN) / pc - 1)).toBeLessThan(1e-12)
})

test('without U there is no probability', () => expect(decided({ rule: 'simple', y: '1', TU: '2' })).toMatchObject({ value: { pc: null } }))

test.each<[question: DecisionQuestion, problem: string]>([
  [{ rule: 'guard', y: '1', U: '1' }, 'no-limit at TL'],
  [{ rule: 'simple', y: '1', TL: '2', TU: '2.0' }, 'limits-inverted at TU'],
  [{ rule: 'guard', y: '1', TU: '2' }, 'missing-U at U'],
  [{ rule: 'nonbinary', y: '1', TU: '2' }, 'missing-U at U'],
  [{ rule: 'guard', y: '1', U: '0', TU: '2' }, 'bad-U at U'],
  [{ rule: 'simple', y: '1', U: '-1', TU: '2' }, 'bad-U at U'],
  [{ rule: 'strict', y: 'x', TU: '2' }, 'unknown-rule at rule'],
  [{ rule: 'toString', y: '1', TU: '2' }, 'unknown-rule at rule'],
  [{ rule: 'guard', y: '1', U: '0.5', TL: '1', TU: '2' }, 'empty-acceptance-zone at rule'],
  [{ rule: 'nonbinary', y: '1', U: '0.5', TL: '1', TU: '2' }, 'empty-acceptance-zone at rule'],
  [{ rule: 'guard', y: '1.5', U: '0.4999999999999999999', TL: '1', TU: '2' }, 'pass'],
  [{ rule: 'guard', y: '1,5', U: '1' }, 'bad-number at y'],
  [{ rule: 'guard', y: '1', U: 'x', TU: 'y' }, 'bad-number at U'],
  [{ rule: 'guard', y: '1', U: '1', k: '0', TU: '2' }, 'bad-number at k'],
  [{ rule: 'guard', y: '1', U: '1', TU: '2', r: '-1' }, 'bad-number at r'],
  [{ rule: 'guard', y: '1', TU: 'x' }, 'missing-U at U'],
])('%j: %s', (question, problem) => expect(verdict(question)).toBe(problem))

const thousandths = (n: number): string => `${n}e-3`

test('a verdict is where the value lies to the acceptance limits', () => fc.assert(fc.property(fc.constantFrom(...RULES), fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 1, max: 600 }), fc.integer({ min: -2000, max: -1 }), fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 20 }), (rule, y, U, TL, TU, r) => {
  const found = decided({ rule, y: thousandths(y), U: thousandths(U), TL: thousandths(TL), TU: thousandths(TU), r: `${r}e-1` })
  // In hundred-thousandths, on whole numbers.
  const w = { simple: 0, guard: r * 10 * U, iso14253: 83 * U, uncritical: -100 * U, nonbinary: r * 10 * U }[rule]
  if (2 * w >= 100 * (TU - TL)) return void expect(found).toMatchObject({ problem: { code: 'empty-acceptance-zone' } })
  const inside = (by: number): boolean => 100 * y >= 100 * TL + by && 100 * y <= 100 * TU - by
  const wanted = inside(w) ? 'pass' : rule !== 'nonbinary' ? 'fail' : inside(0) ? 'conditional-pass' : inside(-w) ? 'conditional-fail' : 'fail'
  expect(found).toMatchObject({ value: { verdict: wanted } })
  const { AL, pc } = (found as Extract<typeof found, { ok: true }>).value
  expect([Math.round(Number(AL.low) * 1e5), Math.round(Number(AL.high) * 1e5)]).toEqual([100 * TL + w, 100 * TU - w])
  expect(pc! >= 0 && pc! <= 1).toBe(true)
})))
