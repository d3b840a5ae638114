// What a page offers is what the command's own rule grants: each is asked of the rule that commands ask, for each role.
import { afterEach, describe, expect, test } from 'vitest'
import type { Booking } from '#shared/bookings/booking.ts'
import { BOOKING_RIGHTS, mayDo } from '#shared/bookings/rights.ts'
import { keepsFor } from '#shared/instruments/rights.ts'
import type { Access, Role } from '#shared/sync/scopes.ts'
import { manages } from '#shared/labs/rights.ts'
import { adminOnly, staffOnly } from '#shared/sync/rights.ts'
import { actingRole, ALONE, chosenRole, isOf, isStaff, managesLabs, may, mayOpen, ownRoles, rolesThatMay, who } from './rights.ts'

const work = (role: Role, company: string | null = null) => { who.value = { complex: 'k', access: { user: 'u', memberships: [{ complex: 'k', role, company }] } } }
const step = (name: keyof typeof BOOKING_RIGHTS, company: string) => may((booking: Pick<Booking, 'complex' | 'company'>, access: Access) => mayDo(booking, BOOKING_RIGHTS[name], access), { company })
afterEach(() => {
  who.value = ALONE
  chosenRole.value = null
})

describe('rights', () => {
  test('a computer alone may do all', () => {
    expect([managesLabs.value, isStaff.value, may(keepsFor, { company: null }), step('confirm', 'c')]).toEqual([true, true, true, true])
  })
  test('the front desk neither keeps labs nor confirms', () => {
    work('front')
    expect([managesLabs.value, isStaff.value, may(keepsFor, { company: null }), may(keepsFor, { company: 'c' })]).toEqual([false, true, false, true])
    expect([step('confirm', 'c'), step('reject', 'c'), step('checkIn', 'c'), step('cancel', 'c')]).toEqual([false, false, true, true])
  })
  test('a company’s user does its own, and only what is its own to do', () => {
    work('company', 'c')
    expect([managesLabs.value, isStaff.value, may(keepsFor, { company: 'c' })]).toEqual([false, false, false])
    expect([step('cancel', 'c'), step('reschedule', 'c'), step('checkIn', 'c'), step('cancel', 'd')]).toEqual([true, true, false, false])
    expect([isOf(['front', 'lab', 'admin']), isOf(['company']), isOf()]).toEqual([false, true, true])
  })
  test('a page is of the roles to which its commands’ rule says yes', () => {
    expect([rolesThatMay(adminOnly), rolesThatMay(manages), rolesThatMay(staffOnly)]).toEqual([['admin'], ['lab', 'admin'], ['front', 'lab', 'trainer', 'admin']])
    work('front')
    expect([mayOpen(), mayOpen(staffOnly), mayOpen(manages), mayOpen(adminOnly)]).toEqual([true, true, false, false])
    work('company', 'c')
    expect([mayOpen(), mayOpen(staffOnly)]).toEqual([true, false])
    who.value = ALONE
    expect([mayOpen(staffOnly), mayOpen(adminOnly)]).toEqual([true, true])
  })
  test('of several roles the chosen one decides what is shown, never what may be done', () => {
    who.value = { complex: 'k', access: { user: 'u', memberships: (['admin', 'front'] as const).map(role => ({ complex: 'k', role, company: null })) } }
    expect([ownRoles.value, actingRole.value, isOf(['admin']), mayOpen(adminOnly), may(adminOnly)]).toEqual([['front', 'admin'], 'front', false, false, true])
    chosenRole.value = 'admin'
    expect([actingRole.value, isOf(['admin']), isOf(['front']), mayOpen(adminOnly)]).toEqual(['admin', true, false, true])
    // One that was taken away since is nobody's choice any more.
    chosenRole.value = 'lab'
    expect(actingRole.value).toBe('front')
  })
})
