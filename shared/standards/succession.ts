import { lastDay, precisionOf, type DayNumber, type LooseDate } from '#shared/lib/dates.ts'
import type { Graph } from './relation-edges.ts'
import { SOURCE_WORDS, type Standard } from './standard.ts'
import { FACT, NONE, type StatusFacts } from './status-facts.ts'

/** The days of one row, with the bits of FACT that say how exact they are. */
export type Dates = { published: DayNumber; start: DayNumber; withdrawn: DayNumber; flags: number }

export const datesOf = (row: Pick<Standard, 'published' | 'effective' | 'withdrawn'>): Dates => {
  const start = row.effective ?? row.published
  return {
    published: dayOf(row.published),
    start: dayOf(start),
    withdrawn: dayOf(row.withdrawn),
    flags:
      (row.effective === undefined && start !== undefined ? FACT.START_PUBLISHED : 0) |
      bits(row.published, FACT.PUBLISHED_MONTH, FACT.PUBLISHED_YEAR) |
      bits(start, FACT.START_MONTH, FACT.START_YEAR) |
      bits(row.withdrawn, FACT.WITHDRAWN_MONTH, FACT.WITHDRAWN_YEAR),
  }
}

/** A draft, or a project without year and date: it replaces nothing yet. */
export const isRevision = (id: number, rows: readonly Standard[], dates: readonly Dates[], graph: Graph): boolean => {
  const row = rows[id]
  if (!row) return !/[:-](?:19|20)\d{2}(?!\d)/.test(graph.number(id))
  return row.word === 'draft' || (row.year === null && dates[id].start === NONE)
}

export type Settled = { facts: StatusFacts; successor: { id: number; inferred: boolean } }

/** What the status of one row follows from, and the full successor that comes first. `next` is the next edition where its word lets us infer one. */
export const settleFacts = (row: number, rows: readonly Standard[], dates: readonly Dates[], graph: Graph, next: Int32Array): Settled => {
  const own = dates[row]
  const { word } = rows[row]
  const facts: StatusFacts = { word: word === null ? -1 : SOURCE_WORDS.indexOf(word), published: own.published, start: own.start, withdrawn: own.withdrawn, fullSuccessor: NONE, partSuccessor: NONE, flags: own.flags }
  let successor = -1
  for (const { id, part } of graph.successors(row)) {
    if (isRevision(id, rows, dates, graph)) {
      if (!part) facts.flags |= FACT.REVISION
      continue
    }
    // A source that keeps this one in force and has dropped its only successor takes the replacement back.
    if (word === 'current' && rows[id]?.word === 'withdrawn' && graph.successors(id).length === 0) continue
    const start = id < rows.length ? dates[id].start : NONE
    const dated = start !== NONE && (own.start === NONE || start >= own.start)
    if (part) {
      if (dated && (facts.partSuccessor === NONE || start < facts.partSuccessor)) setPart(facts, start, dates[id].flags)
      continue
    }
    if (!dated) {
      facts.flags |= FACT.SUCCESSOR_UNDATED
      if (successor === -1) successor = id
    } else if (facts.fullSuccessor === NONE || start < facts.fullSuccessor) {
      setFull(facts, start, dates[id].flags)
      successor = id
    }
  }
  return successor === -1 && next[row] !== -1 ? infer(facts, next[row], dates) : { facts, successor: { id: successor, inferred: false } }
}

/** With a withdrawal day of its own an edition is replaced from that day on, not from the start of the next one: both may run side by side. */
const infer = (facts: StatusFacts, id: number, dates: readonly Dates[]): Settled => {
  const { start, flags } = dates[id]
  if (facts.withdrawn === NONE && start !== NONE && (facts.start === NONE || start >= facts.start)) {
    setFull(facts, start, flags)
    facts.flags |= FACT.SUCCESSOR_INFERRED
  }
  return { facts, successor: { id, inferred: true } }
}

const setFull = (facts: StatusFacts, start: DayNumber, flags: number): void => {
  facts.fullSuccessor = start
  facts.flags = (facts.flags & ~(FACT.SUCCESSOR_MONTH | FACT.SUCCESSOR_YEAR)) | ((flags & FACT.START_MONTH) !== 0 ? FACT.SUCCESSOR_MONTH : 0) | ((flags & FACT.START_YEAR) !== 0 ? FACT.SUCCESSOR_YEAR : 0)
}

const setPart = (facts: StatusFacts, start: DayNumber, flags: number): void => {
  facts.partSuccessor = start
  facts.flags = (facts.flags & ~(FACT.PART_MONTH | FACT.PART_YEAR)) | ((flags & FACT.START_MONTH) !== 0 ? FACT.PART_MONTH : 0) | ((flags & FACT.START_YEAR) !== 0 ? FACT.PART_YEAR : 0)
}

const dayOf = (date: LooseDate | undefined): DayNumber => (date === undefined ? NONE : lastDay(date))
const bits = (date: LooseDate | undefined, month: number, year: number): number => {
  const precision = date === undefined ? 'day' : precisionOf(date)
  return precision === 'month' ? month : precision === 'year' ? year : 0
}
