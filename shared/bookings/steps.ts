// Steps of a booking from one state to the next.
import { z } from 'zod'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { Command, CommandProblem, Done, Stamp } from '#shared/sync/command.ts'
import type { Tx } from '#shared/sync/tx.ts'
import type { Booking, BookingStatus, BookingTables } from './booking.ts'
import { isLate } from './late.ts'
import { BOOKING_RIGHTS, type BookingRight, mayChange } from './rights.ts'
import { alternatives, freeSlots, keepSlots, liveSlots, piecesOf, putSlots, roomFor } from './room.ts'
import { isTold } from './standing.ts'
import { bookingLocks } from './waiting.ts'

const stepArgs = z.object({ complex: z.uuid(), id: z.uuid(), reason: z.string().trim().max(200).nullable() })
type StepArgs = z.output<typeof stepArgs>

type Step = { to: BookingStatus; right: BookingRight; take: (tx: Tx<BookingTables>, booking: Booking, args: StepArgs, stamp: Stamp) => Promise<Result<Done, CommandProblem>> }

/** A booking that is already where the step leads is left as it is. */
const step = ({ to, right, take }: Step): Command<BookingTables, StepArgs> => ({
  args: stepArgs,
  who: (reads, args, access) => mayChange(reads, args, access, right),
  locks: (reads, { id }) => bookingLocks(reads, id),
  run: async (tx, args, stamp) => {
    const booking = await tx.get('bookings', args.id)
    if (!booking) return fail({ code: 'not-found' })
    return booking.status === to ? ok(APPLIED) : take(tx, booking, args, stamp)
  },
})

const APPLIED: Done = { outcome: 'applied' }
const badState = ({ status }: Booking): Result<Done, CommandProblem> => fail({ code: 'bad-state', status })

/** The time is given back; on the hub whoever waited for it moves up in the same transaction. */
const end = async (tx: Tx<BookingTables>, booking: Booking, status: BookingStatus, reason: string | null, ended?: Booking['ended']): Promise<Result<Done, CommandProblem>> => {
  const slots = await liveSlots(tx, booking.id)
  await tx.put('bookings', { ...booking, status, holding: null, reason, ...(ended && { ended }) })
  await freeSlots(tx, slots, status)
  return ok(APPLIED)
}

/** The time stays the booking's own. */
const goOn = async (tx: Tx<BookingTables>, booking: Booking, status: BookingStatus): Promise<Result<Done, CommandProblem>> => {
  const slots = await liveSlots(tx, booking.id)
  await tx.put('bookings', { ...booking, status, holding: null, holdUntil: null })
  await keepSlots(tx, slots, status)
  return ok(APPLIED)
}

export const cancel = step({
  to: 'cancelled',
  right: BOOKING_RIGHTS.cancel,
  take: async (tx, booking, { reason }, { now, user }) =>
    ['held', 'confirmed', 'waitlisted', 'checked_in'].includes(booking.status) ? end(tx, booking, 'cancelled', reason, { at: now, user, late: isLate(booking, (await piecesOf(tx, booking)) ?? [], now) }) : badState(booking),
})

export const confirm = step({
  to: 'confirmed',
  right: BOOKING_RIGHTS.confirm,
  take: async (tx, booking, _, { now }) => {
    if (booking.status === 'waitlisted') return seat(tx, booking)
    if (booking.status !== 'held') return badState(booking)
    if (booking.holdUntil !== null && booking.holdUntil <= now) return fail({ code: 'hold-expired', holdUntil: booking.holdUntil })
    return goOn(tx, booking, 'confirmed')
  },
})

/** Straight from the line, where there is room: one who was passed over, say. */
const seat = async (tx: Tx<BookingTables>, booking: Booking): Promise<Result<Done, CommandProblem>> => {
  const pieces = await piecesOf(tx, booking)
  if (!pieces) return fail({ code: 'not-found' })
  const lanes = await roomFor(tx, pieces, booking.start)
  if (!lanes) return fail({ code: 'slot-taken', alternatives: await alternatives(tx, pieces, booking.start) })
  const slots = await liveSlots(tx, booking.id)
  const seated: Booking = { ...booking, status: 'confirmed' }
  await tx.put('bookings', seated)
  await putSlots(tx, seated, pieces, slots, lanes)
  return ok(APPLIED)
}

export const reject = step({
  to: 'rejected',
  right: BOOKING_RIGHTS.reject,
  take: (tx, booking, { reason }) => (booking.status === 'held' ? end(tx, booking, 'rejected', reason) : Promise.resolve(badState(booking))),
})

/** Only the hub's own client, whose clock counts, says that a hold has run out, or that what was waited for has begun. */
export const expire = step({
  to: 'expired',
  right: BOOKING_RIGHTS.expire,
  take: (tx, booking, _, { now }) => {
    const due = booking.status === 'held' ? booking.holdUntil : booking.status === 'waitlisted' ? booking.start : null
    return due !== null && due <= now ? end(tx, booking, 'expired', null) : Promise.resolve(badState(booking))
  },
})

/** A person leaves it in line: nothing asks about the lost time any more. One that has its time by then has nothing to ask about either. */
export const stay: Command<BookingTables, StepArgs> = {
  args: stepArgs,
  who: (reads, args, access) => mayChange(reads, args, access, BOOKING_RIGHTS.stay),
  locks: (_, { id }) => Promise.resolve([{ table: 'bookings', id }]),
  run: async (tx, { id }) => {
    const booking = await tx.get('bookings', id)
    if (!booking) return fail({ code: 'not-found' })
    if (booking.status === 'waitlisted' && !booking.stays) await tx.put('bookings', { ...booking, stays: true })
    return ok(APPLIED)
  },
}

export const checkIn = step({
  to: 'checked_in',
  right: BOOKING_RIGHTS.checkIn,
  take: (tx, booking) => (booking.status === 'confirmed' ? goOn(tx, booking, 'checked_in') : Promise.resolve(badState(booking))),
})

/** It ends here; what is left of its time is given back. */
export const finish = step({
  to: 'done',
  right: BOOKING_RIGHTS.finish,
  take: (tx, booking) => (booking.status === 'checked_in' ? end(tx, booking, 'done', booking.reason) : Promise.resolve(badState(booking))),
})

/** 爽约: nobody came. Not before its time has begun. */
export const noShow = step({
  to: 'no_show',
  right: BOOKING_RIGHTS.noShow,
  take: (tx, booking, { reason }, { now, user }) => {
    if (booking.status !== 'confirmed') return Promise.resolve(badState(booking))
    return now < booking.start ? Promise.resolve(fail({ code: 'too-early' as const, start: booking.start })) : end(tx, booking, 'no_show', reason, { at: now, user, late: true })
  },
})

/** The customer has been told how it stands now (客户已通知); what happens to it later asks again. */
export const tell: Command<BookingTables, StepArgs> = {
  args: stepArgs,
  who: (reads, args, access) => mayChange(reads, args, access, BOOKING_RIGHTS.tell),
  locks: (_, { id }) => Promise.resolve([{ table: 'bookings', id }]),
  run: async (tx, { id }, { now, user }) => {
    const booking = await tx.get('bookings', id)
    if (!booking) return fail({ code: 'not-found' })
    if (!isTold(booking)) await tx.put('bookings', { ...booking, told: { status: booking.status, start: booking.start, user, at: now } })
    return ok(APPLIED)
  },
}
