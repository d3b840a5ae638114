import type { IsoDay } from '#shared/lib/dates.ts'
import { identify } from './number.ts'
import { sourceWord } from './source-word.ts'
import type { Adoption, Degree, Reference, Source, Standard } from './standard.ts'
import rows from './starter.json' with { type: 'json' }

/**
 * The day for which the starter catalogue speaks: the latest one that its sources presuppose (GB/T 3917.3-2025, in force from then
 * on, is called current). Their pages don't say on which day they were written, so nothing later can be claimed.
 */
export const STARTER_DATE: IsoDay = '2025-09-01'

/** Each row says only what a public source shows, which it names with its address or repository and path. */
export const starterCatalogue = (): Standard[] => (rows as StarterRow[]).map(standardOf)

export type StarterRow = {
  number: string
  titles: Standard['titles']
  status?: string
  published?: string
  effective?: string
  withdrawn?: string
  replaces?: string[]
  replacesPartly?: string[]
  replacedBy?: string[]
  /** Number, and degree where the source states one. */
  adopts?: string
  ics?: string[]
  ccs?: string[]
  industry: string
  note?: string
  sources: Source[]
}

const standardOf = (row: StarterRow): Standard => {
  const identity = known(row.number)
  const { number, key, recognised, year, kind } = identity
  return {
    number,
    key,
    recognised,
    year,
    kind,
    titles: row.titles,
    word: row.status === undefined ? null : (sourceWord(row.status) ?? null),
    ...pick(row),
    replaces: [...references(row.replaces, false), ...references(row.replacesPartly, true)],
    replacedBy: references(row.replacedBy, false),
    adopts: row.adopts === undefined ? identity.adopts : [adoption(row.adopts)],
    ics: row.ics ?? [],
    ccs: row.ccs ?? [],
    industry: row.industry,
    sources: row.sources,
  }
}

const pick = ({ published, effective, withdrawn, note }: StarterRow): Partial<Standard> => ({
  ...(published !== undefined && { published }),
  ...(effective !== undefined && { effective }),
  ...(withdrawn !== undefined && { withdrawn }),
  ...(note !== undefined && { note }),
})

const references = (numbers: string[] = [], part: boolean): Reference[] => numbers.map(number => ({ number: known(number).number, part }))

const adoption = (text: string): Adoption => {
  const [, number, degree] = /^(.*?)(?: (IDT|MOD|NEQ|EQV))?$/.exec(text)!
  return { number: known(number).number, degree: (degree ?? null) as Degree | null }
}

/** Our own rows have usable numbers; the tests see to it. */
const known = (number: string): NonNullable<ReturnType<typeof identify>> => {
  const identity = identify(number)
  if (!identity) throw new Error(`starter catalogue: no usable number "${number}"`)
  return identity
}
