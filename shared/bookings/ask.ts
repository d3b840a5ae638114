// Asking for time: place and hold.
import { z } from 'zod'
import { companyOf } from '#shared/companies/company.ts'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { Command, CommandProblem, Done, Refusal, Stamp } from '#shared/sync/command.ts'
import { type Access, isStaff, within } from '#shared/sync/scopes.ts'
import type { Reads, Tx } from '#shared/sync/tx.ts'
import { type Booking, type BookingTables, HOLDS, type Resource } from './booking.ts'
import { mayAsk } from './rights.ts'
import { alternatives, putSlots, refusedTime, resourcesOf, roomIn, wantedIn } from './room.ts'
import { readCalendar } from './calendar.ts'
import { afterOpeningTime } from './slots.ts'
import { nextWaitSeq, waitersOf } from './waiting.ts'

/** A time at most a week long: with its buffers it stays below `LONGEST`. */
export const timeFields = { start: z.int().min(0), end: z.int().min(0) }
export const slotsField = z.array(z.object({ id: z.uuid(), resource: z.uuid() })).min(1).max(8)
type Asked = { start: number; end: number; slots: { id: string; resource: string }[] }
export const isTime = ({ start, end }: Asked): boolean => start < end && end - start <= WEEK
export const areDistinct = ({ slots }: Asked): boolean => new Set(slots.flatMap(({ id, resource }) => [id, resource])).size === slots.length * 2
const WEEK = 7 * 24 * 3600_000

const askArgs = z
  .object({ complex: z.uuid(), id: z.uuid(), company: z.uuid(), purpose: z.string().trim().max(200), ...timeFields, slots: slotsField })
  .refine(isTime)
  .refine(areDistinct)
type Ask = z.output<typeof askArgs>

const asking = (run: Command<BookingTables, Ask>['run']): Command<BookingTables, Ask> => ({
  args: askArgs,
  who: async (reads, args, access) => (await mayAsk(reads, args, access)) ?? (await mayStand(reads, args, access)),
  locks: (_, { slots }) => Promise.resolve(slots.map(({ resource }) => ({ table: 'resources', id: resource }))),
  run: async (tx, args, stamp) => {
    const held = await tx.get('bookings', args.id)
    return held ? ok(standing(held)) : run(tx, args, stamp)
  },
})

/** An id that is taken already must be a booking of one's own, else it is not found. */
const mayStand = async (reads: Reads<BookingTables>, { complex, id }: Ask, access: Access): Promise<Refusal | null> => {
  const held = await reads.get('bookings', id)
  if (!held || within(access, complex).some(one => isStaff(one) || one.company === held.company)) return null
  return { code: 'not-found' }
}

/** Takes the time when all of the resources have room, else stands in line for it. */
export const place = asking(async (tx, args, stamp) => {
  const checked = await check(tx, args)
  if (!checked.ok) return checked
  const { resources, company, lanes } = checked.value
  const booking = bookingOf(args, company, stamp)
  if (lanes) {
    await putBooking(tx, { ...booking, status: resources.some(({ approval }) => approval) ? 'held' : 'confirmed' }, resources, args, lanes)
    return ok({ outcome: 'applied' })
  }
  const facts = { position: (await waitersOf(tx, booking.resources, args)).length + 1, alternatives: await alternatives(tx, resources, args) }
  await putBooking(tx, { ...booking, waitSeq: await nextWaitSeq(tx, booking.resources) }, resources, args, null)
  return ok({ outcome: 'waitlisted', code: 'slot-taken', facts })
})

/** Keeps the time for some opening hours (保留); it never waits. */
export const hold = asking(async (tx, args, stamp) => {
  const checked = await check(tx, args)
  if (!checked.ok) return checked
  const { resources, company, lanes } = checked.value
  const own = await tx.listBy('bookings', 'holding', company)
  if (resources.some(({ id }) => own.filter(one => one.resources.includes(id)).length >= HOLDS)) return fail({ code: 'hold-limit', limit: HOLDS })
  if (!lanes) return fail({ code: 'slot-taken', alternatives: await alternatives(tx, resources, args) })
  const booking: Booking = { ...bookingOf(args, company, stamp), status: 'held', holdUntil: await holdEnd(tx, resources, stamp.now), holding: company }
  await putBooking(tx, booking, resources, args, lanes)
  return ok({ outcome: 'applied' })
})

/** A hold ends when the first of its resources has been open long enough. */
export const holdEnd = async (reads: Reads<BookingTables>, resources: readonly Resource[], now: number): Promise<number> => {
  let first = Infinity
  for (const { complex, hours, holdMin } of resources) first = Math.min(first, afterOpeningTime(hours, await readCalendar(reads, complex, now, now + YEAR), now, holdMin))
  return first
}
const YEAR = 365 * 24 * 3600_000

/** `lanes` null: it could be asked for, but there is no room. */
const check = async (reads: Reads<BookingTables>, args: Ask): Promise<Result<{ resources: Resource[]; company: string; lanes: number[] | null }, CommandProblem>> => {
  const company = await companyOf(reads, args.company)
  const resources = await resourcesOf(reads, args.slots.map(({ resource }) => resource))
  if (!company || !resources) return fail({ code: 'not-found' })
  const wanted = await wantedIn(reads, resources, args.start, args.end)
  const refused = refusedTime(wanted, args) ?? (await knownSlot(reads, args.slots))
  return refused ? fail({ code: refused }) : ok({ resources, company: company.id, lanes: roomIn(wanted, args) })
}

/** The ids of slots are new: nobody writes over another's. */
export const knownSlot = async (reads: Reads<BookingTables>, slots: readonly { id: string }[]): Promise<'validation' | null> => {
  for (const { id } of slots) if ((await reads.get('booking_slots', id)) ?? (await reads.get('resource_busy', id))) return 'validation'
  return null
}

const bookingOf = ({ id, complex, start, end, purpose, slots }: Ask, company: string, { user, client, now }: Stamp): Booking => ({
  id, complex, company, resources: slots.map(({ resource }) => resource), start, end, status: 'waitlisted', purpose,
  waitSeq: null, holdUntil: null, holding: null, by: { user, client, at: now }, moves: [], reason: null,
})

const putBooking = async (tx: Tx<BookingTables>, booking: Booking, resources: readonly Resource[], { slots }: Ask, lanes: readonly number[] | null): Promise<void> => {
  await tx.put('bookings', booking)
  await putSlots(tx, booking, resources, slots, lanes)
}

/** The row of this very command is there already: it says the same again. */
const standing = ({ status }: Booking): Done => (status === 'waitlisted' ? { outcome: 'waitlisted', code: 'slot-taken', facts: {} } : { outcome: 'applied' })
