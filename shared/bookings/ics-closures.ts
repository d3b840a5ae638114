// Busy times of an outside calendar as closures of a resource, and what becomes of them when the calendar is read again.
import { sha256 } from '#shared/crypto/digest.ts'
import type { Ics, IcsEvent, IcsRefusal } from '#shared/readers/ics.ts'
import { type BookingSlot, type Instant, LONGEST } from './booking.ts'
import type { Span } from './calendar.ts'
import { LONGEST_UID } from './follow-calendar.ts'
import { DAY, midnightOf } from './times.ts'

/** A part of the same event of the same calendar has the same `id`, whoever reads the file and however often. Instants, half-open. `uid`: its event. */
export type IcsClosure = { id: string; start: Instant; end: Instant; title: string; uid: string }
/** What was not taken, with its line in the file. `past`: it is over. `free`: it takes no time, or was called off. `covered`: it is closed then already. `twice`: another of the file is the same one. */
export type IcsLeft = { title: string; line: number; why: IcsRefusal['why'] | 'past' | 'free' | 'empty' | 'covered' | 'twice' }

/**
 * `fresh`: to be closed; `moved`: closed by an earlier form of the event, to be moved from `was`; `gone`: closed for what its event no longer takes;
 * `same`: how many events stand as they were taken before. `absent`: closed for events of which this file knows nothing: of another calendar, or deleted.
 */
export type IcsPlan = { fresh: IcsClosure[]; moved: (IcsClosure & { was: Span })[]; gone: BookingSlot[]; absent: BookingSlot[]; same: number; left: IcsLeft[] }

/** `known`: all closures of the resource, ended ones too. Those made by hand are left as they are, and what they close isn't closed twice. */
export const icsClosures = async (ics: Ics, resource: string, { now, known }: { now: Instant; known: readonly BookingSlot[] }): Promise<IcsPlan> => {
  const plan: IcsPlan = { fresh: [], moved: [], gone: [], absent: [], same: 0, left: ics.refused.map(({ title, line, why }) => ({ title, line, why })) }
  const uids = new Set(ics.events.map(uidOf))
  const live = known.filter(({ status, to }) => status === 'closed' && to > now)
  const isTheirs = ({ outside }: BookingSlot): boolean => outside !== undefined && uids.has(outside.uid)
  const closed: Span[] = live.filter(slot => !isTheirs(slot))
  const before = new Map(known.map(slot => [slot.id, slot]))
  const claimed = new Set<string>()
  const seen = new Set<string>()
  for (const event of ics.events) {
    const name = `${uidOf(event)}\n${event.instance}`
    const [from, to] = instantsOf(event)
    const pieces = await piecesOf(event, resource, without({ from, to }, closed))
    const why = !event.busy ? 'free' : to <= from ? 'empty' : to <= now ? 'past' : seen.has(name) ? 'twice' : pieces.length === 0 ? 'covered' : null
    if (why) {
      plan.left.push({ title: event.title, line: event.line, why })
      continue
    }
    seen.add(name)
    let stands = true
    for (const piece of pieces) {
      const slot = before.get(piece.id)
      claimed.add(piece.id)
      const unmoved = slot?.from === piece.start && slot.to === piece.end
      // One that a person has ended stays open for as long as its event stays where it is.
      if (unmoved && slot.status !== 'closed' && !slot.outside?.gone) continue
      closed.push({ from: piece.start, to: piece.end })
      if (unmoved && slot.status === 'closed') continue
      stands = false
      if (slot && live.includes(slot)) plan.moved.push({ ...piece, was: { from: slot.from, to: slot.to } })
      else plan.fresh.push(piece)
    }
    if (stands) plan.same++
  }
  plan.gone = live.filter(slot => isTheirs(slot) && !claimed.has(slot.id))
  plan.absent = live.filter(slot => slot.outside && !isTheirs(slot))
  return plan
}

const instantsOf = (event: IcsEvent): [Instant, Instant] => ('from' in event ? [event.from, event.to] : [midnightOf(event.first), midnightOf(event.last) + DAY])

/** One to which the file gives no UID is known by its title and start, and can't be followed when it moves. */
const uidOf = (event: IcsEvent): string => (event.uid || `${event.title}\n${instantsOf(event)[0]}`).slice(0, LONGEST_UID)

/** What of a span is not yet closed. */
const without = (span: Span, closed: readonly Span[]): Span[] =>
  closed.reduce((rest, one) => rest.flatMap(({ from, to }) => (one.from >= to || one.to <= from ? [{ from, to }] : [{ from, to: Math.min(one.from, to) }, { from: Math.max(one.to, from), to }].filter(part => part.from < part.to))), [span])

/** A closure is no longer than `LONGEST`: a longer event is several. */
const piecesOf = async (event: IcsEvent, resource: string, spans: readonly Span[]): Promise<IcsClosure[]> => {
  const uid = uidOf(event)
  const pieces: IcsClosure[] = []
  for (const { from, to } of spans) for (let start = from; start < to; start += LONGEST) pieces.push({ id: await idOf([resource, uid, event.instance, pieces.length].join('\n')), start, end: Math.min(start + LONGEST, to), title: event.title, uid })
  return pieces
}

/** RFC 9562, version 8: a UUID out of a hash. */
const idOf = async (text: string): Promise<string> => {
  const hex = await sha256(new TextEncoder().encode(text))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
