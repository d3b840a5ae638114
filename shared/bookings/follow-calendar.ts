// Closures that follow the events of an outside calendar: closed, moved and ended with them, all by one command.
import { z } from 'zod'
import { manages } from '#shared/labs/rights.ts'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { type BookingSlot, type BookingTables, LONGEST } from './booking.ts'
import { markBusy } from './room.ts'
import { locksToFree } from './waiting.ts'

/** How many closures one reading of a calendar may bring. */
export const MOST_FOLLOWED = 1000
export const LONGEST_UID = 500

const closure = z
  .object({ id: z.uuid(), start: z.int().min(0), end: z.int().min(0), reason: z.string().trim().min(1).max(200), uid: z.string().min(1).max(LONGEST_UID) })
  .refine(({ start, end }) => start < end && end - start <= LONGEST)
/** `id`: the resource. A closure that is known already is moved. */
const followArgs = z
  .object({ complex: z.uuid(), id: z.uuid(), closures: z.array(closure).max(MOST_FOLLOWED), gone: z.array(z.uuid()).max(MOST_FOLLOWED) })
  .refine(({ closures, gone }) => new Set([...closures.map(({ id }) => id), ...gone]).size === closures.length + gone.length && closures.length + gone.length > 0)

/** Touches no closure that a person made. Bookings that stand in one are not moved: `affected` counts them. On the hub whoever waited for what was freed moves up, once all stands. */
export const followCalendar: Command<BookingTables, z.output<typeof followArgs>> = {
  args: followArgs,
  who: (_, args, access) => Promise.resolve(manages(args, access)),
  locks: (reads, { id }) => locksToFree(reads, [id], [id]),
  run: async (tx, { complex, id: resource, closures, gone }) => {
    const of = await tx.get('resources', resource)
    if (!of) return fail({ code: 'not-found' })
    const known = new Map<string, BookingSlot>()
    for (const id of [...gone, ...closures.map(one => one.id)]) {
      const slot = await tx.get('booking_slots', id)
      if (!slot && gone.includes(id)) return fail({ code: 'not-found' })
      if (slot && (slot.resource !== resource || !slot.outside)) return fail({ code: 'validation' })
      if (slot) known.set(id, slot)
    }
    // All of them give way before any takes its new time: two events may have changed places.
    for (const slot of known.values()) {
      if (slot.status !== 'closed') continue
      await tx.put('booking_slots', { ...slot, status: 'cancelled', outside: { uid: slot.outside!.uid, gone: true } })
      await markBusy(tx, slot, 'free')
    }
    let affected = 0
    for (const { id, start, end, reason, uid } of closures) {
      const there = (await tx.listRange('resource_busy', 'resource_to', [resource, start + 1], [resource, end + LONGEST])).filter(({ from }) => from < end)
      if (there.some(({ kind }) => kind === 'closed')) return fail({ code: 'already-closed' })
      const place = { id, complex, resource, lane: 0, from: start, to: end, kind: 'closed' as const }
      await tx.put('booking_slots', { ...place, company: null, booking: null, status: 'closed', waitingFor: null, waitSeq: null, reason, outside: { uid } })
      await tx.put('resource_busy', { ...place, open: of.open })
      affected += there.filter(({ kind }) => kind === 'busy').length
    }
    return ok({ outcome: 'applied', ...(affected > 0 && { facts: { affected } }) })
  },
}
