import { dayNumber, type DayNumber, type IsoDay } from '#shared/lib/dates.ts'
import { statusOn } from '../status.ts'
import { NONE, type StatusFacts } from '../status-facts.ts'
import type { Section, Segment } from './segment.ts'

/** What status a record has on a day, from its baked dates. */
export type Baked = {
  /** Position in STATUSES. */
  status(doc: number, day: DayNumber): number
  facts(doc: number): StatusFacts
  /** The day for which the catalogue speaks. */
  catalogueDay: DayNumber
}

const DATES = ['published', 'start', 'withdrawn', 'fullSuccessor', 'partSuccessor'] as const

export const packFacts = (facts: readonly StatusFacts[]): Record<string, Section> => ({
  ...Object.fromEntries(DATES.map(name => [`facts.${name}`, Int32Array.from(facts, f => f[name])])),
  'facts.word': Uint8Array.from(facts, f => f.word + 1),
  'facts.flags': Uint16Array.from(facts, f => f.flags),
})

export const openFacts = (segment: Segment, catalogueDate: IsoDay): Baked => {
  const [published, start, withdrawn, fullSuccessor, partSuccessor] = DATES.map(name => segment.i32(`facts.${name}`)) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]
  const word = segment.bytes('facts.word')
  const flags = segment.u16('facts.flags')
  const catalogueDay = dayNumber(catalogueDate)
  const read = (doc: number, into: StatusFacts): StatusFacts => {
    into.word = word[doc] - 1
    into.published = published[doc]!
    into.start = start[doc]!
    into.withdrawn = withdrawn[doc]!
    into.fullSuccessor = fullSuccessor[doc]!
    into.partSuccessor = partSuccessor[doc]!
    into.flags = flags[doc]!
    return into
  }
  const one = blank()
  return { status: (doc, day) => statusOn(read(doc, one), day, catalogueDay), facts: doc => read(doc, blank()), catalogueDay }
}

const blank = (): StatusFacts => ({ word: -1, published: NONE, start: NONE, withdrawn: NONE, fullSuccessor: NONE, partSuccessor: NONE, flags: 0 })
