import { precisionOf, type LooseDate } from '#shared/lib/dates.ts'
import type { Adoption, Reference, Standard } from './standard.ts'

/**
 * Brings two rows of one number together. `known` was given earlier and decides; what it lacks is taken over, lists are united, and
 * the fields in which the two disagree are listed in `differs`. `known` is changed in place and returned.
 */
export const mergeStandard = (known: Standard, row: Standard): Standard => {
  const differ = (field: string, value: string): void => {
    const source = row.sources[0]?.name ?? ''
    known.differs ??= []
    if (!known.differs.some(d => d.field === field && d.source === source && d.value === value)) known.differs.push({ field, source, value })
  }
  mergeTitles(known, row, differ)
  mergeWord(known, row, differ)
  for (const field of DATES) mergeDate(known, row, field, differ)
  for (const field of TEXTS) mergeText(known, row, field, differ)
  known.replaces = unite(known.replaces, row.replaces, (a, b) => differ('replaces', describe(b, a)))
  known.replacedBy = unite(known.replacedBy, row.replacedBy, (a, b) => differ('replacedBy', describe(b, a)))
  known.adopts = uniteAdoptions(known.adopts, row.adopts, value => differ('adopts', value))
  known.ics = uniteTexts(known.ics, row.ics)
  known.ccs = uniteTexts(known.ccs, row.ccs)
  if (row.remarks) known.remarks = uniteTexts(known.remarks ?? [], row.remarks)
  if (row.url !== undefined) known.url ??= row.url
  for (const source of row.sources) if (!known.sources.some(s => s.name === source.name && s.line === source.line && s.where === source.where)) known.sources.push(source)
  for (const difference of row.differs ?? []) if (difference.source) (known.differs ??= []).push(difference)
  return known
}

type Differ = (field: string, value: string) => void
const DATES = ['published', 'effective', 'withdrawn', 'confirmed'] as const
const TEXTS = ['committee', 'edition', 'category', 'industry', 'note'] as const

const mergeTitles = (known: Standard, row: Standard, differ: Differ): void => {
  for (const language of ['zh', 'en', 'ja', 'fr'] as const) {
    const title = row.titles[language]
    if (title === undefined) continue
    const own = known.titles[language]
    if (own === undefined) known.titles[language] = title
    else if (!sameText(own, title)) differ(`titles.${language}`, title)
  }
}

const mergeWord = (known: Standard, row: Standard, differ: Differ): void => {
  if (row.word === null) return
  if (known.word === null) {
    known.word = row.word
    if (row.printed !== undefined) known.printed = row.printed
  } else if (known.word !== row.word) differ('status', row.printed ?? row.word)
}

/** A more exact date within the held one isn't another date. */
const mergeDate = (known: Standard, row: Standard, field: (typeof DATES)[number], differ: Differ): void => {
  const date = row[field]
  if (date === undefined) return
  const own = known[field]
  if (own === undefined || (date.startsWith(own) && precisionOf(own) !== 'day')) known[field] = date
  else if (!within(own, date)) differ(field, date)
}
const within = (exact: LooseDate, loose: LooseDate): boolean => exact.startsWith(loose)

const mergeText = (known: Standard, row: Standard, field: (typeof TEXTS)[number], differ: Differ): void => {
  const text = row[field]
  if (text === undefined) return
  const own = known[field]
  if (own === undefined) known[field] = text
  else if (!sameText(own, text)) differ(field, text)
}

/** Spaces, signs and case aside. */
const sameText = (a: string, b: string): boolean => a === b || letters(a) === letters(b)
const letters = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const uniteTexts = (held: string[], more: readonly string[]): string[] => {
  const added = more.filter(text => !held.includes(text))
  return added.length === 0 ? held : [...held, ...added]
}

const unite = (held: Reference[], more: readonly Reference[], conflict: (held: Reference, other: Reference) => void): Reference[] => {
  const added = more.filter(reference => {
    const same = held.find(({ number }) => number === reference.number)
    if (same && same.part !== reference.part) conflict(same, reference)
    return !same
  })
  return added.length === 0 ? held : [...held, ...added]
}
const describe = (other: Reference, held: Reference): string => `${held.number} (${other.part ? 'part' : 'full'})`

const uniteAdoptions = (held: Adoption[], more: readonly Adoption[], differ: (value: string) => void): Adoption[] => {
  const all = [...held]
  for (const adoption of more) {
    const at = all.findIndex(({ number }) => number === adoption.number)
    if (at === -1) all.push(adoption)
    else if (all[at].degree === null) all[at] = adoption
    else if (adoption.degree !== null && adoption.degree !== all[at].degree) differ(`${adoption.number} ${adoption.degree}`)
  }
  return all
}
