import { initialsOf, syllablesOf } from '#shared/lib/pinyin.ts'
import { type Company, meantAmong } from './company.ts'
import { fold } from './names.ts'

/** What a company is found by, its own first, then that of its aliases; made once a list, not once a key. */
export type Findable = { company: Company; names: string[]; initials: string[]; pinyin: Pinyin[]; codes: string[]; phones: string[] }

/** All syllables in a row, and the same with each one's first letter as a capital. */
type Pinyin = { flat: string; marked: string }

/** By what a text found a company, best first. */
export const FOUND_BY = ['name', 'initials', 'pinyin', 'code', 'phone'] as const
export type FoundBy = (typeof FOUND_BY)[number]

/** Companies by name in the order of pinyin; an alias lends all that it is found by to the company that it means. */
export const findable = (companies: readonly Company[]): Findable[] => {
  const meantBy = meantAmong(companies)
  const found = new Map<string, Findable & { order: string }>()
  for (const company of companies) {
    if (company.mergedInto !== null) continue
    const entry = { company, names: [], initials: [], pinyin: [], codes: [], phones: [], order: orderOf(company.name) }
    lend(entry, company)
    found.set(company.id, entry)
  }
  for (const alias of companies) {
    const entry = alias.mergedInto === null ? undefined : found.get(meantBy(alias.id)?.id ?? '')
    if (entry) lend(entry, alias)
  }
  return [...found.values()].sort((a, b) => (a.order === b.order ? (a.company.id < b.company.id ? -1 : 1) : a.order < b.order ? -1 : 1))
}

const lend = ({ names, initials, pinyin, codes, phones }: Findable, { name, uscc, phone }: Company): void => {
  names.push(fold(name))
  initials.push(initialsOf(name))
  const syllables = syllablesOf(name)
  pinyin.push({ flat: syllables.join(''), marked: syllables.map(one => one[0].toUpperCase() + one.slice(1)).join('') })
  if (uscc !== null) codes.push(uscc)
  if (phone !== null) phones.push(digits(phone))
}

/** Compared as plain text, which is a hundred times as fast as a collator: syllables, numbers by value, then the name itself. */
const orderOf = (name: string): string => `${syllablesOf(name).join(' ').replace(/\d+/g, number => number.padStart(9, '0'))} ${name}`

/** Names by any part, initials and whole pinyin from any character on, codes by any part, phones by their last digits (four at least); an empty text finds all. */
export const findCompanies = (all: readonly Findable[], text: string): { company: Company; by: FoundBy | null }[] => {
  const wanted = wantedFrom(text)
  if (wanted.text === '') return all.map(({ company }) => ({ company, by: null }))
  // In the order of the list within each rank: a name's beginning, its inside, then the other ways.
  const ranks: { company: Company; by: FoundBy }[][] = [[], ...FOUND_BY.map(() => [])]
  for (const entry of all) {
    const by = foundBy(entry, wanted)
    if (by) ranks[by === 'name' && entry.names[0].startsWith(wanted.text) ? 0 : FOUND_BY.indexOf(by) + 1].push({ company: entry.company, by })
  }
  return ranks.flat()
}

type Wanted = { text: string; letters: string | null; code: string | null; phone: string | null }

const wantedFrom = (typed: string): Wanted => {
  const text = fold(typed)
  const letters = text.replaceAll('ü', 'v')
  return { text, letters: /^[a-z0-9]+$/.test(letters) ? letters : null, code: text.length >= 4 ? text.toUpperCase() : null, phone: text.length >= 4 && /^\d+$/.test(text) ? text : null }
}

const foundBy = ({ names, initials, pinyin, codes, phones }: Findable, { text, letters, code, phone }: Wanted): FoundBy | null => {
  for (const name of names) if (name.includes(text)) return 'name'
  if (letters !== null) {
    for (const one of initials) if (one.includes(letters)) return 'initials'
    for (const one of pinyin) if (beginsSyllable(one, letters)) return 'pinyin'
  }
  if (code !== null) for (const one of codes) if (one.includes(code)) return 'code'
  if (phone !== null) for (const one of phones) if (one.endsWith(phone)) return 'phone'
  return null
}

const beginsSyllable = ({ flat, marked }: Pinyin, letters: string): boolean => {
  for (let at = flat.indexOf(letters); at >= 0; at = flat.indexOf(letters, at + 1)) if (marked[at] !== flat[at] || /\d/.test(flat[at])) return true
  return false
}

const digits = (text: string): string => text.replace(/\D/g, '')
