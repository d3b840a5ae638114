import { expect, test } from 'vitest'
import { answerCalc } from './calc.ts'

const asked = (fn: string, args: object): unknown => answerCalc({ id: 1, fn, args }, 'zh')
const value = (value: unknown): object => ({ ok: true, value })
const problem = (code: string, path: string): object => ({ ok: false, problem: { code, path, message: expect.any(String) as string } })

test.each<[fn: string, args: object, answer: object]>([
  ['quantity', { text: '2.50×10⁻² g' }, value({ cmp: '=', value: '0.0250', unit: 'g' })],
  ['quantity', { text: '12×10³' }, value({ cmp: '=', value: '12e3', unit: '' })],
  ['quantity', { text: '4.0～8.5' }, value({ cmp: 'range', low: '4.0', high: '8.5', unit: '' })],
  ['quantity', { text: '±0.5 mm' }, value({ cmp: 'pm', value: '0', plus: '0.5', minus: '0.5', unit: 'mm' })],
  ['quantity', { text: '<LOQ', unit: 'mg/kg' }, value({ cmp: '<', symbol: 'LOQ', unit: 'mg/kg' })],
  ['quantity', { text: '未检出', unit: 'mg/kg' }, value({ cmp: 'nd', unit: 'mg/kg' })],
  ['quantity', { text: '—' }, problem('empty', 'args.text')],
  ['quantity', { text: '2,5' }, problem('not-a-quantity', 'args.text')],
  ['quantity', { text: '8~4' }, problem('reversed-range', 'args.text')],
  ['quantity', {}, problem('bad-arguments', 'args.text')],
  ['quantity', { text: '5', more: 1 }, problem('bad-arguments', 'args.more')],
  ['convert', { value: '25', from: '℃', to: 'K' }, value({ comparable: true, value: 298.15 })],
  ['convert', { value: '1', from: '%', to: 'mg/kg' }, value({ comparable: false })],
  ['convert', { value: '1', from: '箱', to: 'kg' }, problem('unknown-unit', 'args.from')],
  ['convert', { value: '1,5', from: 'g', to: 'kg' }, problem('bad-number', 'args.value')],
  ['convert', { value: 5, from: 'g', to: 'kg' }, problem('bad-arguments', 'args.value')],
  ['due', { lastDate: '2024-01-31', months: 1 }, value('2024-02-29')],
  ['due', { lastDate: '2026-10-08', months: 12, label: 'dayBefore' }, value('2027-10-07')],
  ['due', { lastDate: '2026-02-30', months: 12 }, problem('bad-date', 'args.lastDate')],
  ['due', { lastDate: '2026-02-28', months: 0.5 }, problem('bad-interval', 'args.months')],
  ['uscc', { code: '91350100m000100y43' }, value({ valid: true, code: '91350100M000100Y43', orgCheck: true })],
  ['uscc', { code: '9135 0100-M000100Y43' }, value({ valid: true, code: '91350100M000100Y43', orgCheck: true })],
  ['uscc', { code: '91330600123456789D' }, value({ valid: true, code: '91330600123456789D', orgCheck: false })],
  ['uscc', { code: '91350100M000100Y4Z' }, value({ valid: false, position: 'alphabet', at: 18 })],
  ['uscc', { code: '9135010' }, value({ valid: false, position: 'length' })],
  ['uscc', { code: '91350100M000100Y44' }, value({ valid: false, position: 'check' })],
  ['uscc', { code: 'C1350100M000100Y43' }, value({ valid: false, position: 'authority', at: 1 })],
  ['uscc', { code: '91990100M000100Y43' }, value({ valid: false, position: 'region', at: 3 })],
  ['toString', {}, problem('unknown-function', 'fn')],
])('%s of %j', (fn, args, answer) => expect(asked(fn, args)).toEqual(answer))
