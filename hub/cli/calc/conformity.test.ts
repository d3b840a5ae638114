import { expect, test } from 'vitest'
import { answerCalc } from '../calc.ts'

const asked = (fn: string, args: object): unknown => answerCalc({ id: 1, fn, args }, 'zh')
const value = (value: unknown): object => ({ ok: true, value })
const problem = (code: string, path: string): object => ({ ok: false, problem: { code, path, message: expect.stringMatching(/[一-龥].*。$/) as string } })

const third = 0.1 / Math.sqrt(3)
const one = { type: 'B', distribution: 'standard', u: '0.0498' }

test.each<[fn: string, args: object, answer: object]>([
  ['round', { value: '12.1498', interval: '0.1' }, value('12.1')],
  ['round', { value: '60.25', interval: '0.5' }, value('60.0')],
  ['round', { value: '-930', interval: '20' }, value('-920')],
  ['round', { value: '12', interval: '0' }, problem('bad-interval', 'args.interval')],
  ['round', { value: 'x', interval: '0' }, problem('bad-number', 'args.value')],
  ['round', { value: '12' }, problem('bad-arguments', 'args.interval')],
  ['round', { value: 12, interval: '1' }, problem('bad-arguments', 'args.value')],

  ['compare', { value: '0.034', limit: '≤0.03', direction: 'max', comparison: 'full' }, value('fail')],
  ['compare', { value: '0.034', limit: '≤0.03', direction: 'max', comparison: 'rounded' }, value('pass')],
  ['compare', { value: '<50', limit: '20', direction: 'max', comparison: 'full', unit: 'mg/kg' }, value('indeterminate')],
  ['compare', { value: '5', limit: '4～8', direction: 'max', comparison: 'full' }, problem('limit-direction', 'args.limit')],
  ['compare', { value: '', limit: '4～8', direction: 'max', comparison: 'full' }, problem('empty', 'args.value')],
  ['compare', { value: '5', limit: '约4', direction: 'max', comparison: 'full' }, problem('not-a-quantity', 'args.limit')],
  ['compare', { value: '5', limit: '8~4', direction: 'range', comparison: 'full' }, problem('reversed-range', 'args.limit')],
  ['compare', { value: '5', limit: '4', direction: 'text', comparison: 'full' }, problem('bad-arguments', 'args.direction')],
  ['compare', { value: '5', limit: '4', direction: 'max' }, problem('bad-arguments', 'args.comparison')],

  ['decide', { rule: 'guard', y: '0.2', U: '0.1', TU: '0.3' }, value({ verdict: 'pass', w: '0.1', AL: { low: null, high: '0.2' }, pc: expect.closeTo(0.97725, 6) as number })],
  ['decide', { rule: 'iso14253', y: '99.17', U: '1', TU: '100' }, value({ verdict: 'pass', w: '0.83', AL: { low: null, high: '99.17' }, pc: expect.closeTo(0.9515, 3) as number })],
  ['decide', { rule: 'nonbinary', y: '102', U: '4', TL: '80', TU: '100' }, value({ verdict: 'conditional-fail', w: '4', AL: { low: '84', high: '96' }, pc: expect.closeTo(0.1586553, 7) as number })],
  ['decide', { rule: 'simple', y: '5', TL: '4' }, value({ verdict: 'pass', w: '0', AL: { low: '4', high: null }, pc: null })],
  ['decide', { rule: 'simple', y: '5' }, problem('no-limit', 'args.TL')],
  ['decide', { rule: 'guard', y: '5', TU: '4' }, problem('missing-U', 'args.U')],
  ['decide', { rule: 'guard', y: '5', U: '0', TU: '4' }, problem('bad-U', 'args.U')],
  ['decide', { rule: 'simple', y: '5', TL: '4', TU: '4.0' }, problem('limits-inverted', 'args.TU')],
  ['decide', { rule: 'best', y: '5', TU: '4' }, problem('unknown-rule', 'args.rule')],
  ['decide', { rule: 'guard', y: '5', U: '1', TL: '4', TU: '6' }, problem('empty-acceptance-zone', 'args.rule')],
  ['decide', { rule: 'guard', y: '5', U: '1', k: '-2', TU: '6' }, problem('bad-number', 'args.k')],
  ['decide', { rule: 'guard', y: 5, U: '1', TU: '6' }, problem('bad-arguments', 'args.y')],

  ['risk', { s0: 1 / 1.959963984540054, um: 0.125, T: 1, A: 0.75 }, value({ pfa: expect.closeTo(0.000208, 6) as number, pfr: expect.closeTo(0.103572, 6) as number })],
  ['risk', { s0: 1, um: -1, T: 1, A: 1 }, problem('bad-number', 'args.um')],
  ['risk', { s0: '1', um: 1, T: 1, A: 1 }, problem('bad-arguments', 'args.s0')],

  ['budget', { y: '1.2345', contributions: [one] }, value({ uc: 0.0498, veff: null, k: 2, U: 0.0996, report: { value: '1.23', U: '0.10' } })],
  ['budget', { y: '56789', contributions: [{ ...one, u: '617' }] }, value({ uc: 617, veff: null, k: 2, U: 1234, report: { value: '56800', U: '1200' } })],
  ['budget', { y: '1', contributions: [{ type: 'B', distribution: 'rectangular', a: '0.1', c: 1, dof: 50 }], coverage: 0.95, rounding: 'up' }, value({ uc: expect.closeTo(third, 14) as number, veff: 50, k: expect.closeTo(2.00855911, 8) as number, U: expect.closeTo(third * 2.00855911, 8) as number, report: { value: '1.00', U: '0.12' } })],
  ['budget', { y: '1', contributions: [one, one], correlations: [[0, 1, -1]] }, problem('zero-uncertainty', 'args.contributions')],
  ['budget', { y: '1', contributions: [one, one], correlations: [[0, 1]] }, problem('bad-arguments', 'args.correlations[0]')],
  ['budget', { y: '1', contributions: [one, one], correlations: [[0, 1, '1']] }, problem('bad-arguments', 'args.correlations[0][2]')],
  ['budget', { y: '1', contributions: [one, one], correlations: [[0, 1, 2]] }, problem('bad-number', 'args.correlations[0][2]')],
  ['budget', { y: '1', contributions: [] }, problem('too-few', 'args.contributions')],
  ['budget', { y: '1', contributions: [{ type: 'A', values: ['1'] }] }, problem('too-few', 'args.contributions[0].values')],
  ['budget', { y: '1', contributions: [{ type: 'A', values: ['1', '2'], n: 2 }] }, problem('bad-arguments', 'args.contributions[0].n')],
  ['budget', { y: '1', contributions: [{ type: 'A', s: '1' }] }, problem('bad-arguments', 'args.contributions[0].n')],
  ['budget', { y: '1', contributions: [{ type: 'A', s: 1, n: 4 }] }, problem('bad-arguments', 'args.contributions[0].s')],
  ['budget', { y: '1', contributions: [{ type: 'C' }] }, problem('bad-arguments', 'args.contributions[0].type')],
  ['budget', { y: '1', contributions: [{ type: 'B', a: '1' }] }, problem('bad-arguments', 'args.contributions[0].distribution')],
  ['budget', { y: '1', contributions: [{ type: 'B', distribution: 'cauchy', a: '1' }] }, problem('bad-arguments', 'args.contributions[0].distribution')],
  ['budget', { y: '1', contributions: [{ type: 'B', distribution: 'resolution', a: '1' }] }, problem('bad-arguments', 'args.contributions[0].step')],
  ['budget', { y: '1', contributions: [{ ...one, k: '2' }] }, problem('bad-arguments', 'args.contributions[0].k')],
  ['budget', { y: '1', contributions: [{ ...one, u: '-1' }] }, problem('bad-number', 'args.contributions[0].u')],
  ['budget', { y: '1', contributions: [one], coverage: 95 }, problem('bad-number', 'args.coverage')],
  ['budget', { y: '1', contributions: [one], rounding: 'down' }, problem('bad-arguments', 'args.rounding')],
])('%s of %j', (fn, args, answer) => expect(asked(fn, args)).toEqual(answer))

