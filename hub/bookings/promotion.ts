import type { ResourceBusy } from '#shared/bookings/booking.ts'
import { holdEnd } from '#shared/bookings/ask.ts'
import { liveSlots, piecesOf, putSlots, roomFor } from '#shared/bookings/room.ts'
import { waitersOf } from '#shared/bookings/waiting.ts'
import type { Afterwards } from '#shared/sync/apply-command.ts'
import type { Put } from '#shared/sync/hub-tx.ts'
import type { AppTables } from '#shared/tables.ts'

/**
 * Whoever waits for time that a command gave back moves up in the same transaction: first come first, each who now has room for the
 * whole of it, to `held` until the staff has confirmed. A waiter whose client was revoked is passed over and keeps its place.
 */
export const promote = async ({ tx, puts, now, isRevoked }: Afterwards<AppTables>): Promise<void> => {
  const freed = freedResources(puts())
  if (freed.size === 0) return
  for (const id of await waitersOf(tx, freed)) {
    const booking = await tx.get('bookings', id)
    if (booking?.status !== 'waitlisted' || (await isRevoked(booking.by.client))) continue
    const pieces = await piecesOf(tx, booking)
    const lanes = pieces && (await roomFor(tx, pieces, booking.start))
    if (!pieces || !lanes) continue
    const slots = await liveSlots(tx, id)
    const held = { ...booking, status: 'held' as const, holdUntil: await holdEnd(tx, pieces, now) }
    await tx.put('bookings', held)
    await putSlots(tx, held, pieces, slots, lanes)
  }
}

const freedResources = (puts: readonly Put<AppTables>[]): Set<string> => {
  const freed = new Set<string>()
  for (const put of puts) if (put.table === 'resource_busy' && blocks(put.before) && (put.row.kind === 'free' || put.row.from !== put.before.from || put.row.to !== put.before.to)) freed.add(put.row.resource)
  return freed
}

const blocks = (busy: ResourceBusy | undefined): busy is ResourceBusy => busy?.kind === 'busy' || busy?.kind === 'closed'
