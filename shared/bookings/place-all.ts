// Several bookings by one command: all of them have their time, or none is made. Nothing of it ever waits.
import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import type { Reads } from '#shared/sync/tx.ts'
import { areDistinct, type Ask, askFields, check, type Checked, isTime, placedAs, putBooking, whoAsks } from './ask.ts'
import type { Booking, BookingTables, ResourceBusy } from './booking.ts'
import { alternatives } from './room.ts'
import { occupied } from './slots.ts'
import { lanesForAll } from './together.ts'

/** How many are asked for at once. */
export const MOST_TOGETHER = 12

/** `id` is their batch. An item that waits for others comes behind them. */
const allArgs = z
  .object({ complex: z.uuid(), id: z.uuid(), company: z.uuid(), items: z.array(z.object(askFields).refine(isTime).refine(areDistinct)).min(1).max(MOST_TOGETHER) })
  .refine(({ items }) => new Set(items.flatMap(({ id, slots }) => [id, ...slots.map(slot => slot.id)])).size === items.reduce((sum, { slots }) => sum + 1 + slots.length, 0))
type All = z.output<typeof allArgs>

const asksOf = ({ complex, id, company, items }: All): Ask[] => items.map(item => ({ complex, company, batch: id, ...item }))

/** A refusal names its `item`, by the id of the booking; `slot-taken` brings the next free times of that one, beside those before it. */
export const placeAll: Command<BookingTables, All> = {
  args: allArgs,
  who: async (reads, args, access) => {
    for (const ask of asksOf(args)) {
      const refusal = await whoAsks(reads, ask, access)
      if (refusal) return refusal
    }
    return null
  },
  locks: (_, { items }) => Promise.resolve([...new Set(items.flatMap(({ slots }) => slots.map(({ resource }) => resource)))].map(id => ({ table: 'resources', id }))),
  run: async (tx, args, stamp) => {
    const asks = asksOf(args)
    const held: (Booking | undefined)[] = []
    for (const { id } of asks) held.push(await tx.get('bookings', id))
    if (held.some(Boolean)) return held.every(one => one?.batch === args.id) ? ok({ outcome: 'applied' }) : fail({ code: 'validation' })
    const wholes: Checked[] = []
    const before: Placed[] = []
    let lanes: number[][] = []
    for (const ask of asks) {
      const checked = await check(beside(tx, before), ask, stamp)
      if (!checked.ok) return fail({ ...checked.problem, item: ask.id })
      const seats = lanesForAll([...wholes, checked.value].map(({ wanted, booking }) => ({ wanted, start: booking.start })))
      if (!checked.value.lanes || !seats) {
        const taken = before.map((one, i) => ({ ...one, busy: rowsOf(wholes[i], lanes[i]) }))
        return fail({ code: 'slot-taken', item: ask.id, alternatives: await alternatives(beside(tx, taken), checked.value.pieces, ask.start) })
      }
      lanes = seats
      wholes.push(checked.value)
      before.push({ booking: { ...checked.value.booking, status: placedAs(checked.value.pieces) }, busy: [] })
    }
    for (const [i, { booking }] of before.entries()) await putBooking(tx, booking, wholes[i].pieces, asks[i], lanes[i])
    return ok({ outcome: 'applied' })
  },
}

/** `busy`: of the time that it takes. */
type Placed = { booking: Booking; busy: ResourceBusy[] }

/** The rows as if some were booked already: limits and what comes after others count them too. */
const beside = (reads: Reads<BookingTables>, placed: readonly Placed[]): Reads<BookingTables> => {
  const bookings = placed.map(({ booking }) => booking)
  return {
    get: async (table, id) => ((table === 'bookings' && bookings.find(one => one.id === id)) || (await reads.get(table, id))) as never,
    listBy: async (table, field, value) => [...(await reads.listBy(table, field, value)), ...(table === 'bookings' && field === 'company' ? bookings.filter(({ company }) => company === value) : [])] as never,
    listRange: async (table, index, from, to) => [...(await reads.listRange(table, index, from, to)), ...(table === 'resource_busy' ? placed.flatMap(({ busy }) => busy.filter(({ resource }) => resource === from[0])) : [])] as never,
  }
}

const rowsOf = ({ pieces, booking }: Checked, lanes: readonly number[]): ResourceBusy[] =>
  pieces.map(({ resource, after, length }, i) => ({ id: `${booking.id} ${i}`, complex: booking.complex, resource: resource.id, lane: lanes[i], ...occupied(resource, booking.start + after, booking.start + after + length), kind: 'busy', open: resource.open }))
