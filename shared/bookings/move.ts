// Another time for a booking that holds or waits for one.
import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { areDistinct, isTime, knownSlot, slotsField, timeFields } from './ask.ts'
import type { Booking, BookingTables, Resource } from './booking.ts'
import { mayChange } from './rights.ts'
import { alternatives, freeSlots, liveSlots, putSlots, refusedTime, resourcesOf, roomIn, wantedIn } from './room.ts'
import { bookingLocks } from './waiting.ts'

const moveArgs = z
  .object({ complex: z.uuid(), id: z.uuid(), change: z.uuid(), ...timeFields, slots: slotsField })
  .refine(isTime)
  .refine(areDistinct)

/** Frees the old time and takes the new one in one. Without room nothing changes: the old time, or the place in line, is kept. */
export const reschedule: Command<BookingTables, z.output<typeof moveArgs>> = {
  args: moveArgs,
  who: async (reads, args, access) => {
    const refusal = await mayChange(reads, args, access, ['front', 'lab', 'admin'], true)
    if (refusal || access.memberships.some(({ complex, role }) => complex === args.complex && role !== 'company')) return refusal
    for (const { resource } of args.slots) if (!(await reads.get('resources', resource))?.open) return { code: 'not-found' }
    return null
  },
  locks: (reads, { id, slots }) => bookingLocks(reads, id, slots.map(({ resource }) => resource)),
  run: async (tx, args, { now }) => {
    const booking = await tx.get('bookings', args.id)
    if (!booking) return fail({ code: 'not-found' })
    if (booking.moves.some(({ change }) => change === args.change)) return ok({ outcome: 'applied' })
    if (!MOVABLE.has(booking.status)) return fail({ code: 'bad-state', status: booking.status })
    const resources = await resourcesOf(tx, args.slots.map(({ resource }) => resource))
    if (!resources) return fail({ code: 'not-found' })
    const old = await liveSlots(tx, booking.id)
    const own = old.map(({ id }) => id)
    const wanted = await wantedIn(tx, resources, args.start, args.end, own)
    const refused = refusedTime(wanted, args) ?? (await knownSlot(tx, args.slots))
    if (refused) return fail({ code: refused })
    const lanes = roomIn(wanted, args)
    if (!lanes) return fail({ code: 'slot-taken', alternatives: await alternatives(tx, resources, args, own) })
    const { start, end } = args
    const moves = [...booking.moves, { change: args.change, start: booking.start, end: booking.end, resources: booking.resources, at: now }]
    const moved: Booking = { ...booking, ...stateAfter(booking, resources), start, end, resources: args.slots.map(({ resource }) => resource), moves }
    await freeSlots(tx, old, 'cancelled')
    await tx.put('bookings', moved)
    await putSlots(tx, moved, resources, args.slots, lanes)
    return ok({ outcome: 'applied' })
  },
}

const MOVABLE = new Set<Booking['status']>(['held', 'confirmed', 'waitlisted'])

/** A hold with an end keeps it; anything else is as if placed anew. */
const stateAfter = ({ status, holdUntil }: Booking, resources: readonly Resource[]): Pick<Booking, 'status'> => {
  if (status === 'held' && holdUntil !== null) return { status }
  return { status: resources.some(({ approval }) => approval) ? 'held' : 'confirmed' }
}
