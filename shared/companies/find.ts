import { initialsOf, syllablesOf } from '#shared/lib/pinyin.ts'
import { type Company, meantAmong } from './company.ts'
import { fold } from './names.ts'
import { eachOwner, type Lines, linesOf } from './lines.ts'

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
  const plain = /^[a-z0-9]+$/.test(letters)
  // Each company once, by the best way, of names those that begin with it first; those of one way in the order of the list.
  const rankOf = new Uint8Array(companies.length)
  let left = companies.length
  const look = (by: FoundBy, lines: Lines, wanted: string, from?: Uint8Array): void => {
    if (left === 0) return
    eachOwner(lines, wanted, (owner, begins) => {
      if (rankOf[owner] > 0) return
      rankOf[owner] = by === 'name' && begins ? 1 : FOUND_BY.indexOf(by) + 2
      left--
    }, from)
  }
  look('name', names, text)
  if (plain) look('initials', initials, letters)
  if (plain) look('pinyin', pinyin, letters, syllables)
  if (text.length >= 4) look('code', codes, text.toUpperCase())
  if (text.length >= 4 && /^\d+$/.test(text)) look('phone', phones, `${text}\n`)
  const found: { company: Company; by: FoundBy }[][] = [[], ...FOUND_BY.map(() => [])]
  for (let owner = 0; owner < rankOf.length; owner++) {
    const rank = rankOf[owner]
    if (rank > 0) found[rank - 1].push({ company: companies[owner], by: FOUND_BY[Math.max(0, rank - 2)] })
  }
  return found.flat()
}
