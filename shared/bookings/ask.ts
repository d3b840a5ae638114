// Asking for time: place and hold.
import { z } from 'zod'
import { companyOf } from '#shared/companies/company.ts'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { Command, CommandProblem, Done, Refusal, Stamp } from '#shared/sync/command.ts'
import { type Access, isStaff, within } from '#shared/sync/scopes.ts'
import type { Reads, Tx } from '#shared/sync/tx.ts'
import { bookedTest, testField } from './booked-test.ts'
import { type Booking, type BookingTables, HOLDS, type Part } from './booking.ts'
import { readCalendar } from './calendar.ts'
import { giveTime } from './give-time.ts'
import { LONGEST_WHOLE } from './limits.ts'
import { mayAsk, mayOverride, maySubcontract } from './rights.ts'
import { alternatives, putSlots, roomIn } from './room.ts'
import { afterOpeningTime, type Piece, type Wanted } from './slots.ts'
import { isOvertime } from './surcharge.ts'
import { nextWaitSeq, waitersOf } from './waiting.ts'

/** Each part at most 28 days long, the whole at most `LONGEST_WHOLE`. */
export const timeFields = { start: z.int().min(0), end: z.int().min(0) }
/** A part without times of its own has the whole time. */
export const slotsField = z.array(z.object({ id: z.uuid(), resource: z.uuid(), start: z.int().min(0).exactOptional(), end: z.int().min(0).exactOptional() })).min(1).max(12)
export const overrideField = z.object({ reason: z.string().trim().min(1).max(200) }).exactOptional()
export type Asked = { start: number; end: number; slots: { id: string; resource: string; start?: number; end?: number }[] }
export const isTime = (asked: Asked): boolean => {
  const parts = partsAsked(asked)
  return asked.end - asked.start <= LONGEST_WHOLE && parts.every(({ start, end }) => start < end && end - start <= LONGEST_PART) && Math.min(...parts.map(({ start }) => start)) === asked.start && Math.max(...parts.map(({ end }) => end)) === asked.end
}
export const areDistinct = ({ slots }: Asked): boolean => new Set(slots.flatMap(({ id, resource }) => [id, resource])).size === slots.length * 2
/** With its buffers it stays below `LONGEST`. */
const LONGEST_PART = 28 * 24 * 3600_000

const partsAsked = ({ start, end, slots }: Asked): Part[] => slots.map(slot => ({ resource: slot.resource, start: slot.start ?? start, end: slot.end ?? end }))

/** Resources and time of a booking as they were asked for. */
export const shapeAsked = (asked: Asked): Pick<Booking, 'resources' | 'start' | 'end' | 'parts'> => {
  const { start, end } = asked
  const parts = partsAsked(asked)
  return { resources: parts.map(({ resource }) => resource), start, end, ...(parts.some(part => part.start !== start || part.end !== end) && { parts }) }
}

/** What is asked for, whoever it is for. `after`: bookings of the same batch that have to be over before. */
export const askFields = { id: z.uuid(), purpose: z.string().trim().max(200), ...timeFields, slots: slotsField, override: overrideField, test: testField, instrument: z.uuid().exactOptional(), after: z.array(z.uuid()).max(12).exactOptional() }
const askArgs = z.object({ complex: z.uuid(), company: z.uuid(), batch: z.uuid().exactOptional(), ...askFields }).refine(isTime).refine(areDistinct)
export type Ask = z.output<typeof askArgs>

export const whoAsks = async (reads: Reads<BookingTables>, args: Ask, access: Access): Promise<Refusal | null> => (await mayAsk(reads, args, access)) ?? mayOverride(args, access) ?? maySubcontract(args, access) ?? (await mayStand(reads, args, access))

const asking = (run: Command<BookingTables, Ask>['run']): Command<BookingTables, Ask> => ({
  args: askArgs,
  who: whoAsks,
  locks: (_, { slots, after = [] }) => Promise.resolve([...slots.map(({ resource }) => ({ table: 'resources', id: resource })), ...after.map(id => ({ table: 'bookings', id }))]),
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
  const checked = await check(tx, args, stamp)
  if (!checked.ok) return checked
  const { pieces, booking, lanes } = checked.value
  if (lanes) {
    await putBooking(tx, { ...booking, status: placedAs(pieces) }, pieces, args, lanes)
    return ok({ outcome: 'applied' })
  }
  const facts = { position: (await waitersOf(tx, booking.resources, args)).length + 1, alternatives: await alternatives(tx, pieces, args.start) }
  await putBooking(tx, { ...booking, waitSeq: await nextWaitSeq(tx, booking.resources) }, pieces, args, null)
  return ok({ outcome: 'waitlisted', code: 'slot-taken', facts })
})

