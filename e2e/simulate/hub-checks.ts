// Invariants of the hub, checked at every commit and promotion.
import { type Booking, type BookingSlot, occupies, OPEN_STATUSES } from '#shared/bookings/booking.ts'
import { piecesOf, roomFor } from '#shared/bookings/room.ts'
import { type Company, meantAmong } from '#shared/companies/company.ts'
import type { Afterwards } from '#shared/sync/apply-command.ts'
import type { HubTransaction } from '#shared/sync/memory-hub-tx.fixture.ts'
import type { AppTables } from '#shared/tables.ts'
import { type Sim, Violation } from './sim.ts'

/** I1, I2, I3, I15, I16, and that nothing is stored by a transaction that a passing failure has hit. */
export const watchCommit = (sim: Sim, transaction: HubTransaction<AppTables>): void => {
  for (const { client, mid, outcome, name } of transaction.recorded) {
    const last = sim.applied.get(client) ?? 0
    if (mid <= last) throw new Violation('I2', `${client} ${mid} was applied again`)
    if (mid > last + 1) throw new Violation('I3', `${client} went from ${last} to ${mid}`)
    if (sim.hit.has(transaction)) throw new Violation('I4', `an outcome of ${mid} was stored for a passing failure`)
    sim.applied.set(client, mid)
    if (outcome === 'waitlisted') sim.counts.waitlisted++
    else if (outcome === 'conflict') sim.counts.conflicts++
    else if (outcome === 'rejected') sim.counts.rejected++
    sim.trace(`${client.slice(-3)} ${mid} ${name} ${outcome}`)
  }
  for (const [id, row] of transaction.overlay.get('bookings') ?? []) if ((row as unknown as Booking).status === 'confirmed') sim.everConfirmed.add(id)
  if (transaction.overlay.has('booking_slots')) checkOverlap([...sim.store.state.rows.get('booking_slots')!.values()] as BookingSlot[])
  if (transaction.overlay.has('bookings')) checkSteps([...sim.store.state.rows.get('bookings')!.values()] as Booking[])
  if (transaction.overlay.has('companies')) checkAliases([...sim.store.state.rows.get('companies')!.values()] as Company[])
}

const checkAliases = (companies: readonly Company[]): void => {
  const meant = meantAmong(companies)
  for (const { id } of companies) if (meant(id)?.mergedInto !== null) throw new Violation('I15', `${id} leads to no company`)
}

/** I16: no open step of a chain begins before one that it waits for is over, as long as that is open too. */
const checkSteps = (bookings: readonly Booking[]): void => {
  const isOpen = ({ status }: Booking): boolean => OPEN_STATUSES.some(one => one === status)
  for (const step of bookings) {
    if (!isOpen(step)) continue
    for (const id of step.after ?? []) {
      const before = bookings.find(one => one.id === id)
      if (before && isOpen(before) && before.end > step.start) throw new Violation('I16', `${step.id} begins before ${id} is over`)
    }
  }
}

const checkOverlap = (slots: readonly BookingSlot[]): void => {
  const live = slots.filter(({ status }) => occupies(status))
  for (const [i, a] of live.entries()) {
    for (let j = i + 1; j < live.length; j++) {
      const b = live[j]
      if (a.resource === b.resource && a.lane === b.lane && a.from < b.to && b.from < a.to) throw new Violation('I1', `${a.booking} and ${b.booking} overlap on ${a.resource} lane ${a.lane}`)
    }
  }
}

/** I10: nobody moved up past an earlier one who could have had the place, nobody revoked moved up, nobody who could was left. */
export const watchPromotion = async (sim: Sim, { tx, puts, isRevoked }: Afterwards<AppTables>, before: ReturnType<Afterwards<AppTables>['puts']>): Promise<void> => {
  const now = puts()
  if (now === before || !now.some(({ table }) => table === 'resource_busy')) return
  const known = new Map(before.flatMap(put => (put.table === 'bookings' ? [[put.row.id, put.row]] : [])))
  const promoted = now.flatMap(put => (put.table === 'bookings' && put.row.status === 'held' && (known.get(put.row.id) ?? put.before)?.status === 'waitlisted' ? [put.row] : []))
  for (const booking of promoted) {
    sim.counts.promoted++
    if (await isRevoked(booking.by.client)) throw new Violation('I10', `${booking.id} moved up though its client is revoked`)
  }
  const freed = now.flatMap(put => (put.table === 'resource_busy' && (put.row.kind === 'free' || (put.before && put.before.from !== put.row.from)) ? [put.row.resource] : []))
  const waiting = new Set<string>()
  for (const resource of freed) for (const slot of await tx.listBy('booking_slots', 'waitingFor', resource)) waiting.add(slot.booking!)
  for (const id of waiting) {
    const waiter = (await tx.get('bookings', id))!
    if (await isRevoked(waiter.by.client)) continue
    if (await roomFor(tx, (await piecesOf(tx, waiter))!, waiter.start)) throw new Violation('I10', `${id} waits for time that is free`)
    for (const other of promoted) await checkOrder(tx, waiter, other)
  }
}

const checkOrder = async (tx: Afterwards<AppTables>['tx'], waiter: Booking, promoted: Booking): Promise<void> => {
  if (waiter.waitSeq! >= promoted.waitSeq! || !waiter.resources.some(id => promoted.resources.includes(id))) return
  const taken = (await tx.listBy('booking_slots', 'booking', promoted.id)).map(({ id }) => id)
  if (await roomFor(tx, (await piecesOf(tx, waiter))!, waiter.start, taken)) throw new Violation('I10', `${promoted.id} moved up past ${waiter.id}`)
}
