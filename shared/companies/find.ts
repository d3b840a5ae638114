import { initialsOf } from '#shared/lib/pinyin.ts'
import { type Company, meantAmong } from './company.ts'
import { fold } from './names.ts'

/** What a company is found by; made once a list, not once a key. */
export type Findable = { company: Company; names: string[]; initials: string[]; code: string; phone: string }

/** By what a text found a company, best first. */
export const FOUND_BY = ['name', 'initials', 'code', 'phone'] as const
export type FoundBy = (typeof FOUND_BY)[number]

/** Companies by name in the order of pinyin; an alias lends its name and code to the company that it means. */
export const findable = (companies: readonly Company[]): Findable[] => {
  const meantBy = meantAmong(companies)
  const found = new Map<string, Findable>()
  for (const company of companies) if (company.mergedInto === null) found.set(company.id, { company, names: [fold(company.name)], initials: [initialsOf(company.name)], code: company.uscc ?? '', phone: digits(company.phone) })
  for (const alias of companies) {
    const meant = meantBy(alias.id)
    const entry = meant && meant !== alias ? found.get(meant.id) : undefined
    entry?.names.push(fold(alias.name))
    entry?.initials.push(initialsOf(alias.name))
  }
  return [...found.values()].sort((a, b) => BY_NAME.compare(a.company.name, b.company.name) || (a.company.id < b.company.id ? -1 : 1))
}

/** Names by any part, initials from any place, codes by any part, phones by their last digits (four at least); an empty text finds all. */
export const findCompanies = (all: readonly Findable[], text: string): { company: Company; by: FoundBy | null }[] => {
  const wanted = fold(text)
  if (wanted === '') return all.map(({ company }) => ({ company, by: null }))
  const found = all.flatMap(entry => {
    const by = foundBy(entry, wanted)
    return by ? [{ company: entry.company, by, rank: FOUND_BY.indexOf(by) * 2 + (by === 'name' && !entry.names[0].startsWith(wanted) ? 1 : 0) }] : []
  })
  return found.sort((a, b) => a.rank - b.rank).map(({ company, by }) => ({ company, by }))
}

const foundBy = ({ names, initials, code, phone }: Findable, wanted: string): FoundBy | null => {
  if (names.some(name => name.includes(wanted))) return 'name'
  if (/^[a-z0-9]+$/.test(wanted) && initials.some(one => one.includes(wanted))) return 'initials'
  if (wanted.length >= 4 && code.includes(wanted.toUpperCase())) return 'code'
  return wanted.length >= 4 && /^\d+$/.test(wanted) && phone.endsWith(wanted) ? 'phone' : null
}

const digits = (text: string | null): string => (text ?? '').replace(/\D/g, '')
const BY_NAME = new Intl.Collator('zh-u-co-pinyin', { numeric: true })
