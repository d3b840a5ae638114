// What a list of instruments comes to beside those that are registered.
import { type Company, meantAmong } from '#shared/companies/company.ts'
import { fold } from '#shared/companies/names.ts'
import { plainUscc } from '#shared/companies/uscc.ts'
import type { Instrument } from '../instrument.ts'
import type { ListedField, ListedInstrument, ListedNote, ListedReason } from './fields.ts'

export type PlannedInstrument = Omit<ListedInstrument, 'line' | 'cells' | 'raw' | 'owner'> & { company: string }
/** read = added + merged + refused. `differing`: rows that were merged and say something else in a field. */
export type InstrumentPlan = { read: number; added: PlannedInstrument[]; merged: number; refused: ListedNote[]; differing: ListedNote[] }

/** `owner`: the company of rows that name none; null = each has to. What is registered stays: the same number and kind of one owner is the same one. */
export const planInstruments = (
  file: string, { rows, refused }: { rows: readonly ListedInstrument[]; refused: readonly ListedNote[] }, companies: readonly Company[], instruments: readonly Instrument[], owner: string | null,
): InstrumentPlan => {
  const ownerOf = ownersFrom(companies)
  const meant = meantAmong(companies)
  const known = new Map<string, Known>()
  for (const one of instruments) if (one.company !== null) known.set(keyOf(meant(one.company)?.id ?? one.company, one), one)
  const plan: InstrumentPlan = { read: rows.length + refused.length, added: [], merged: 0, refused: [...refused], differing: [] }
  for (const { line, cells, raw, owner: written, ...texts } of rows) {
    const note = (reason: ListedReason): ListedNote => ({ file, line, reason, raw, cells })
    const found = written === null ? (owner ?? { code: 'no-owner' as const }) : ownerOf(written)
    if (typeof found !== 'string') {
      plan.refused.push(note(found))
      continue
    }
    const company = meant(found)?.id ?? found
    const held = known.get(keyOf(company, texts))
    if (!held) {
      plan.added.push({ ...texts, company })
      known.set(keyOf(company, texts), texts)
      continue
    }
    plan.merged++
    for (const field of COMPARED) {
      const listed = texts[field]
      if (listed !== null && String(held[field] ?? '') !== String(listed)) plan.differing.push(note({ code: 'differs', field, held: held[field] === null ? null : String(held[field]), listed: String(listed) }))
    }
    if (texts.certificate) plan.differing.push(note({ code: 'differs', field: 'certificate', held: null, listed: texts.certificate.number }))
  }
  plan.refused.sort((a, b) => a.line - b.line)
  return plan
}

const COMPARED = ['name', 'model', 'range', 'accuracy', 'location', 'keeper', 'months', 'mpe', 'unit'] as const satisfies readonly ListedField[]
type Known = { [F in (typeof COMPARED)[number]]: Instrument[F] }

const keyOf = (company: string, { number, kind }: Pick<Instrument, 'number' | 'kind'>): string => JSON.stringify([company, fold(number), kind])

/** By credit code, else by the whole name; an alias leads to its company. */
const ownersFrom = (companies: readonly Company[]) => {
  const meant = meantAmong(companies)
  const ids = new Map<string, Set<string>>()
  const add = (key: string, company: Company): void => void ids.set(key, (ids.get(key) ?? new Set()).add(meant(company.id)?.id ?? company.id))
  for (const company of companies) {
    add(`name ${fold(company.name)}`, company)
    if (company.uscc !== null) add(`uscc ${plainUscc(company.uscc)}`, company)
  }
  return (text: string): string | ListedReason => {
    const found = ids.get(`uscc ${plainUscc(text)}`) ?? ids.get(`name ${fold(text)}`)
    return !found ? { code: 'unknown-owner', text } : found.size > 1 ? { code: 'several-owners', text } : [...found][0]
  }
}
