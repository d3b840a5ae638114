// Time in which a resource is closed: out of service (停用), or for the lab's own quality control or calibration.
import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { type BookingTables, CLOSURE_KINDS, LONGEST } from './booking.ts'
import { manages } from '#shared/labs/rights.ts'
import { markBusy } from './room.ts'
import { locksToFree } from './waiting.ts'

const closeArgs = z
  .object({ complex: z.uuid(), id: z.uuid(), resource: z.uuid(), start: z.int().min(0), end: z.int().min(0), reason: z.string().trim().min(1).max(200), closure: z.enum(CLOSURE_KINDS).exactOptional() })
  .refine(({ start, end }) => start < end && end - start <= LONGEST)

/**
 * No time is given in it any more, whole or in part. Bookings that stand in it are not moved: `affected` counts them, a person sees to each.
 * A longer closure is several. An overdue calibration stops none of them: own calibration ends it.
 */
export const closeResource: Command<BookingTables, z.output<typeof closeArgs>> = {
  args: closeArgs,
  who: (_, args, access) => Promise.resolve(manages(args, access)),
  locks: (_, { resource }) => Promise.resolve([{ table: 'resources', id: resource }]),
  run: async (tx, { complex, id, resource, start, end, reason, closure }) => {
    const of = await tx.get('resources', resource)
    if (!of) return fail({ code: 'not-found' })
    const slot = await tx.get('booking_slots', id)
    if (slot) return slot.kind === 'closed' ? ok({ outcome: 'applied' }) : fail({ code: 'validation' })
    const there = (await tx.listRange('resource_busy', 'resource_to', [resource, start + 1], [resource, end + LONGEST])).filter(({ from }) => from < end)
    if (there.some(({ kind }) => kind === 'closed')) return fail({ code: 'already-closed' })
    const place = { id, complex, resource, lane: 0, from: start, to: end, kind: 'closed' as const }
    await tx.put('booking_slots', { ...place, company: null, booking: null, status: 'closed', waitingFor: null, waitSeq: null, reason, ...(closure && { closure }) })
    await tx.put('resource_busy', { ...place, open: of.open })
    const affected = there.filter(({ kind }) => kind === 'busy').length
    return ok({ outcome: 'applied', ...(affected > 0 && { facts: { affected } }) })
  },
}

const reopenArgs = z.object({ complex: z.uuid(), id: z.uuid() })

/** Ends a closure, also before its time; on the hub whoever waited moves up in the same transaction. */
export const reopenResource: Command<BookingTables, z.output<typeof reopenArgs>> = {
  args: reopenArgs,
  who: (_, args, access) => Promise.resolve(manages(args, access)),
  locks: async (reads, { id }) => {
    const slot = await reads.get('booking_slots', id)
    return slot ? locksToFree(reads, [slot.resource]) : []
  },
  run: async (tx, { id }) => {
    const slot = await tx.get('booking_slots', id)
    if (slot?.kind !== 'closed') return fail({ code: 'not-found' })
    if (slot.status !== 'closed') return ok({ outcome: 'applied' })
    await tx.put('booking_slots', { ...slot, status: 'cancelled' })
    await markBusy(tx, slot, 'free')
    return ok({ outcome: 'applied' })
  },
}
