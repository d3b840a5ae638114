// What a page offers is what the command's own rule grants: each is asked of the rule that commands ask, for each role.
import { afterEach, describe, expect, test } from 'vitest'
import type { Booking } from '#shared/bookings/booking.ts'
import { BOOKING_RIGHTS, mayDo } from '#shared/bookings/rights.ts'
import { keepsFor } from '#shared/instruments/rights.ts'
import type { Access, Role } from '#shared/sync/scopes.ts'
import { ALONE, isOf, isStaff, managesLabs, may, who } from './rights.ts'

const work = (role: Role, company: string | null = null) => { who.value = { complex: 'k', access: { user: 'u', memberships: [{ complex: 'k', role, company }] } } }
const step = (name: keyof typeof BOOKING_RIGHTS, company: string) => may((booking: Pick<Booking, 'complex' | 'company'>, access: Access) => mayDo(booking, BOOKING_RIGHTS[name], access), { company })
afterEach(() => { who.value = ALONE })

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
})
