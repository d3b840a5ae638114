import { expect, test } from 'vitest'
import type { Company } from './company.ts'
import { findable, findCompanies } from './find.ts'
import { eachOwner, linesOf } from './lines.ts'

const company = (id: string, name: string, more: Partial<Company> = {}): Company => ({ id, complex: 'c', name, uscc: null, address: null, contact: null, phone: null, mergedInto: null, registeredAt: 0, ...more })
const ALL = findable([
  company('1', '示例针织（绍兴）有限公司', { uscc: '91330602DEM0001296', phone: '138-0000-0012' }),
  company('2', '示例轴承股份有限公司', { phone: '0575-80000035' }),
  company('3', '甲针织厂'),
  company('4', '示例针织厂', { mergedInto: '5', phone: '0575-80000077' }),
  company('5', '示例织造', { mergedInto: '2' }),
])
const found = (text: string): string[] => findCompanies(ALL, text).map(({ company: { id }, by }) => `${id} ${by}`)

test('without a text all stand in the order of pinyin, aliases not', () => expect(findCompanies(ALL, ' ').map(({ company: { id } }) => id)).toEqual(['3', '1', '2']))
test.each([
  ['针织', ['3 name', '1 name', '2 name']],
  ['示例针织', ['1 name', '2 name']],
  ['针织(绍兴)', ['1 name']],
  ['slzz', ['1 initials', '2 initials']],
  ['zhenzhi', ['3 pinyin', '1 pinyin', '2 pinyin']],
  ['shilizhouc', ['2 pinyin']],
  ['henzhi', []],
  ['ZZC', ['3 initials', '2 initials']],
  ['0602 dem', ['1 code']],
  ['0012', ['1 code']],
  ['00000012', ['1 phone']],
  ['0035', ['2 phone']],
  ['0077', ['2 phone']],
  ['12', []],
  ['没有', []],
])('%s finds %j', (text, ids) => expect(found(text)).toEqual(ids))

test('lines are found by their end or inside, each once, with a word on its begin, and none over a line’s end', () => {
  const lines = linesOf([{ owner: 7, text: 'abab' }, { owner: 8, text: '' }, { owner: 9, text: 'cab' }])
  const found = (wanted: string, among = lines): string[] => {
    const owners: string[] = []
    eachOwner(among, wanted, (owner, begins) => owners.push(`${owner}${begins ? ' begins' : ''}`))
    return owners
  }
  expect([found('ab'), found('bab\n'), found('b\n'), found('abc'), found('ba')]).toEqual([['7 begins', '9'], ['7'], ['7', '9'], [], ['7']])
  expect(found('a', linesOf([]))).toEqual([])
})
