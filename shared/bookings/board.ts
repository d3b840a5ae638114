// The board: what stands on each resource in a span of time, and how it is told apart.
import type { Reads } from '#shared/sync/tx.ts'
import { type Booking, type BookingSlot, type BookingTables, type ClosureKind, LONGEST, type Resource, type ResourceBusy } from './booking.ts'
import type { Span } from './calendar.ts'
import { usableUntil } from './slots.ts'
import { MINUTE } from './times.ts'

/** One resource and its rows, those of freed time left out unless what stood there is done. */
export type BoardRow = { resource: Resource; busy: ResourceBusy[]; parts: Part[] }
/** A row of `resource_busy` with what may be seen of it; `own`: without its buffers. */
export type Part = { busy: ResourceBusy; slot: BookingSlot | null; booking: Booking | null; own: Span }

/**
 * `tentative`: a change of this computer waits in the outbox. `approval`: waits for the staff's word. `contested`: others want this time too.
 * `taken`: someone's who isn't seen here. `waiting`: no lane, and nobody has the time. `closed`: out of service. `due`: its calibration ends.
 */
export type BlockState = 'confirmed' | 'running' | 'done' | 'held' | 'approval' | 'tentative' | 'contested' | 'taken' | 'waiting' | 'closed' | 'due'
/** `rivals`: how many others want some of its time. `whole`: with its buffers. */
export type Block = Span & { id: string; state: BlockState; lane: number; booking: Booking | null; reason: string | null; closure?: ClosureKind; rivals: number; whole: Span }

/** Rows of the resources in `[from, to)`; hundreds are asked for at once. */
export const readBoard = async (reads: Reads<BookingTables>, resources: readonly Resource[], { from, to }: Span): Promise<BoardRow[]> => {
  const found = await Promise.all(resources.map(({ id }) => reads.listRange('resource_busy', 'resource_to', [id, from + 1], [id, to + LONGEST])))
  const busy = found.map(rows => rows.filter(row => row.from < to))
  const slots = await byId(busy.flatMap(rows => rows.map(({ id }) => id)), id => reads.get('booking_slots', id))
  const bookings = await byId([...slots.values()].flatMap(({ booking }) => booking ?? []), id => reads.get('bookings', id))
  return resources.map((resource, i) => {
    const parts = busy[i].map((row): Part => {
      const slot = slots.get(row.id) ?? null
      const booking = (slot?.booking && bookings.get(slot.booking)) || null
      return { busy: row, slot, booking, own: ownTime(resource, row, booking) }
    })
    return { resource, busy: busy[i], parts: parts.filter(({ busy: { kind }, booking }) => kind !== 'free' || booking?.status === 'done') }
  })
}

const byId = async <T extends { id: string }>(ids: readonly string[], get: (id: string) => Promise<T | undefined>): Promise<Map<string, T>> =>
  new Map((await Promise.all([...new Set(ids)].map(get))).flatMap(row => (row ? [[row.id, row] as const] : [])))

/** A booking's own time where the row has all of it, else what the resource's buffers leave. */
const ownTime = ({ beforeMin, afterMin }: Resource, { from, to, kind }: ResourceBusy, booking: Booking | null): Span => {
  if (kind === 'closed') return { from, to }
  if (booking && from <= booking.start && booking.end <= to) return { from: booking.start, to: booking.end }
  const inner = { from: from + beforeMin * MINUTE, to: to - afterMin * MINUTE }
  return inner.from < inner.to ? inner : { from, to }
}

/** What is drawn of a row, in order of time; from the end of the resource's calibration on that it is due. `tentative`: ids of bookings. */
export const blocksOf = ({ resource, parts }: BoardRow, tentative: ReadonlySet<string>): Block[] => {
  const due = usableUntil(resource)
  const waiting = parts.filter(({ busy }) => busy.kind === 'waiting')
  const blocks = parts.flatMap(({ busy, slot, booking, own }): Block[] => {
    const rivals = busy.kind === 'closed' || busy.kind === 'free' ? 0 : waiting.filter(other => other.busy.id !== busy.id && meet(other.own, own)).length
    const block = { id: busy.id, ...own, lane: busy.lane, booking, reason: slot?.reason ?? null, rivals, whole: { from: busy.from, to: busy.to } }
    if (busy.kind === 'closed') return [{ ...block, state: 'closed', ...(slot?.closure && { closure: slot.closure }) }]
    if (busy.kind !== 'waiting') return [{ ...block, state: stateOf(booking, rivals, tentative) }]
    return parts.some(other => other.busy.kind === 'busy' && meet(other.own, own)) ? [] : [{ ...block, state: 'waiting' }]
  })
  if (due < Infinity) blocks.push({ id: 'due', from: due, to: Infinity, state: 'due', lane: 0, booking: null, reason: null, rivals: 0, whole: { from: due, to: Infinity } })
  return blocks.sort((a, b) => a.from - b.from || a.lane - b.lane)
}

const meet = (a: Span, b: Span): boolean => a.from < b.to && a.to > b.from

const stateOf = (booking: Booking | null, rivals: number, tentative: ReadonlySet<string>): BlockState => {
  if (!booking) return 'taken'
  if (tentative.has(booking.id)) return 'tentative'
  if (booking.status === 'done') return 'done'
  if (booking.status === 'checked_in') return 'running'
  if (rivals > 0) return 'contested'
  if (booking.status === 'held') return booking.holdUntil === null ? 'approval' : 'held'
  return 'confirmed'
}

/** Resources in groups by the name that `of` gives, both in order of names; those without one come last, under ''. */
export const groupsOf = (resources: readonly Resource[], of: (resource: Resource) => string = () => ''): { name: string; resources: Resource[] }[] => {
  const groups = new Map<string, Resource[]>()
  for (const resource of [...resources].sort((a, b) => (a.name < b.name ? -1 : 1))) groups.set(of(resource), [...(groups.get(of(resource)) ?? []), resource])
  return [...groups].map(([name, found]) => ({ name, resources: found })).sort((a, b) => (a.name === '' ? 1 : b.name === '' ? -1 : a.name < b.name ? -1 : 1))
}
