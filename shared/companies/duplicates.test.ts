import { expect, test } from 'vitest'
import type { Company, CompanyPair } from './company.ts'
import { alikeIn, duplicatesIn } from './duplicates.ts'
import { bareName } from './names.ts'
import { usccCheck } from './uscc.ts'

const code = (body: string): string => body + usccCheck(body)
const [X, Y] = [code('91330602147123456'), code('91330602147123457')]
let at = 0
const company = (id: string, name: string, more: Partial<Company> = {}): Company => ({ id, complex: 'k', name, uscc: null, address: null, contact: null, phone: null, mergedInto: null, registeredAt: at++, ...more })
const apart = (one: string, other: string): CompanyPair => ({ id: one + other, complex: 'k', one, other, apart: true, at: 0 })
const found = (companies: Company[], pairs: CompanyPair[] = []): string[] => duplicatesIn(companies, pairs).map(({ keep, alias, by }) => `${alias.id}>${keep.id} ${by.join('+')}`)

test.each([
  ['示例针织（绍兴）有限公司', '示例针织'],
  ['示例针织绍兴公司', '示例针织'],
  ['浙江绍兴有限公司', '浙江绍兴有限公司'],
  ['ACME (Shaoxing) Ltd', 'acmeshaoxingltd'],
])('%s is bare as %s', (name, bare) => expect(bareName(name)).toBe(bare))

test('the same bare name, code or phone makes two alike, the better known one stays', () => {
  const two = [company('a', '示例针织绍兴公司', { phone: '138 0000-0012' }), company('b', '示例针织（绍兴）有限公司', { uscc: X, phone: '13800000012' })]
  expect(found(two)).toEqual(['a>b name+phone'])
  expect(found([company('a', '甲布', { uscc: X }), company('b', '乙布', { uscc: X })])).toEqual(['b>a code'])
  expect(found([company('a', '甲布', { phone: '0012' }), company('b', '乙布', { phone: '0012' })])).toEqual([])
})
test('two codes that fit and differ are two companies', () => expect(found([company('a', '示例针织', { uscc: X, phone: '13800000012' }), company('b', '示例针织', { uscc: Y, phone: '13800000012' })])).toEqual([]))
test('what is one already, or was told apart, is proposed no more, whichever of its names was meant', () => {
  const three = [company('a', '示例针织'), company('b', '示例针织厂', { mergedInto: 'a' }), company('c', '示例针织有限公司')]
  expect(found(three)).toEqual(['c>a name'])
  expect(found(three, [apart('c', 'b')])).toEqual([])
  expect(found(three, [{ ...apart('c', 'b'), apart: false }])).toEqual(['c>a name'])
})
test('a name, code or phone of an alias speaks for its company', () => expect(found([company('a', '示例针织'), company('b', '甲布', { mergedInto: 'a' }), company('c', '甲布有限公司')])).toEqual(['c>a name']))

test('one that is typed is like those that it shares name, code or phone with, and like what an alias means', () => {
  const known = company('a', '示例针织（绍兴）有限公司', { phone: '138-0000-0012' })
  const near = alikeIn([known, company('b', '示例旧名染整有限公司', { mergedInto: 'a' })])
  expect(near({ name: '示例针织绍兴公司', uscc: null, phone: '13800000012' })).toEqual([{ company: known, by: ['name', 'phone'] }])
  expect(near({ name: '示例旧名染整', uscc: null, phone: null })).toEqual([{ company: known, by: ['name'] }])
  expect(near({ name: '', uscc: null, phone: null })).toEqual([])
  expect(near({ name: '示例轴承', uscc: null, phone: null })).toEqual([])
})
