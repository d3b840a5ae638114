// What the customer of a booked test was told and consented to, noted afterwards.
import { z } from 'zod'
import { isLooseDate } from '#shared/lib/dates.ts'
import { fail, ok } from '#shared/lib/result.ts'
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import type { Command } from '#shared/sync/command.ts'
import { subcontractField } from './booked-test.ts'
import { type Booking, type BookingTables, OPEN_STATUSES, TOLD_PLANS, TOLD_WAYS } from './booking.ts'
import { BOOKING_RIGHTS, mayChange } from './rights.ts'
import { DAY, dayOf } from './times.ts'

/** A day of grace: the desk's clock and the hub's need not agree. */
const isAhead = (day: string | undefined, now: number): boolean => day !== undefined && day > dayOf(now + DAY)

const markArgs = z.object({ complex: z.uuid(), id: z.uuid(), subcontract: subcontractField.nullable() })

/** What stands is still to be done: as long as nothing of the customer's has come in. */
export const mayBeSubcontracted = ({ status, test }: Pick<Booking, 'status' | 'test'>): boolean => test !== undefined && (status === 'waitlisted' || status === 'held' || status === 'confirmed')

/** 分包 of a booking that stands, or taken back (null). Another consent than the one that is noted needs that one taken back first. The scope's answer stays as it is. */
export const subcontract: Command<BookingTables, z.output<typeof markArgs>> = {
  args: markArgs,
  who: (reads, args, access) => mayChange(reads, args, access, BOOKING_RIGHTS.subcontract),
  locks: (_, { id }) => Promise.resolve([{ table: 'bookings', id }]),
  run: async (tx, { id, subcontract: to }, { now }) => {
    const booking = await tx.get('bookings', id)
    if (!booking) return fail({ code: 'not-found' })
    const { subcontract: held, ...test } = booking.test ?? {}
    if (canonicalJson(held ?? null) === canonicalJson(to)) return ok({ outcome: 'applied' })
    if (!booking.test || !mayBeSubcontracted(booking) || (held && to)) return fail({ code: 'bad-state', status: booking.status })
    if (isAhead(to?.day, now)) return fail({ code: 'validation' })
    await tx.put('bookings', { ...booking, test: { ...(test as typeof booking.test), ...(to && { subcontract: to }) } })
    return ok({ outcome: 'applied' })
  },
}

const informArgs = z.object({
  complex: z.uuid(), id: z.uuid(), plan: z.enum(TOLD_PLANS), way: z.enum(TOLD_WAYS), newer: z.string().trim().min(1).max(120).nullable(), to: z.string().trim().min(1).max(200).nullable(),
  day: z.string().refine(text => text.length === 10 && isLooseDate(text)),
})

/** 告知: the customer knows what will become of the test. The last word counts. */
export const inform: Command<BookingTables, z.output<typeof informArgs>> = {
  args: informArgs,
  who: (reads, args, access) => mayChange(reads, args, access, BOOKING_RIGHTS.inform),
  locks: (_, { id }) => Promise.resolve([{ table: 'bookings', id }]),
  run: async (tx, { id, plan, way, newer, to, day }, { now, user }) => {
    const booking = await tx.get('bookings', id)
    if (!booking) return fail({ code: 'not-found' })
    const { informed } = booking
    if (informed && informed.plan === plan && informed.way === way && informed.newer === newer && informed.to === to && informed.day === day) return ok({ outcome: 'applied' })
    if (!booking.test || !OPEN_STATUSES.some(status => status === booking.status)) return fail({ code: 'bad-state', status: booking.status })
    if (isAhead(day, now)) return fail({ code: 'validation' })
    await tx.put('bookings', { ...booking, informed: { plan, way, newer, to, day, user, at: now } })
    return ok({ outcome: 'applied' })
  },
}

/** The customer knows of the edition that is in force now. */
export const isInformed = ({ informed }: Pick<Booking, 'informed'>, newer: string | null): boolean => informed !== undefined && informed.newer === newer
