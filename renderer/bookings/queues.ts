// What waits for a person, for the home page: today's bookings, and those that something has to be done about.
import type { Booking } from '#shared/bookings/booking.ts'
import { applicationNumber, mustTell } from '#shared/bookings/standing.ts'
import { clockOf, DAY, dayOf, midnightOf } from '#shared/bookings/times.ts'
import { companyOf } from '#shared/companies/company.ts'
import type { Queue, Queued } from '../contribution.ts'
import { type DeskReads, live } from '../db/live.ts'
import { i18n } from '../i18n.ts'
import { isOf } from '../rights.ts'
import { clock } from './clock.ts'
import { boardPath, BOOKINGS_PATH, dayPath, slipPath } from './paths.ts'
import { words } from './words.ts'

const ALWAYS: [number, number] = [0, Number.MAX_SAFE_INTEGER]
const SHOWN = 5

const withStatus = async (reads: DeskReads, statuses: readonly Booking['status'][], [from, to] = ALWAYS): Promise<Booking[]> => {
  const found: Booking[] = []
  for (const status of statuses) found.push(...(await reads.listRange('bookings', 'status_start', [status, from], [status, to])))
  return found.sort((a, b) => a.start - b.start)
}

/** `path` null: to the day of the first. */
const queued = async (reads: DeskReads, bookings: readonly Booking[], path: string | null, time: (booking: Booking) => string): Promise<Queued> => {
  const rows: Queued['rows'] = []
  for (const booking of bookings.slice(0, SHOWN)) {
    const name = (await companyOf(reads, booking.company))?.name ?? i18n.global.t('bookings.unknownCompany')
    rows.push({ id: booking.id, title: isOf(STAFF) ? name : (booking.test?.parameter || booking.purpose || applicationNumber(booking)), hint: time(booking), path: slipPath(booking.id) })
  }
  const first = bookings[0] as Booking | undefined
  return { n: bookings.length, path: path ?? (first ? dayPath(first.resources[0], dayOf(first.start)) : BOOKINGS_PATH), rows }
}

/** Read anew in another language too. */
const follow = (read: () => (reads: DeskReads) => Promise<Queued>) => live(() => {
  void i18n.global.locale.value
  return read()
}, null)

const DESK = ['front', 'lab', 'admin'] as const
const STAFF = [...DESK, 'trainer'] as const
const OPEN = ['held', 'confirmed', 'checked_in'] as const
export const bookingQueues = (): Queue[] => [
  // A company follows all that it has asked for, the staff the day.
  { id: 'mine', icon: 'flask', label: 'bookings.queue.mine', order: 10, roles: ['company'], found: follow(() => {
    const day = dayOf(clock.value)
    return async reads => queued(reads, await withStatus(reads, OPEN, [midnightOf(day), ALWAYS[1]]), null, words.span)
  }) },
  { id: 'today', icon: 'flask', label: 'bookings.queue.today', order: 10, roles: STAFF, found: follow(() => {
    const day = dayOf(clock.value)
    return async reads => queued(reads, await withStatus(reads, OPEN, [midnightOf(day), midnightOf(day) + DAY]), boardPath(day), ({ start, end }) => `${clockOf(start)}–${clockOf(end)}`)
  }) },
  { id: 'approval', icon: 'question', label: 'bookings.queue.approval', order: 20, tone: 'warn', roles: ['lab', 'admin'], found: follow(() => async reads => queued(reads, (await withStatus(reads, ['held'])).filter(({ holdUntil }) => holdUntil === null), null, words.span)) },
  { id: 'waiting', icon: 'clock', label: 'bookings.queue.waiting', order: 30, tone: 'warn', found: follow(() => async reads => queued(reads, await withStatus(reads, ['waitlisted']), null, words.span)) },
  // Who still waits stands in the line before.
  { id: 'tell', icon: 'person', label: 'bookings.queue.tell', order: 40, tone: 'warn', roles: DESK, found: follow(() => async reads => queued(reads, (await withStatus(reads, ['held', 'rejected', 'expired'])).filter(mustTell), null, words.span)) },
]
