import { expect, test } from 'vitest'
import { answerCalc } from '../calc.ts'

const asked = (fn: string, args: object, lang: 'zh' | 'en' = 'zh'): unknown => answerCalc({ id: 1, fn, args }, lang)
const value = (value: unknown): object => ({ ok: true, value })
const problem = (code: string, path: string): object => ({ ok: false, problem: { code, path, message: expect.any(String) as string } })
const near = (value: number): number => expect.closeTo(value, 6) as number

const TEN = ['10.1', '9.9', '10.0', '10.2', '9.8', '10.05', '9.95', '12.5', '10.1', '9.9']
const FOUR = [['9.9', '10.1', '10.0', '10.2', '9.8'], ['10.0', '10.1', '9.9', '10.0', '10.1'], ['10.2', '10.0', '10.1', '9.9', '10.0'], ['9.8', '10.0', '10.1', '10.0', '9.9']]
const SCORE = { kind: 'score', x: '10.12', xpt: '10.00' }
const COUNTS = [{ n: 100, d: 5 }, { n: 150, d: 30 }]
const RELIABILITY = { method: 'reliability', months: 12, n: 20, x: 15, target: 0.95 }

test.each<[fn: string, args: object, answer: object]>([
  ['interlab', { kind: 'consensus', values: TEN }, value({ n: 10, mean: 10.25, sd: near(0.799305), xstar: near(10.0277818), sstar: near(0.166691), uxpt: near(0.0658904), warnings: ['small-roster', 'use-zprime'] })],
  ['interlab', { ...SCORE, score: 'en', U: '0.10', Uxpt: '0.06' }, value({ value: near(1.028991511), verdict: 'unsatisfactory' })],
  ['interlab', { ...SCORE, score: 'z', sigma: '0.06' }, value({ value: 2, verdict: 'satisfactory' })],
  ['interlab', { ...SCORE, score: 'd' }, value({ value: 1.2, verdict: null })],
  ['interlab', { ...SCORE, score: 'z' }, problem('missing-sigma', 'args.sigma')],
  ['interlab', { ...SCORE, score: 'zeta', u: '1' }, problem('missing-U', 'args.uxpt')],
  ['interlab', { ...SCORE, score: 'z', sigma: '0' }, problem('zero-denominator', 'args.sigma')],
  ['interlab', { ...SCORE, score: 'd', xpt: '0' }, problem('zero-assigned-value', 'args.xpt')],
  ['interlab', { ...SCORE, score: 'q' }, problem('bad-arguments', 'args.score')],
  ['interlab', { ...SCORE, score: 'z', sigma: 0.06 }, problem('bad-arguments', 'args.sigma')],
  ['interlab', { kind: 'consensus', values: ['1', '2'] }, problem('too-few', 'args.values')],
  ['interlab', { kind: 'consensus', values: ['1', '1', '1', '2'], sigmaPt: 0.1 }, problem('not-computable', 'args.values')],
  ['interlab', { kind: 'consensus', values: ['1', '2', 'x'] }, problem('bad-number', 'args.values[2]')],
  ['interlab', { kind: 'consensus', values: ['1', '2', '3'], sigmaPt: '0.1' }, problem('bad-arguments', 'args.sigmaPt')],
  ['interlab', { kind: 'consensus', values: ['1', '2', '3'], sigmaPt: -1 }, problem('bad-number', 'args.sigmaPt')],
  ['interlab', { kind: 'other' }, problem('bad-arguments', 'args.kind')],
  ['interlab', {}, problem('bad-arguments', 'args.kind')],
  ['capability', { subgroups: FOUR, U: '10.6' }, value(expect.objectContaining({ n: 20, cp: null, cpk: near(1.537744), pp: null, ppk: near(1.730762), cpm: null, warnings: ['fewer-than-25-subgroups'] }))],
  ['capability', { subgroups: FOUR, L: '9.4', U: '10.6', method: 'percentile', quantile: 7 }, value({ n: 20, p00135: 9.8, p50: 10, p99865: 10.2, pp: near(3), ppk: near(3), warnings: ['few-for-percentiles'] })],
  ['capability', { subgroups: [['1'], ['2'], ['4']], U: '9', sigma: 'mr' }, value(expect.objectContaining({ n: 3, sigmaWithin: near(1.5 / 1.128) }))],
  ['capability', { subgroups: FOUR }, problem('no-limit', 'args.L')],
  ['capability', { subgroups: FOUR, L: '1', U: '1' }, problem('limits-inverted', 'args.U')],
  ['capability', { subgroups: [['1', '2'], ['1']], U: '1' }, problem('subgroup-too-small', 'args.subgroups[1]')],
  ['capability', { subgroups: [['1', '2'], ['1', '2', '3']], U: '1' }, problem('unequal-subgroups', 'args.subgroups[1]')],
  ['capability', { subgroups: FOUR, U: '1', sigma: 'mr' }, problem('subgroups-not-single', 'args.subgroups[0]')],
  ['capability', { subgroups: [['1', '1']], U: '1' }, problem('no-variation', 'args.subgroups')],
  ['capability', { subgroups: [['1', '1,5']], U: '1' }, problem('bad-number', 'args.subgroups[0][1]')],
  ['capability', { subgroups: FOUR, U: '1', method: 'percentile', quantile: 5 }, problem('bad-number', 'args.quantile')],
  ['capability', { subgroups: [[1, 2]], U: '1' }, problem('bad-arguments', 'args.subgroups[0][0]')],
  ['chart', { kind: 'xbar-r', subgroups: FOUR }, value(expect.objectContaining({ cl: 10.005, ucl: 10.1781, lcl: 9.8319, out: [], rules: {}, spread: expect.objectContaining({ cl: 0.3, ucl: 0.6342, lcl: 0, out: [] }) as object }))],
  ['chart', { kind: 'i-mr', values: ['1', '2', '9'], fixed: { cl: 1, ucl: 4, lcl: -2 } }, value(expect.objectContaining({ cl: 1, ucl: 4, lcl: -2, out: [2] }))],
  ['chart', { kind: 'p', counts: COUNTS }, value(expect.objectContaining({ cl: 0.14, ucl: [near(0.244096), near(0.224994)], lcl: [near(0.035904), near(0.055006)] }))],
  ['chart', { kind: 'u', counts: [{ n: 2.5, d: 300 }, { n: 3, d: 20 }] }, value(expect.objectContaining({ out: [0, 1] }))],
  ['chart', { kind: 'np', counts: COUNTS }, problem('bad-arguments', 'args.kind')],
  ['chart', { kind: 'p', counts: [{ n: 10, d: 11 }, { n: 1, d: 1 }] }, problem('bad-count', 'args.counts[0].d')],
  ['chart', { kind: 'p', counts: [{ n: 0, d: 1 }, { n: 1, d: 1 }] }, problem('bad-size', 'args.counts[0].n')],
  ['chart', { kind: 'p', counts: [{ n: '10', d: 1 }] }, problem('bad-arguments', 'args.counts[0].n')],
  ['chart', { kind: 'i-mr', values: ['1'] }, problem('too-few', 'args.values')],
  ['chart', { kind: 'i-mr', values: ['1', '1'] }, problem('no-variation', 'args.values')],
  ['chart', { kind: 'i-mr', subgroups: [] }, problem('bad-arguments', 'args.values')],
  ['chart', { kind: 'i-mr', values: ['1'], fixed: { cl: 1, ucl: 1, lcl: 0 } }, problem('bad-number', 'args.fixed.ucl')],
  ['chart', { kind: 'xbar-s', subgroups: [['1', '2'], ['3', 'x']] }, problem('bad-number', 'args.subgroups[1][1]')],
  ['interval', { method: 'staircase', months: 12, mpe: '0.1', history: [{ error: '0.05', U: '0.03' }, { error: '-0.05', U: '0.03' }, { error: '0.05', U: '0.03' }] }, value({ months: 15, action: 'extend' })],
  ['interval', { method: 'staircase', months: 12, mpe: '0.1', history: [] }, problem('too-few', 'args.history')],
  ['interval', { method: 'drift', points: [{ t: '0', error: '0.1' }, { t: '6', error: '0.1' }, { t: '12', error: '0.1' }], U: '0.1', mpe: '0.5', maxMonths: 36 }, value({ a: 0.1, b: 0, months: 36 })],
  ['interval', { method: 'drift', points: [{ t: '0', error: '0.1' }, { t: '6', error: '0.1' }, { t: '12', error: '0.1' }], U: '0.2', mpe: '0.3' }, problem('already-out', 'args.points')],
  ['interval', { method: 'drift', points: [{ t: '0', error: '0.1' }, { t: '0', error: '0.1' }, { t: '0.0', error: '0.1' }], U: '0.2', mpe: '0.3' }, problem('no-spread', 'args.points')],
  ['interval', RELIABILITY, value({ observed: 0.75, ci: [near(0.508954), near(0.913429)], p: near(0.00257394), months: near(2.139583), action: 'shorten' })],
  ['interval', { ...RELIABILITY, n: 10, x: 9 }, value(expect.objectContaining({ months: null, action: 'insufficient' }))],
  ['interval', { ...RELIABILITY, x: 21 }, problem('bad-count', 'args.x')],
  ['interval', { ...RELIABILITY, target: 1.5 }, problem('bad-number', 'args.target')],
  ['interval', { ...RELIABILITY, method: 'black-box' }, problem('bad-arguments', 'args.method')],
])('%s of %j', (fn, args, answer) => expect(asked(fn, args)).toEqual(answer))

test('a problem is said in both languages', () => {
  const told = (lang: 'zh' | 'en') => (asked('interlab', { kind: 'consensus', values: ['1', '2'] }, lang) as { problem: { message: string } }).problem.message
  expect(told('zh')).toContain('至少要 3 个')
  expect(told('en')).toContain('at least 3')
})
