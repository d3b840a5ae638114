import type { DayNumber, IsoDay, LooseDate } from '#shared/lib/dates.ts'
import { isoOf } from '#shared/lib/dates.ts'
import type { SourceWord, Status } from './standard.ts'
import { SOURCE_WORDS } from './standard.ts'
import { FACT, NONE, type StatusFacts } from './status-facts.ts'

/** From what a status follows; dates are as exact as held. */
export type StatusReason =
  /** A full successor is in force from that day on; `inferred` = no source names it, it is the next edition of the same standard. */
  | { code: 'successor'; from: LooseDate; inferred: boolean }
  /** The source says that it was replaced, and its withdrawal day is reached. */
  | { code: 'replaced-on'; on: LooseDate }
  | { code: 'withdrawn-on'; on: LooseDate }
  /** The word that the catalogue prints, which speaks for the catalogue's date and after. */
  | { code: 'word'; word: SourceWord; since: IsoDay }
  /** The start is reached though the catalogue still says 即将实施. */
  | { code: 'start-reached'; start: LooseDate }
  /** `published`: no effective day is stated, the published one counts. `until`: an end that is known already. */
  | { code: 'in-force'; start: LooseDate; published: boolean; until: End | null }
  /** No start is stated, and the end still lies ahead. */
  | { code: 'not-ended'; until: End }
  /** It has ended since, but was in force on the day read for: the end is known. */
  | { code: 'ended-later'; start: LooseDate; until: End }
  | { code: 'not-started'; start: LooseDate }
  | { code: 'not-published'; published: LooseDate }
  | { code: 'part-successor'; from: LooseDate }
  /** Unknown: neither date nor word. */
  | { code: 'no-date' }
  /** Unknown: the word speaks for `since` and after only, and no date for the day before. */
  | { code: 'word-later'; word: SourceWord; since: IsoDay }
  /** Unknown: it ended (or lost parts) before `since`, no source says when. */
  | { code: 'end-undated'; word: SourceWord; since: IsoDay }
  /** Unknown: no word, and a successor is named without a date. */
  | { code: 'successor-undated' }
  /** Unknown: not in force before `start`, and when it was published isn't stated. */
  | { code: 'before-start'; start: LooseDate }
export type End = { on: LooseDate; by: 'successor' | 'withdrawal' }

/** From what `status`, which `statusOn` gave for that day, follows. */
export const explain = (f: StatusFacts, day: DayNumber, catalogueDay: DayNumber, status: Status): StatusReason => {
  const word: SourceWord | undefined = SOURCE_WORDS[f.word]
  const said = (): StatusReason => (word === undefined ? { code: 'no-date' } : { code: 'word', word, since: isoOf(catalogueDay) })
  const reached = (date: DayNumber): boolean => date !== NONE && date <= day
  switch (status) {
    case 'replaced':
      if (reached(f.fullSuccessor)) return { code: 'successor', from: successor(f), inferred: (f.flags & FACT.SUCCESSOR_INFERRED) !== 0 }
      return reached(f.withdrawn) ? { code: 'replaced-on', on: withdrawal(f) } : said()
    case 'withdrawn':
      return reached(f.withdrawn) ? { code: 'withdrawn-on', on: withdrawal(f) } : said()
    case 'draft':
      return word === 'draft' ? said() : { code: 'not-published', published: loose(f.published, f.flags & FACT.PUBLISHED_MONTH, f.flags & FACT.PUBLISHED_YEAR) }
    case 'upcoming':
      return f.start === NONE ? said() : { code: 'not-started', start: start(f) }
    case 'partly':
      return reached(f.partSuccessor) ? { code: 'part-successor', from: loose(f.partSuccessor, f.flags & FACT.PART_MONTH, f.flags & FACT.PART_YEAR) } : said()
    case 'current':
      return current(f, day, word, said)
    case 'unknown':
      return unknown(f, day, catalogueDay, word)
  }
}

const current = (f: StatusFacts, day: DayNumber, word: SourceWord | undefined, said: () => StatusReason): StatusReason => {
  const until = endAfter(f)
  const ended = word === 'replaced' || word === 'withdrawn'
  if (f.start === NONE) return ended && until ? { code: 'not-ended', until } : said()
  if (f.start > day) return said()
  if (word === 'upcoming') return { code: 'start-reached', start: start(f) }
  if (ended && until) return { code: 'ended-later', start: start(f), until }
  return { code: 'in-force', start: start(f), published: (f.flags & FACT.START_PUBLISHED) !== 0, until }
}

const unknown = (f: StatusFacts, day: DayNumber, catalogueDay: DayNumber, word: SourceWord | undefined): StatusReason => {
  const since = isoOf(catalogueDay)
  if (f.start === NONE) return word === undefined || day >= catalogueDay ? { code: 'no-date' } : { code: 'word-later', word, since }
  if (day < f.start) return { code: 'before-start', start: start(f) }
  return word === undefined ? { code: 'successor-undated' } : { code: 'end-undated', word, since }
}

/** The earlier of successor and withdrawal; those that are reached already don't leave a standard in force. */
const endAfter = (f: StatusFacts): End | null => {
  if (f.fullSuccessor !== NONE && (f.withdrawn === NONE || f.fullSuccessor <= f.withdrawn)) return { on: successor(f), by: 'successor' }
  return f.withdrawn === NONE ? null : { on: withdrawal(f), by: 'withdrawal' }
}

const start = (f: StatusFacts): LooseDate => loose(f.start, f.flags & FACT.START_MONTH, f.flags & FACT.START_YEAR)
const successor = (f: StatusFacts): LooseDate => loose(f.fullSuccessor, f.flags & FACT.SUCCESSOR_MONTH, f.flags & FACT.SUCCESSOR_YEAR)
const withdrawal = (f: StatusFacts): LooseDate => loose(f.withdrawn, f.flags & FACT.WITHDRAWN_MONTH, f.flags & FACT.WITHDRAWN_YEAR)
const loose = (day: DayNumber, month: number, year: number): LooseDate => isoOf(day).slice(0, year ? 4 : month ? 7 : 10)