test('a problem is told in English too, with where and what now', () => {
  const told = (fn: string, args: object): string => (answerCalc({ id: 1, fn, args }, 'en') as { problem: { message: string } }).problem.message
  expect(told('decide', { rule: 'guard', y: '5', U: '1', TL: '4', TU: '6' })).toBe('Guard bands of 1 on both sides leave nothing of the tolerance to accept. Measure with less uncertainty, or agree on another rule.')
  expect(told('compare', { value: '5', limit: '4～8', direction: 'max', comparison: 'full' })).toBe('The limit “4～8” doesn\'t fit max, which takes 20 / ≤20 / <20. Change the limit or the direction.')
  expect(told('compare', { value: '', limit: '4', direction: 'max', comparison: 'full' })).toBe('value: There is no value. Give the result as reported; write ND for not detected.')
  expect(told('decide', { rule: 'guard', y: '5', U: '1e400', TU: '6' })).toBe('U: “1e400” can\'t be taken as a number. Write a decimal of at most 300 places with a full stop, such as 25.10 or 3e-4.')
  expect(told('budget', { y: '1', contributions: [one], coverage: 95 })).toBe('coverage can\'t be 95; it has to be > 0, < 1.')
  expect(told('budget', { y: '1', contributions: [{ type: 'C' }] })).toBe('args.contributions[0].type is wrong; it has to be "A" or "B".')
})