/** The company has so many other holds on one of the resources that it gets no further one. */
export const holdsEnough = async (reads: Reads<BookingTables>, { id, company, resources }: Pick<Booking, 'id' | 'company' | 'resources'>): Promise<boolean> => {
  const others = (await reads.listBy('bookings', 'holding', company)).filter(one => one.id !== id)
  return resources.some(resource => others.filter(one => one.resources.includes(resource)).length >= HOLDS)
}

/** Keeps the time for some opening hours (保留); it never waits. */
export const hold = asking(async (tx, args, stamp) => {
  const checked = await check(tx, args, stamp)
  if (!checked.ok) return checked
  const { pieces, booking, lanes } = checked.value
  if (await holdsEnough(tx, booking)) return fail({ code: 'hold-limit', limit: HOLDS })
  if (!lanes) return fail({ code: 'slot-taken', alternatives: await alternatives(tx, pieces, args.start) })
  await putBooking(tx, { ...booking, status: 'held', holdUntil: await holdEnd(tx, pieces, stamp.now), holding: booking.company }, pieces, args, lanes)
  return ok({ outcome: 'applied' })
})

/** A hold ends when the first of its resources has been open long enough. */
export const holdEnd = async (reads: Reads<BookingTables>, pieces: readonly Piece[], now: number): Promise<number> => {
  let first = Infinity
  for (const { resource: { complex, hours, holdMin } } of pieces) first = Math.min(first, afterOpeningTime(hours, await readCalendar(reads, complex, now, now + YEAR), now, holdMin))
  return first
}
const YEAR = 365 * 24 * 3600_000

/** What one that has its time is at first: 待批 where a resource wants approval, and whatever the resource outside opening hours, for which somebody has to come. */
export const placedAs = (pieces: readonly Piece[]): 'held' | 'confirmed' => (pieces.some(({ resource, always }) => resource.approval || always) ? 'held' : 'confirmed')

export type Checked = { pieces: Piece[]; wanted: Wanted[]; booking: Booking; lanes: number[] | null }

/** `lanes` null: it could be asked for, but there is no room. */
export const check = async (reads: Reads<BookingTables>, args: Ask, stamp: Stamp): Promise<Result<Checked, CommandProblem>> => {
  const company = await companyOf(reads, args.company)
  if (!company || !(await isBrought(reads, args.instrument, company.id))) return fail({ code: 'not-found' })
  const given = await giveTime(reads, shapeAsked(args), { company: company.id, override: args.override, stamp })
  if (!given.ok) return given
  const refused = (await knownSlot(reads, args.slots)) ?? (await tooSoon(reads, args, company.id))
  if (refused) return fail({ code: refused })
  const { pieces, wanted, override } = given.value
  const test = args.test && (await bookedTest(reads, args.test, shapeAsked(args), isOvertime(override)))
  if (test?.ok === false) return test
  return ok({ pieces, wanted, booking: { ...bookingOf(args, company.id, stamp), ...(test && { test: test.value }), ...(override && { override }) }, lanes: roomIn(wanted, args.start) })
}

/** A company brings its own instruments alone. */
const isBrought = async (reads: Reads<BookingTables>, instrument: string | undefined, company: string): Promise<boolean> => {
  if (instrument === undefined) return true
  const owner = (await reads.get('instruments', instrument))?.company ?? null
  return owner !== null && (await companyOf(reads, owner))?.id === company
}

/** What it waits for is of the same batch and company, and over by then. */
const tooSoon = async (reads: Reads<BookingTables>, { after = [], batch, start }: Ask, company: string): Promise<'validation' | null> => {
  for (const id of after) {
    const before = await reads.get('bookings', id)
    if (!before || before.batch !== batch || (await companyOf(reads, before.company))?.id !== company || before.end > start) return 'validation'
  }
  return null
}

/** The ids of slots are new: nobody writes over another's. */
export const knownSlot = async (reads: Reads<BookingTables>, slots: readonly { id: string }[]): Promise<'validation' | null> => {
  for (const { id } of slots) if ((await reads.get('booking_slots', id)) ?? (await reads.get('resource_busy', id))) return 'validation'
  return null
}

const bookingOf = (args: Ask, company: string, { user, client, now }: Stamp): Booking => ({
  id: args.id, complex: args.complex, company, ...shapeAsked(args), status: 'waitlisted', purpose: args.purpose, batch: args.batch ?? null, instrument: args.instrument ?? null, ...(args.after?.length && { after: args.after }),
  waitSeq: null, holdUntil: null, holding: null, by: { user, client, at: now }, moves: [], reason: null,
})

export const putBooking = async (tx: Tx<BookingTables>, booking: Booking, pieces: readonly Piece[], { slots }: Pick<Ask, 'slots'>, lanes: readonly number[] | null): Promise<void> => {
  await tx.put('bookings', booking)
  await putSlots(tx, booking, pieces, slots, lanes)
}

/** The row of this very command is there already: it says the same again. */
const standing = ({ status }: Booking): Done => (status === 'waitlisted' ? { outcome: 'waitlisted', code: 'slot-taken', facts: {} } : { outcome: 'applied' })
