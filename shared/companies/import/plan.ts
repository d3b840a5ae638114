import { type Company, meantAmong } from '../company.ts'
import { fold } from '../names.ts'
import { isUscc } from '../uscc.ts'
import { type ListedCompany, LISTED, type Listed, type ListNote } from './fields.ts'

type Texts = { name: string } & { [F in Exclude<Listed, 'name'>]: string | null }
/** read = added + merged + what was refused before. */
export type ListPlan = {
  read: number
  /** To be registered, in the order of the list. */
  added: Texts[]
  /** Rows that speak of a company that is registered, or that stands further up. */
  merged: number
  /** Empty fields of registered companies, to be filled. */
  filled: { id: string; fields: { [F in Listed]?: string } }[]
  refused: ListNote[]
  /** Rows that were merged and say something else in a field. */
  differing: ListNote[]
}

/**
 * What a list comes to beside the companies that are registered: one is the same by a code that fits, else by its whole name where not both
 * have different codes. What is registered stays; only its empty fields are filled.
 */
export const planList = (file: string, rows: readonly ListedCompany[], refused: readonly ListNote[], companies: readonly Company[]): ListPlan => {
  const known = knownFrom(companies)
  const plan: ListPlan = { read: rows.length + refused.length, added: [], merged: 0, filled: [], refused: [...refused], differing: [] }
  for (const row of rows) {
    const { line, cells, raw } = row
    const texts: Texts = { name: row.name, uscc: row.uscc, contact: row.contact, phone: row.phone, address: row.address }
    const same = known.find(texts)
    if (!same) {
      plan.added.push(texts)
      known.add({ texts, fill: null })
      continue
    }
    plan.merged++
    for (const field of LISTED) {
      const listed = texts[field]
      const held = same.texts[field]
      if (listed === null || held === listed) continue
      if (held !== null) {
        if (field !== 'name' || fold(held) !== fold(listed)) plan.differing.push({ file, line, cells, raw, reason: { code: 'differs', field, held, listed } })
      } else if (field !== 'name') {
        same.texts[field] = listed
        if (field === 'uscc') known.add(same)
        if (same.fill) {
          if (Object.keys(same.fill.fields).length === 0) plan.filled.push(same.fill)
          same.fill.fields[field] = listed
        }
      }
    }
  }
  return plan
}

/** `fill`: of a registered company, what it lacks. */
type Known = { texts: Texts; fill: { id: string; fields: { [F in Listed]?: string } } | null }

const knownFrom = (companies: readonly Company[]) => {
  const byCode = new Map<string, Known>()
  const byName = new Map<string, Known[]>()
  const add = (one: Known, { name, uscc }: Pick<Texts, 'name' | 'uscc'> = one.texts): void => {
    const key = fold(name)
    const named = byName.get(key) ?? []
    if (!named.includes(one)) byName.set(key, [...named, one])
    if (verified(uscc) && !byCode.has(uscc)) byCode.set(uscc, one)
  }
  const roots = new Map<string, Known>()
  const meant = meantAmong(companies)
  const ofRoot = ({ id, name, uscc, contact, phone, address }: Company): Known => {
    const held = roots.get(id) ?? { texts: { name, uscc, contact, phone, address }, fill: { id, fields: {} } }
    roots.set(id, held)
    return held
  }
  // Names and codes of aliases lead to their company; its own come first.
  for (const aliases of [false, true]) for (const company of companies) if ((company.mergedInto !== null) === aliases) add(ofRoot(meant(company.id) ?? company), company)
  const find = ({ name, uscc }: Texts): Known | undefined =>
    (verified(uscc) ? byCode.get(uscc) : undefined) ?? byName.get(fold(name))?.find(({ texts }) => !(verified(uscc) && verified(texts.uscc) && uscc !== texts.uscc))
  return { add, find }
}

const verified = (uscc: string | null): uscc is string => uscc !== null && isUscc(uscc)
