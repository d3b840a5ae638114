import { companyOf } from '#shared/companies/company.ts'
import type { Refusal } from '#shared/sync/command.ts'
import { staffOnly } from '#shared/sync/rights.ts'
import { type Access, type Role, isStaff, within } from '#shared/sync/scopes.ts'
import type { Reads } from '#shared/sync/tx.ts'
import type { Booking, BookingTables } from './booking.ts'

type Reading = Reads<BookingTables>

/** Staff may ask for any company of their complex, a company's user for its own, and only what is open to companies. */
export const mayAsk = async (reads: Reading, { complex, company, slots }: { complex: string; company: string; slots: readonly { resource: string }[] }, access: Access): Promise<Refusal | null> => {
  const here = within(access, complex)
  if (here.length === 0) return { code: 'forbidden' }
  if (here.some(isStaff)) return null
  const meant = await companyOf(reads, company)
  if (!here.some(one => one.company === company || one.company === meant?.id)) return { code: 'not-found' }
  for (const { resource } of slots) if (!(await reads.get('resources', resource))?.open) return { code: 'not-found' }
  return null
}

/** A rule is passed over by staff alone. */
export const mayOverride = ({ complex, override }: { complex: string; override?: object | undefined }, access: Access): Refusal | null => (override === undefined ? null : staffOnly({ complex }, access))

/** Work is given to another lab by staff alone. */
export const maySubcontract = ({ complex, test }: { complex: string; test?: { subcontract?: object | undefined } | undefined }, access: Access): Refusal | null => (test?.subcontract === undefined ? null : staffOnly({ complex }, access))

/** `roles` may do it to any booking of the complex; `own`: a company's user to its own bookings. */
export type BookingRight = { roles: readonly Role[]; own: boolean }
const DESK: readonly Role[] = ['front', 'lab', 'admin']
const LAB: readonly Role[] = ['lab', 'admin']
const STAFF: readonly Role[] = ['front', 'lab', 'trainer', 'admin']

/** Whose right each step is; `expire` is the hub's own client's. */
export const BOOKING_RIGHTS = {
  cancel: { roles: DESK, own: true },
  confirm: { roles: LAB, own: false },
  reject: { roles: LAB, own: false },
  expire: { roles: ['hub'], own: false },
  stay: { roles: DESK, own: true },
  checkIn: { roles: DESK, own: false },
  finish: { roles: DESK, own: false },
  noShow: { roles: DESK, own: false },
  tell: { roles: DESK, own: false },
  inform: { roles: DESK, own: false },
  subcontract: { roles: STAFF, own: false },
  reschedule: { roles: DESK, own: true },
} satisfies { [step: string]: BookingRight }

/** What one may not see is not found. */
export const mayDo = ({ complex, company }: Pick<Booking, 'complex' | 'company'>, { roles, own }: BookingRight, access: Access): Refusal | null => {
  const here = within(access, complex)
  if (here.some(({ role }) => roles.includes(role))) return null
  if (here.some(one => one.role === 'company' && one.company === company)) return own ? null : { code: 'forbidden' }
  return here.some(isStaff) ? { code: 'forbidden' } : { code: 'not-found' }
}

export const mayChange = async (reads: Reading, { complex, id }: { complex: string; id: string }, access: Access, right: BookingRight): Promise<Refusal | null> => {
  if (within(access, complex).length === 0) return { code: 'forbidden' }
  const booking = await reads.get('bookings', id)
  return booking ? mayDo({ complex, company: booking.company }, right, access) : { code: 'not-found' }
}
