// Rows of a booking's time: read the room there is, put what is taken, free what is given back.
import type { Reads, Tx } from '#shared/sync/tx.ts'
import { type Booking, type BookingSlot, type BookingTables, type Instant, LONGEST, type Resource, type ResourceBusy } from './booking.ts'
import { type Calendar, readCalendar } from './calendar.ts'
import { type Wanted, isOpen, lanesFor, nextFree, occupied, onGrid } from './slots.ts'

/** Slots come in the arguments, one a resource. */
export type SlotOf = { id: string; resource: string }

export type Time = { start: Instant; end: Instant }

/** All of the resources, or null when one is not known here. */
export const resourcesOf = async (reads: Reads<BookingTables>, ids: readonly string[]): Promise<Resource[] | null> => {
  const found: Resource[] = []
  for (const id of ids) {
    const resource = await reads.get('resources', id)
    if (!resource) return null
    found.push(resource)
  }
  return found
}

/** Why a time can't be asked for, whoever else has it. */
export const refusedTime = (wanted: readonly Wanted[], { start, end }: Time): 'resource-closed' | 'validation' | null => {
  if (!wanted.every(({ resource }) => onGrid(resource.granuleMin, start, end))) return 'validation'
  return wanted.every(one => isOpenFor(one, start, end)) ? null : 'resource-closed'
}

/** Within its hours, and in no closure. */
const isOpenFor = ({ resource, busy, calendar }: Wanted, start: Instant, end: Instant): boolean => {
  const { from, to } = occupied(resource, start, end)
  return isOpen(resource.hours, calendar, start, end) && !busy.some(row => row.kind === 'closed' && row.from < to && row.to > from)
}

/** A lane of each resource for the time, null = closed or no room; slots of `except` don't count. */
export const roomFor = async (reads: Reads<BookingTables>, resources: readonly Resource[], { start, end }: Time, except: readonly string[] = []): Promise<number[] | null> =>
  roomIn(await wantedIn(reads, resources, start, end, except), { start, end })

/** The same of what was read before. */
export const roomIn = (wanted: readonly Wanted[], { start, end }: Time): number[] | null => (wanted.every(one => isOpenFor(one, start, end)) ? lanesFor(wanted, start, end) : null)

/** The next three free times of the same length, within four weeks. */
export const alternatives = async (reads: Reads<BookingTables>, resources: readonly Resource[], { start, end }: Time, except: readonly string[] = []): Promise<Instant[]> => {
  const until = start + FOUR_WEEKS
  return nextFree(await wantedIn(reads, resources, start, until + (end - start), except), end - start, start, until, 3)
}

const FOUR_WEEKS = 28 * 24 * 3600_000

/** Resources with what is busy of them around a time, for the questions of `slots.ts`. */
export const wantedIn = async (reads: Reads<BookingTables>, resources: readonly Resource[], start: Instant, end: Instant, except: readonly string[] = []): Promise<Wanted[]> => {
  const wanted: Wanted[] = []
  const calendars = new Map<string, Calendar>()
  for (const resource of resources) {
    const calendar = calendars.get(resource.complex) ?? (await readCalendar(reads, resource.complex, start, end))
    calendars.set(resource.complex, calendar)
    const { from, to } = occupied(resource, start, end)
    const rows = await reads.listRange('resource_busy', 'resource_to', [resource.id, from + 1], [resource.id, to + LONGEST])
    wanted.push({ resource, busy: except.length === 0 ? rows : rows.filter(({ id }) => !except.includes(id)), calendar })
  }
  return wanted
}

/** Puts the slots of a booking and the same time without names. `lanes` null = it waits. A desk may not have all of the slots yet. */
export const putSlots = async (tx: Tx<BookingTables>, booking: Booking, resources: readonly Resource[], slots: readonly SlotOf[], lanes: readonly number[] | null): Promise<void> => {
  const { complex, company, id, status, waitSeq } = booking
  for (const slot of slots) {
    const i = resources.findIndex(({ id }) => id === slot.resource)
    const resource = resources[i]
    const { from, to } = occupied(resource, booking.start, booking.end)
    const lane = lanes?.[i] ?? 0
    const place = { id: slot.id, complex, resource: resource.id, lane, from, to }
    await tx.put('booking_slots', { ...place, company, booking: id, kind: 'booking', status, waitingFor: lanes ? null : resource.id, waitSeq: lanes ? null : waitSeq })
    await tx.put('resource_busy', { ...place, kind: lanes ? 'busy' : 'waiting', open: resource.open })
  }
}

/** The slots of a booking that hold or wait for time. */
export const liveSlots = async (reads: Reads<BookingTables>, booking: string): Promise<BookingSlot[]> =>
  (await reads.listBy('booking_slots', 'booking', booking)).filter(({ status }) => !ENDED.has(status))

const ENDED = new Set<BookingSlot['status']>(['rejected', 'expired', 'cancelled', 'no_show', 'done'])

/** Gives a booking's time back; its slots keep where it was. */
export const freeSlots = async (tx: Tx<BookingTables>, slots: readonly BookingSlot[], status: BookingSlot['status']): Promise<void> => {
  for (const slot of slots) {
    await tx.put('booking_slots', { ...slot, status, waitingFor: null, waitSeq: null })
    await markBusy(tx, slot, 'free')
  }
}

/** Follows a booking whose state changed while its time stays its own. */
export const keepSlots = async (tx: Tx<BookingTables>, slots: readonly BookingSlot[], status: BookingSlot['status']): Promise<void> => {
  for (const slot of slots) if (slot.status !== status) await tx.put('booking_slots', { ...slot, status })
}

/** What everyone sees of a slot's time. */
export const markBusy = async (tx: Tx<BookingTables>, slot: BookingSlot, kind: ResourceBusy['kind']): Promise<void> => {
  const busy = await tx.get('resource_busy', slot.id)
  if (busy) await tx.put('resource_busy', { ...busy, kind })
}
