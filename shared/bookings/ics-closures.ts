// Busy times of an outside calendar as closures of a resource.
import { sha256 } from '#shared/crypto/digest.ts'
import type { Ics, IcsEvent, IcsRefusal, IcsSpan } from '#shared/readers/ics.ts'
import { type Instant, LONGEST } from './booking.ts'
import { DAY, midnightOf } from './times.ts'

/** The same event of the same calendar has the same `id`, whoever reads the file and however often. Instants, half-open. */
export type IcsClosure = { id: string; start: Instant; end: Instant; title: string }
/** What was not taken, with its line in the file. `past`: it is over. `free`: it takes no time, or was called off. `cut`: in part or whole at a time that is closed already. */
export type IcsLeft = { title: string; line: number; why: IcsRefusal['why'] | 'past' | 'free' | 'empty' | 'cut' }

type Closed = { from: Instant; to: Instant }

/**
 * `closed`: when the resource is closed already; `known`: ids of closures that there were, ended ones too, which a person has opened again.
 * `same`: how many stand as they were taken before.
 */
export const icsClosures = async (ics: Ics, resource: string, { now, closed, known }: { now: Instant; closed: readonly Closed[]; known: ReadonlySet<string> }): Promise<{ fresh: IcsClosure[]; same: number; left: IcsLeft[] }> => {
  const fresh: IcsClosure[] = []
  const left: IcsLeft[] = ics.refused.map(({ title, line, why }) => ({ title, line, why }))
  let same = 0
  for (const event of ics.events) {
    const leave = (why: IcsLeft['why']): void => void left.push({ title: event.title, line: event.line, why })
    const [from, to] = instantsOf(event)
    if (!event.busy) leave('free')
    else if (to <= from) leave('empty')
    else if (to <= now) leave('past')
    else {
      const pieces = await piecesOf(event, resource, from, to)
      const unknown = pieces.filter(({ id }) => !known.has(id))
      if (unknown.length === 0) same++
      else if ([...closed, ...fresh.map(({ start, end }) => ({ from: start, to: end }))].some(one => unknown.some(({ start, end }) => one.from < end && one.to > start))) leave('cut')
      else fresh.push(...unknown)
    }
  }
  return { fresh, same, left }
}

const instantsOf = (event: IcsSpan): [Instant, Instant] => ('from' in event ? [event.from, event.to] : [midnightOf(event.first), midnightOf(event.last) + DAY])

/** A closure is no longer than `LONGEST`: a longer event is several. */
const piecesOf = async ({ uid, title }: IcsEvent, resource: string, from: Instant, to: Instant): Promise<IcsClosure[]> => {
  const pieces: IcsClosure[] = []
  for (let start = from; start < to; start += LONGEST) pieces.push({ id: await idOf(`${resource}\n${uid || title}\n${start}`), start, end: Math.min(start + LONGEST, to), title })
  return pieces
}

/** RFC 9562, version 8: a UUID out of a hash. */
const idOf = async (text: string): Promise<string> => {
  const hex = await sha256(new TextEncoder().encode(text))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
