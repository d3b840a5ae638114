import { type Company, type CompanyPair, meantAmong } from './company.ts'
import { bareName } from './names.ts'
import { isUscc } from './uscc.ts'

export const ALIKE_BY = ['code', 'name', 'phone'] as const
export type AlikeBy = (typeof ALIKE_BY)[number]
/** Two that look like one, and by what. `keep` is the better known of them: with a code that fits, else registered first. */
export type Alike = { keep: Company; alias: Company; by: AlikeBy[] }

/**
 * Companies that look like one, likeliest first; neither aliases nor those that a person has called two. Two codes that fit and differ are two
 * companies, whatever else agrees.
 */
export const duplicatesIn = (companies: readonly Company[], pairs: readonly CompanyPair[]): Alike[] => {
  const meant = meantAmong(companies)
  const apart = new Set(pairs.filter(pair => pair.apart).map(({ one, other }) => keyOf(meant(one)?.id ?? one, meant(other)?.id ?? other)))
  const found = new Map<string, Alike>()
  const groups = new Map<string, Company>()
  for (const company of [...companies].sort(better)) {
    const own = meant(company.id) ?? company
    for (const [by, value] of tellingOf(company)) {
      const first = groups.get(`${by} ${value}`)
      if (!first) groups.set(`${by} ${value}`, own)
      if (!first || first.id === own.id || differ(first, own)) continue
      const key = keyOf(first.id, own.id)
      if (apart.has(key)) continue
      const alike = found.get(key)
      if (!alike) found.set(key, { ...inOrder(first, own), by: [by] })
      else if (!alike.by.includes(by)) alike.by.push(by)
    }
  }
  return [...found.values()].sort((a, b) => ALIKE_BY.indexOf(a.by[0]) - ALIKE_BY.indexOf(b.by[0]) || b.by.length - a.by.length)
}

/** Finds those that look like one that isn't registered yet, by what was typed of it; aliases stand for what they mean. */
export const alikeIn = (companies: readonly Company[]): ((typed: Pick<Company, 'name' | 'uscc' | 'phone'>) => { company: Company; by: AlikeBy[] }[]) => {
  const meant = meantAmong(companies)
  const groups = new Map<string, Company[]>()
  for (const company of companies) for (const [by, value] of tellingOf(company)) groups.set(`${by} ${value}`, [...(groups.get(`${by} ${value}`) ?? []), meant(company.id) ?? company])
  return typed => {
    const found = new Map<string, { company: Company; by: AlikeBy[] }>()
    for (const [by, value] of tellingOf(typed)) for (const company of groups.get(`${by} ${value}`) ?? []) {
      const one = found.get(company.id)
      if (!one) found.set(company.id, { company, by: [by] })
      else if (!one.by.includes(by)) one.by.push(by)
    }
    return [...found.values()].sort((a, b) => b.by.length - a.by.length || better(a.company, b.company))
  }
}

const tellingOf = ({ name, uscc, phone }: Pick<Company, 'name' | 'uscc' | 'phone'>): [AlikeBy, string][] => {
  const digits = (phone ?? '').replace(/\D/g, '')
  return [...(uscc !== null && isUscc(uscc) ? [['code', uscc] as [AlikeBy, string]] : []), ...(name === '' ? [] : [['name', bareName(name)] as [AlikeBy, string]]), ...(digits.length >= 7 ? [['phone', digits] as [AlikeBy, string]] : [])]
}

const verified = ({ uscc }: Company): boolean => uscc !== null && isUscc(uscc)
const differ = (a: Company, b: Company): boolean => verified(a) && verified(b) && a.uscc !== b.uscc
const better = (a: Company, b: Company): number => +verified(b) - +verified(a) || a.registeredAt - b.registeredAt || (a.id < b.id ? -1 : 1)
const inOrder = (a: Company, b: Company): { keep: Company; alias: Company } => (better(a, b) <= 0 ? { keep: a, alias: b } : { keep: b, alias: a })
const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
