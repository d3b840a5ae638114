// What a booking is to a person, and what may be done with it.
import type { Booking, BookingStatus, Instant } from './booking.ts'
import { isOvertime } from './surcharge.ts'
import { dayOf } from './times.ts'

/**
 * `tentative` (暂定): a command of this computer that changed it still waits in the outbox, whatever the row says. `approval`: waits for the staff's word (待批), `overtime`: its time lies outside opening hours, which alone asks for it.
 * `held`: kept by its own wish (保留); `promoted`: came up from the waitlist; both until `until`. `waiting`: the `position`th in line, from 1.
 */
export type Standing = { tentative: boolean } & ({ is: Exclude<BookingStatus, 'held' | 'waitlisted'> } | { is: 'approval'; overtime: boolean } | { is: 'held' | 'promoted'; until: Instant } | { is: 'waiting'; position: number })

export const standingOf = ({ status, holdUntil, holding, override }: Booking, { tentative, position }: { tentative: boolean; position: number }): Standing => {
  if (status === 'waitlisted') return { tentative, is: 'waiting', position }
  if (status !== 'held') return { tentative, is: status }
  return holdUntil === null ? { tentative, is: 'approval', overtime: isOvertime(override) } : { tentative, is: holding === null ? 'promoted' : 'held', until: holdUntil }
}

/** The customer knows how it stands now. */
export const isTold = ({ told, status, start }: Booking): boolean => told?.status === status && told.start === start

/** Something happened to it that the customer did not ask for: it waits, came up, was turned down or ran out. */
export const mustTell = (booking: Booking): boolean => {
  const { status, holdUntil, holding } = booking
  return (status === 'waitlisted' || status === 'rejected' || status === 'expired' || (status === 'held' && holdUntil !== null && holding === null)) && !isTold(booking)
}

export type BookingAction = 'confirm' | 'reject' | 'checkIn' | 'finish' | 'noShow' | 'reschedule' | 'cancel'

/** What its state allows, likeliest first; `hasRoom`: there is room now for one who waits. Whose right it is the hub says. */
export const actionsOf = ({ status, holdUntil, start }: Booking, { now, hasRoom }: { now: Instant; hasRoom: boolean }): BookingAction[] => {
  if (status === 'waitlisted') return hasRoom ? ['confirm', 'reschedule', 'cancel'] : ['reschedule', 'cancel']
  if (status === 'held') return holdUntil !== null && holdUntil <= now ? ['reject', 'reschedule', 'cancel'] : ['confirm', 'reject', 'reschedule', 'cancel']
  if (status === 'confirmed') return start <= now ? ['checkIn', 'noShow', 'reschedule', 'cancel'] : ['checkIn', 'reschedule', 'cancel']
  return status === 'checked_in' ? ['finish', 'cancel'] : []
}

/** 申请号, known without a hub: the day of asking and six characters of the id's random part (Crockford's base 32). */
export const applicationNumber = ({ id, by }: Pick<Booking, 'id' | 'by'>): string => {
  let rest = Number.parseInt(id.slice(-8), 16)
  let tail = ''
  for (let i = 0; i < 6; i++, rest = Math.floor(rest / 32)) tail = BASE32[rest % 32] + tail
  return `${dayOf(by.at).replaceAll('-', '')}-${tail}`
}
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
