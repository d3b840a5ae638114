// Another time for a booking that holds or waits for one, and with it another test where one is named.
import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { areDistinct, holdsEnough, isTime, knownSlot, overrideField, placedAs, shapeAsked, slotsField, timeFields } from './ask.ts'
import { bookedTest, retested, testField } from './booked-test.ts'
import { type BookedTest, type Booking, type BookingTables, HOLDS } from './booking.ts'
import { giveTime } from './give-time.ts'
import { isLate } from './late.ts'
import { testAt } from './need.ts'
import { alternativesBetween, neighboursOf, orderLocks, outOfOrder } from './order.ts'
import { BOOKING_RIGHTS, mayChange, mayOverride, maySubcontract } from './rights.ts'
import { freeSlots, liveSlots, piecesOf, putSlots, roomIn } from './room.ts'
import type { Piece } from './slots.ts'
import { isOvertime } from './surcharge.ts'
import { bookingLocks } from './waiting.ts'

const moveArgs = z
  .object({ complex: z.uuid(), id: z.uuid(), change: z.uuid(), ...timeFields, slots: slotsField, override: overrideField, test: testField })
  .refine(isTime)
  .refine(areDistinct)

/** Frees the old time and takes the new one in one; a step of a chain stays between those before and behind it. Without room nothing changes: the old time, or the place in line, is kept. */
export const reschedule: Command<BookingTables, z.output<typeof moveArgs>> = {
  args: moveArgs,
  who: async (reads, args, access) => {
    const refusal = (await mayChange(reads, args, access, BOOKING_RIGHTS.reschedule)) ?? mayOverride(args, access) ?? maySubcontract(args, access)
    if (refusal || access.memberships.some(({ complex, role }) => complex === args.complex && role !== 'company')) return refusal
    for (const { resource } of args.slots) if (!(await reads.get('resources', resource))?.open) return { code: 'not-found' }
    return null
  },
  locks: async (reads, { id, slots }) => [...(await bookingLocks(reads, id, slots.map(({ resource }) => resource))), ...(await orderLocks(reads, id))],
  run: async (tx, args, stamp) => {
    const booking = await tx.get('bookings', args.id)
    if (!booking) return fail({ code: 'not-found' })
    if (booking.moves.some(({ change }) => change === args.change)) return ok({ outcome: 'applied' })
    if (!MOVABLE.has(booking.status)) return fail({ code: 'bad-state', status: booking.status })
    // The same test again is no other: it keeps its price, its consent and what was told of it.
    const other = args.test && (args.test.id !== booking.test?.id || args.test.urgency !== booking.test.urgency) ? args.test : undefined
    if (other && booking.test?.subcontract) return fail({ code: 'bad-state', status: booking.status })
    const booked = other ? undefined : booking.test && (await testAt(tx, { ...booking, test: booking.test }, shapeAsked(args)))
    if (booked === null) return fail({ code: 'not-this-test' })
    const old = await liveSlots(tx, booking.id)
    const own = old.map(({ id }) => id)
    const given = await giveTime(tx, shapeAsked(args), { company: booking.company, override: args.override, stamp, moving: { id: booking.id, own } })
    if (!given.ok) return given
    const refused = await knownSlot(tx, args.slots)
    if (refused) return fail({ code: refused })
    const around = await neighboursOf(tx, booking)
    const wrong = outOfOrder(around, args)
    if (wrong) return fail(wrong)
    const { pieces, wanted, override } = given.value
    const after = stateAfter(booking, pieces)
    if ({ ...booking, ...after }.holding !== null && (await holdsEnough(tx, { ...booking, ...shapeAsked(args) }))) return fail({ code: 'hold-limit', limit: HOLDS })
    const lanes = roomIn(wanted, args.start)
    if (!lanes) return fail({ code: 'slot-taken', alternatives: await alternativesBetween(tx, around, pieces, args.start, own) })
    const made = other && (await bookedTest(tx, other, shapeAsked(args), isOvertime(override)))
    if (made?.ok === false) return made
    const test = made?.value ?? (booked && (await retested(tx, booked, args, pieces.at(-1)?.resource.site ?? null, isOvertime(override))))
    await freeSlots(tx, old, 'cancelled')
    const moved = movedTo(booking, { ...shapeAsked(args), ...after, ...(test && { test }), ...(override && { override }) }, { change: args.change, at: stamp.now, ...(made && booking.test && { test: booking.test }), late: isLate(booking, (await piecesOf(tx, booking)) ?? [], stamp.now) })
    await tx.put('bookings', moved)
    await putSlots(tx, moved, pieces, args.slots, lanes)
    return ok({ outcome: 'applied' })
  },
}

const movedTo = (booking: Booking, to: Pick<Booking, 'resources' | 'start' | 'end' | 'parts' | 'status' | 'test' | 'override'> & Partial<Pick<Booking, 'holdUntil' | 'holding'>>, { late, ...how }: { change: string; at: number; late: boolean; test?: BookedTest }): Booking => {
  const { start, end, resources, parts } = booking
  const moved = { ...booking, ...to, moves: [...booking.moves, { ...how, start, end, resources, ...(parts && { parts }), ...(late && { late }) }] }
  // Both speak of the time they were given for.
  if (!to.parts) delete moved.parts
  if (!to.override) delete moved.override
  // Nobody was told of the other test.
  if (how.test) delete moved.informed
  return moved
}

const MOVABLE = new Set<Booking['status']>(['held', 'confirmed', 'waitlisted'])

/** A hold with an end keeps it, but not in overtime, which waits for the lab; anything else is as if placed anew. */
const stateAfter = ({ status, holdUntil }: Booking, pieces: readonly Piece[]): Pick<Booking, 'status'> & Partial<Pick<Booking, 'holdUntil' | 'holding'>> => {
  if (pieces.some(({ always }) => always)) return { status: placedAs(pieces), holdUntil: null, holding: null }
  if (status === 'held' && holdUntil !== null) return { status }
  return { status: placedAs(pieces) }
}
