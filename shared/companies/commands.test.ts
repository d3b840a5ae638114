import { expect, test } from 'vitest'
import type { Access, Role } from '#shared/sync/scopes.ts'
import type { Reads } from '#shared/sync/tx.ts'
import { patch, register } from './commands.ts'
import type { Company, CompanyTables } from './company.ts'

const id = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`
const COMPLEX = id(0)
const COMPANY: Company = { id: id(1), complex: COMPLEX, name: '甲', uscc: null, address: null, contact: null, phone: null, mergedInto: null, registeredAt: 0 }
const reads = { get: () => Promise.resolve(COMPANY) } as unknown as Reads<CompanyTables>
const as = (role: Role): Access => ({ user: id(2), memberships: [{ complex: COMPLEX, role, company: role === 'company' ? COMPANY.id : null }] })
const change = (field: 'uscc' | 'phone') => ({ complex: COMPLEX, id: COMPANY.id, fields: { [field]: { old: null, new: '1', conflict: id(3) } } })

test('a code that is not right yet is taken and looked up nowhere', async () => {
  const args = register.args.parse({ ...COMPANY, uscc: ' 91330602DOEM002110 ' })
  expect(args.uscc).toBe('91330602DOEM002110')
  expect(await register.locks(reads, args)).toEqual([])
})

test('a company changes its phone itself, its code by the staff alone', async () => {
  expect(await patch.who(reads, change('phone'), as('company'))).toBeNull()
  expect(await patch.who(reads, change('uscc'), as('company'))).toEqual({ code: 'forbidden' })
  expect(await patch.who(reads, change('uscc'), as('front'))).toBeNull()
})
