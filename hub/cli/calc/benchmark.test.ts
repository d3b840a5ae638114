import { expect, test } from 'vitest'
import { answerCalc } from '../calc.ts'

const OWN = { value: '15', unit: 'mg/kg', method: 'GB/T 2912.1-2009', U: '4' }
const REF = { limit: '≤20', direction: 'max', comparison: 'full', unit: 'mg/kg', method: 'GB/T 2912.1-2009' }
const asked = (args: object): unknown => answerCalc({ id: 1, fn: 'benchmark', args }, 'en')
const value = (verdict: string, gap: object, flags: string[]): object => ({ ok: true, value: { verdict, gap, flags } })
const problem = (code: string, path: string): object => ({ ok: false, problem: { code, path, message: expect.any(String) as string } })
const NONE = { kind: 'none', value: null }

test.each<[args: object, answer: object]>([
  [{ own: OWN, ref: REF }, value('优于', { kind: 'percent', value: 25 }, [])],
  [{ own: { ...OWN, U: '5' }, ref: REF }, value('达到', { kind: 'percent', value: 25 }, [])],
  [{ own: { ...OWN, value: '24' }, ref: REF }, value('低于', { kind: 'percent', value: -20 }, [])],
  [{ own: { ...OWN, method: 'AATCC 112' }, ref: REF }, value('不可比', NONE, ['method'])],
  [{ own: { ...OWN, method: 'AATCC 112' }, ref: REF, equivalent: [['AATCC 112', 'GB/T 2912.1-2009']] }, value('优于', { kind: 'percent', value: 25 }, [])],
  [{ ref: REF }, value('缺数据', NONE, [])],
  [{}, value('缺数据', NONE, [])],
  [{ own: { ...OWN, U: undefined }, ref: { ...REF, rule: 'guard' } }, value('缺数据', NONE, ['missing-U'])],
  [{ own: { ...OWN, value: '<5', U: undefined }, ref: REF }, value('优于', { kind: 'percent', value: 75 }, ['lower-bound', 'no-U'])],
  [{ own: OWN, ref: { ...REF, direction: 'text', limit: '无' } }, value('低于', NONE, [])],
  [{ own: { ...OWN, value: 'x' }, ref: REF }, problem('not-a-quantity', 'args.own.value')],
  [{ own: { ...OWN, U: '-1' }, ref: REF }, problem('bad-number', 'args.own.U')],
  [{ own: OWN, ref: { ...REF, limit: '4~8' } }, problem('limit-direction', 'args.ref.limit')],
  [{ own: OWN, ref: { ...REF, direction: 'up' } }, problem('bad-arguments', 'args.ref.direction')],
  [{ own: OWN, ref: { ...REF, rule: 'iso14253' } }, problem('bad-arguments', 'args.ref.rule')],
  [{ own: { value: '1', unit: '' }, ref: REF }, problem('bad-arguments', 'args.own.method')],
  [{ own: OWN, ref: REF, equivalent: [['a']] }, problem('bad-arguments', 'args.equivalent[0]')],
])('benchmark of %j', (args, answer) => expect(asked(args)).toEqual(answer))
