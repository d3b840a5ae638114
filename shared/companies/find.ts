import { initialsOf, syllablesOf } from '#shared/lib/pinyin.ts'
import { type Company, meantAmong } from './company.ts'
import { fold } from './names.ts'
import { type Lines, linesOf, ownersOf } from './lines.ts'

/**
 * Companies by name in the order of pinyin, and what each is found by: its own, and that of its aliases. Made once a list, not once a key.
 * `syllables`: 1 where one begins in the text of `pinyin`.
 */
export type Findable = { companies: readonly Company[]; names: Lines; initials: Lines; pinyin: Lines; syllables: Uint8Array; codes: Lines; phones: Lines }

/** By what a text found a company, best first. */
export const FOUND_BY = ['name', 'initials', 'pinyin', 'code', 'phone'] as const
export type FoundBy = (typeof FOUND_BY)[number]

export const findable = (companies: readonly Company[]): Findable => {
  const meantBy = meantAmong(companies)
  const sorted = companies.filter(({ mergedInto }) => mergedInto === null).map(company => ({ company, order: spokenOf(company.name).order })).sort((a, b) => (a.order === b.order ? (a.company.id < b.company.id ? -1 : 1) : a.order < b.order ? -1 : 1))
  const places = new Map(sorted.map(({ company }, i) => [company.id, i]))
  const all = sorted.map(({ company }, owner) => ({ owner, said: company, spoken: spokenOf(company.name) }))
  for (const alias of companies) {
    const owner = alias.mergedInto === null ? undefined : places.get(meantBy(alias.id)?.id ?? '')
    if (owner !== undefined) all.push({ owner, said: alias, spoken: spokenOf(alias.name) })
  }
  const lines = (textOf: (one: (typeof all)[number]) => string): Lines => linesOf(all.map(one => ({ owner: one.owner, text: textOf(one) })))
  const pinyin = lines(({ spoken }) => spoken.pinyin)
  return {
    companies: sorted.map(({ company }) => company),
    names: lines(({ spoken }) => spoken.folded), initials: lines(({ spoken }) => spoken.initials), pinyin, syllables: beginsOf(all.map(({ spoken }) => spoken.syllables), pinyin),
    codes: lines(({ said: { uscc } }) => uscc ?? ''), phones: lines(({ said: { phone } }) => (phone ?? '').replace(/\D/g, '')),
  }
}

/** `order` is compared as plain text, which is far faster than a collator: syllables, numbers by value, then the name itself. */
type Spoken = { folded: string; initials: string; pinyin: string; syllables: readonly string[]; order: string }

/** A list changes by few names at a time. */
const spokenOf = (name: string): Spoken => {
  const known = SPOKEN.get(name)
  if (known) return known
  const syllables = syllablesOf(name)
  const spoken = { folded: fold(name), initials: initialsOf(name), pinyin: syllables.join(''), syllables, order: `${syllables.join(' ').replace(/\d+/g, number => number.padStart(9, '0'))} ${name}` }
  if (SPOKEN.size >= NAMES_KEPT) SPOKEN.clear()
  SPOKEN.set(name, spoken)
  return spoken
}
const SPOKEN = new Map<string, Spoken>()
const NAMES_KEPT = 100_000

const beginsOf = (spoken: readonly (readonly string[])[], { text, starts }: Lines): Uint8Array => {
  const begins = new Uint8Array(text.length)
  for (const [i, syllables] of spoken.entries()) {
    let at = starts[i]
    for (const syllable of syllables) {
      begins[at] = 1
      at += syllable.length
    }
  }
  return begins
}

/** Names by any part, initials and whole pinyin from any character on, codes by any part, phones by their last digits (four at least); an empty text finds all. */
export const findCompanies = ({ companies, names, initials, pinyin, syllables, codes, phones }: Findable, typed: string): { company: Company; by: FoundBy | null }[] => {
  const text = fold(typed)
  if (text === '') return companies.map(company => ({ company, by: null }))
  const letters = text.replaceAll('ü', 'v')
  const ways: [FoundBy, number[]][] = [['name', ownersOf(names, `\n${text}`)], ['name', ownersOf(names, text)]]
  if (/^[a-z0-9]+$/.test(letters)) ways.push(['initials', ownersOf(initials, letters)], ['pinyin', ownersOf(pinyin, letters, syllables)])
  if (text.length >= 4) ways.push(['code', ownersOf(codes, text.toUpperCase())])
  if (text.length >= 4 && /^\d+$/.test(text)) ways.push(['phone', ownersOf(phones, `${text}\n`)])
  // Each company once, by the best way; those of one way in the order of the list.
  const wayOf = new Uint8Array(companies.length)
  for (const [i, [, owners]] of ways.entries()) for (const owner of owners) if (wayOf[owner] === 0) wayOf[owner] = i + 1
  const found = ways.map((): { company: Company; by: FoundBy }[] => [])
  for (let owner = 0; owner < wayOf.length; owner++) {
    const way = wayOf[owner]
    if (way > 0) found[way - 1].push({ company: companies[owner], by: ways[way - 1][0] })
  }
  return found.flat()
}
