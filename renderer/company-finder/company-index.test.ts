import { expect, test } from 'vitest'
import type { Company } from '#shared/companies/company.ts'
import { FOUND_BY } from '#shared/companies/find.ts'
import { companyIndex } from './company-index.ts'
import { NOT_BY } from './protocol.ts'

const company = (id: string, name: string, more: Partial<Company> = {}): Company => ({ id, complex: 'x', name, uscc: null, address: null, contact: null, phone: null, mergedInto: null, registeredAt: 0, ...more })

test('answers with the numbers in which companies were first told, and follows what changes', () => {
  const ask = companyIndex()
  const find = (text: string, most = Infinity) => {
    const reply = ask({ say: 'find', id: 1, text, most })
    return reply?.say === 'found' ? [reply.total, [...reply.places], [...reply.by].map(by => (by === NOT_BY ? null : FOUND_BY[by]))] : null
  }
  expect(ask({ say: 'rows', rows: [company('b', '示例轴承'), company('a', '示例纺织')], gone: [] })).toBeNull()
  expect(find('')).toEqual([2, [1, 0], [null, null]])
  expect(find('', 1)).toEqual([2, [1], [null]])
  expect(find('slzc')).toEqual([1, [0], ['initials']])
  ask({ say: 'rows', rows: [company('c', '示例针织'), company('b', '示例风机')], gone: ['a'] })
  expect(find('示例')).toEqual([2, [0, 2], ['name', 'name']])
  ask({ say: 'rows', rows: [company('d', '示例风机')], gone: [] })
  expect(ask({ say: 'alike', id: 2, pairs: [] })).toEqual({ say: 'alike', id: 2, alike: [{ keep: 0, alias: 3, by: ['name'] }] })
})
