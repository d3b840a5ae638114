// What a list of instruments comes to beside those that are registered.
import { type Company, meantAmong } from '#shared/companies/company.ts'
import { fold } from '#shared/companies/names.ts'
import { plainUscc } from '#shared/companies/uscc.ts'
import type { Resource } from '#shared/bookings/booking.ts'
import type { Instrument } from '../instrument.ts'
import type { ListedField, ListedInstrument, ListedNote, ListedReason } from './fields.ts'

/** `company` null: the lab's own, then with the resource that needs it. */
export type PlannedInstrument = Omit<ListedInstrument, 'line' | 'cells' | 'raw' | 'owner'> & { company: string | null; resource: string | null }
/** read = added + merged + refused. `differing`: rows that were merged and say something else in a field, or of which something wasn't taken. */
export type InstrumentPlan = { read: number; added: PlannedInstrument[]; merged: number; refused: ListedNote[]; differing: ListedNote[] }

/** What stands beside a list. `labs` by name: a row that names one is of the lab itself. */
export type Beside = { companies: readonly Company[]; instruments: readonly Instrument[]; labs: readonly { name: string }[]; resources: readonly Named[] }
type Named = Pick<Resource, 'id' | 'name' | 'kind' | 'retired'>
/** Whose the rows are that name nobody; `company` null = the lab's own. */
export type ListOwner = { company: string | null }

/** `owner` null: each row has to name its own. What is registered stays: the same number and kind of one owner is the same one. */
export const planInstruments = (
  file: string, { rows, refused }: { rows: readonly ListedInstrument[]; refused: readonly ListedNote[] }, { companies, instruments, labs, resources }: Beside, owner: ListOwner | null,
): InstrumentPlan => {
  const ownerOf = ownersFrom(companies, labs)
  const meant = meantAmong(companies)
  const known = new Map<string, Known>()
  for (const one of instruments) known.set(keyOf(one.company === null ? null : (meant(one.company)?.id ?? one.company), one), one)
  const plan: InstrumentPlan = { read: rows.length + refused.length, added: [], merged: 0, refused: [...refused], differing: [] }
  for (const { line, cells, raw, owner: written, ...texts } of rows) {
    const note = (reason: ListedReason): ListedNote => ({ file, line, reason, raw, cells })
    const found = written === null ? (owner ?? { code: 'no-owner' as const }) : ownerOf(written)
    if ('code' in found) {
      plan.refused.push(note(found))
      continue
    }
    const company = found.company === null ? null : (meant(found.company)?.id ?? found.company)
    const held = known.get(keyOf(company, texts))
    if (!held) {
      const fitting = company === null ? resourcesOf(texts.number, resources) : []
      if (fitting.length > 1) plan.differing.push(note({ code: 'several-resources', number: texts.number }))
      plan.added.push({ ...texts, company, resource: fitting.length === 1 ? fitting[0].id : null })
      known.set(keyOf(company, texts), texts)
      continue
    }
    plan.merged++
    for (const field of COMPARED) {
      const listed = texts[field]
      if (listed !== null && String(held[field] ?? '') !== String(listed)) plan.differing.push(note({ code: 'differs', field, held: held[field] === null ? null : String(held[field]), listed: String(listed) }))
    }
    if (texts.listed) plan.differing.push(note({ code: 'differs', field: 'validTo', held: null, listed: texts.listed.due }))
    if (texts.certificate) plan.differing.push(note({ code: 'differs', field: 'certificate', held: null, listed: texts.certificate.number }))
  }
  plan.refused.sort((a, b) => a.line - b.line)
  return plan
}

const COMPARED = ['name', 'model', 'range', 'accuracy', 'location', 'keeper', 'months', 'mpe', 'unit'] as const satisfies readonly ListedField[]
type Known = { [F in (typeof COMPARED)[number]]: Instrument[F] }

const keyOf = (company: string | null, { number, kind }: Pick<Instrument, 'number' | 'kind'>): string => JSON.stringify([company, fold(number), kind])

/** Instruments whose name is the number or holds it by itself: `分光光度计 UV-02`. */
const resourcesOf = (number: string, resources: readonly Named[]): Named[] => {
  const wanted = plain(number)
  return resources.filter(({ name, kind = null, retired }) => {
    if (retired || (kind !== null && kind !== 'instrument')) return false
    const told = plain(name)
    return told === wanted || (/[A-Z0-9]/.test(wanted) && told.split(wanted).some((before, i, all) => i + 1 < all.length && !/[A-Z0-9-]$/.test(before) && !/^[A-Z0-9-]/.test(all[i + 1])))
  })
}
const plain = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim()

/** By the name of a lab, by credit code, else by the whole name; an alias leads to its company. */
const ownersFrom = (companies: readonly Company[], labs: readonly { name: string }[]) => {
  const own = new Set(labs.map(({ name }) => fold(name)))
  const meant = meantAmong(companies)
  const ids = new Map<string, Set<string>>()
  const add = (key: string, company: Company): void => void ids.set(key, (ids.get(key) ?? new Set()).add(meant(company.id)?.id ?? company.id))
  for (const company of companies) {
    add(`name ${fold(company.name)}`, company)
    if (company.uscc !== null) add(`uscc ${plainUscc(company.uscc)}`, company)
  }
  return (text: string): ListOwner | ListedReason => {
    if (own.has(fold(text))) return { company: null }
    const found = ids.get(`uscc ${plainUscc(text)}`) ?? ids.get(`name ${fold(text)}`)
    return !found ? { code: 'unknown-owner', text } : found.size > 1 ? { code: 'several-owners', text } : { company: [...found][0] }
  }
}
