import { dayNumber, type DayNumber, type IsoDay } from '#shared/lib/dates.ts'
import type { CatalogueMeta } from '../catalogue.ts'
import { YEAR_BANDS } from '../query.ts'
import { KINDS, STATUSES } from '../standard.ts'
import { bitset, setBit, type Bitset } from './bitset.ts'
import { openDictionary, type Dictionary } from './dictionary.ts'
import { openPostings, type Postings } from './postings.ts'
import type { Segment } from './segment.ts'
import { openFacts, type Baked } from './facts.ts'

/** Views on a hot segment and what follows from the day of reading. Opening copies and parses nothing. */
export type Index = {
  records: number
  fold: Uint16Array
  /** `also`: pairs of a record and a further title of it that holds CJK, by record. */
  titles: { of: Uint32Array; at: Uint32Array; units: Uint16Array; bytes: Uint8Array; also: Uint32Array }
  numbers: Dictionary & { doc: Uint32Array; base: Uint8Array; length: Uint8Array; order: Uint32Array }
  /** Records by the letters that their number begins with, by key. */
  families: Dictionary & Postings
  bigrams: Postings & { keys: Uint32Array }
  words: Dictionary & Postings
  /** Lists of the records whose title begins with a word, by the word's position in `words`. */
  firsts: Postings
  short: Postings & { keys: Uint32Array }
  ics: Dictionary & Postings
  kinds: Uint8Array
  years: Uint8Array
  classes: { of: Uint32Array; members: Uint32Array }
  facts: Baked
  today: Today
}

/** Statuses on one day: position in STATUSES a record, a set a status, and status, kind and year band as one number. */
export type Today = { day: IsoDay; number: DayNumber; statuses: Uint8Array; sets: Bitset[]; inForce: Bitset; cells: Uint16Array }

export const openIndex = (segment: Segment, day: IsoDay): Index => {
  const kinds = segment.bytes('kinds')
  const records = kinds.length
  const units = segment.u16('titles.units')
  const index: Index = {
    records,
    fold: segment.u16('fold'),
    titles: { of: segment.u32('titles.of'), at: segment.u32('titles.at'), units, bytes: new Uint8Array(units.buffer, units.byteOffset, units.byteLength), also: segment.u32('titles.also') },
    numbers: { ...openDictionary(segment, 'numbers'), doc: segment.u32('numbers.doc'), base: segment.bytes('numbers.base'), length: segment.bytes('numbers.length'), order: segment.u32('numbers.order') },
    families: { ...openDictionary(segment, 'families'), ...openPostings(segment, 'families') },
    bigrams: { ...openPostings(segment, 'bigrams'), keys: segment.u32('bigrams.keys') },
    words: { ...openDictionary(segment, 'words'), ...openPostings(segment, 'words') },
    firsts: openPostings(segment, 'firsts'),
    short: { ...openPostings(segment, 'short'), keys: segment.u32('short.keys') },
    ics: { ...openDictionary(segment, 'ics'), ...openPostings(segment, 'ics') },
    kinds,
    years: segment.bytes('years'),
    classes: { of: segment.u32('classes.of'), members: segment.u32('classes.members') },
    facts: openFacts(segment, (segment.facts.meta as CatalogueMeta).date),
    today: { day: '', number: 0, statuses: new Uint8Array(records), sets: STATUSES.map(() => bitset(records)), inForce: bitset(records), cells: new Uint16Array(records) },
  }
  readOn(index, day)
  return index
}

/** One pass over the baked dates; also what a new day of reading, or midnight, asks for. */
export const readOn = (index: Index, day: IsoDay): void => {
  const { today, facts, kinds, years, records } = index
  if (today.day === day) return
  const { statuses, sets, inForce, cells } = today
  const on = dayNumber(day)
  for (const set of sets) set.fill(0)
  for (let doc = 0; doc < records; doc++) {
    const status = facts.status(doc, on)
    statuses[doc] = status
    setBit(sets[status], doc)
    cells[doc] = (status * KINDS.length + kinds[doc]) * YEAR_BANDS.length + years[doc]
  }
  const current = sets[STATUSES.indexOf('current')]
  const partly = sets[STATUSES.indexOf('partly')]
  for (let i = 0; i < inForce.length; i++) inForce[i] = current[i] | partly[i]
  today.day = day
  today.number = on
}
