// Rows of a booking's time: read the room there is, put what is taken, free what is given back.
import type { Reads, Tx } from '#shared/sync/tx.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import { type Booking, type BookingSlot, type BookingTables, type Instant, LONGEST, partsOf, type Resource, type ResourceBusy } from './booking.ts'
import { type Calendar, readCalendar } from './calendar.ts'
import { type Piece, type Wanted, lanesFor, nextFree, occupied, refusalOf, takenOf } from './slots.ts'

/** Slots come in the arguments, one a resource. */
export type SlotOf = { id: string; resource: string }

export type Time = { start: Instant; end: Instant }

type Shaped = Pick<Booking, 'resources' | 'start' | 'end' | 'parts' | 'override'>

/** What a booking asks for, its resources read; null when one is not known here. */
export const piecesOf = async (reads: Reads<BookingTables>, booking: Shaped): Promise<Piece[] | null> => {
  const found: Piece[] = []
  const always = booking.override?.of.includes('resource-closed') ?? false
  for (const { resource: id, start, end } of partsOf(booking)) {
    const resource = await reads.get('resources', id)
    if (!resource) return null
    found.push({ resource, after: start - booking.start, length: end - start, ...(always && { always }) })
  }
  return found
}

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

/** `byHours`: it lies outside the opening hours, in no closure. */
type TimeRefused = { code: 'validation' } | { code: 'resource-closed'; resource: string; byHours: boolean } | { code: 'calibration-overdue'; resource: string; due: IsoDay }

/** Why a time can't be asked for, whoever else has it. */
export const refusedTime = (wanted: readonly Wanted[], start: Instant): TimeRefused | null => {
  for (const one of wanted) {
    const { id, calibration } = one.resource
    const refusal = refusalOf(one, start)
    if (refusal === 'validation') return { code: refusal }
    if (refusal === 'calibration-overdue') return { code: refusal, resource: id, due: calibration!.due }
    if (refusal !== null) return { code: 'resource-closed', resource: id, byHours: refusal === 'resource-closed' }
  }
  return null
}

/** A lane of each piece, null = it can't be given or has no room; slots of `except` don't count. */
export const roomFor = async (reads: Reads<BookingTables>, pieces: readonly Piece[], start: Instant, except: readonly string[] = []): Promise<number[] | null> =>
  roomIn(await wantedIn(reads, pieces, start, start, except), start)

/** The same of what was read before. */
export const roomIn = (wanted: readonly Wanted[], start: Instant): number[] | null => (wanted.every(one => refusalOf(one, start) === null) ? lanesFor(wanted, start) : null)

/** The next three free times of the same shape, within four weeks. */
export const alternatives = async (reads: Reads<BookingTables>, pieces: readonly Piece[], start: Instant, except: readonly string[] = []): Promise<Instant[]> =>
  nextFree(await wantedIn(reads, pieces, start, start + FOUR_WEEKS, except), start, start + FOUR_WEEKS, 3)

const FOUR_WEEKS = 28 * 24 * 3600_000

/** Pieces with what is taken of their resources, for a whole that begins in `[from, until]`. */
export const wantedIn = async (reads: Reads<BookingTables>, pieces: readonly Piece[], from: Instant, until: Instant, except: readonly string[] = []): Promise<Wanted[]> => {
  const wanted: Wanted[] = []
  const calendars = new Map<string, Calendar>()
  const last = Math.max(...pieces.map(({ after, length }) => until + after + length))
  for (const piece of pieces) {
    const { resource, after, length } = piece
    const calendar = calendars.get(resource.complex) ?? (await readCalendar(reads, resource.complex, from, last))
    calendars.set(resource.complex, calendar)
    const rows = await busyIn(reads, resource, from + after, until + after + length)
    wanted.push({ ...piece, taken: takenOf(except.length === 0 ? rows : rows.filter(({ id }) => !except.includes(id))), calendar })
  }
  return wanted
}

/** Every row of a resource that touches `[start, end)`, buffers included, and some that don't. */
export const busyIn = (reads: Reads<BookingTables>, resource: Resource, start: Instant, end: Instant): Promise<ResourceBusy[]> => {
  const { from, to } = occupied(resource, start, end)
  return reads.listRange('resource_busy', 'resource_to', [resource.id, from + 1], [resource.id, to + LONGEST])
}

/** Puts the slots of a booking and the same time without names. `lanes` null = it waits. A desk may not have all of the slots yet. */
export const putSlots = async (tx: Tx<BookingTables>, booking: Booking, pieces: readonly Piece[], slots: readonly SlotOf[], lanes: readonly number[] | null): Promise<void> => {
  const { complex, company, id, status, waitSeq } = booking
  for (const slot of slots) {
    const i = pieces.findIndex(({ resource }) => resource.id === slot.resource)
    const { resource, after, length } = pieces[i]
    const { from, to } = occupied(resource, booking.start + after, booking.start + after + length)
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
