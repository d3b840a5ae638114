import type { Company } from '#shared/companies/company.ts'
import { plainUscc, type UsccFault, usccFault } from '#shared/companies/uscc.ts'
import type { ArgsOf } from '../db/run.ts'

export const FIELDS = ['name', 'uscc', 'contact', 'phone', 'address'] as const
/** What the form holds: text as typed, '' = left out. */
export type CompanyForm = { [F in (typeof FIELDS)[number]]: string }
export type CompanyFault = { field: 'name' } | { field: 'uscc'; fault: UsccFault }

type Typed = Omit<ArgsOf<'companies.register'>, 'id' | 'complex'>

export const formOf = (row: Company | null): CompanyForm => ({ name: row?.name ?? '', uscc: row?.uscc ?? '', contact: row?.contact ?? '', phone: row?.phone ?? '', address: row?.address ?? '' })

/** A new one from what was looked for: a name, a code or a phone number. */
export const beginWith = (typed: string): CompanyForm => ({ ...formOf(null), [/^[\d\s-]{7,14}$/.test(typed) ? 'phone' : /^[\dA-Za-z\s-]{15,}$/.test(typed) ? 'uscc' : 'name']: typed })

/** The first fault, or the fields as a command takes them. `unverified`: a code that is not right is taken as told. */
export const readForm = (form: CompanyForm, unverified: boolean): { fault: CompanyFault } | { fault: null; fields: Typed } => {
  const name = form.name.trim()
  if (name === '') return { fault: { field: 'name' } }
  const uscc = plainUscc(form.uscc)
  const wrong = uscc === '' || unverified ? null : usccFault(uscc)
  if (wrong) return { fault: { field: 'uscc', fault: wrong } }
  return { fault: null, fields: { name, uscc: uscc || null, contact: textOf(form.contact), phone: textOf(form.phone), address: textOf(form.address) } }
}

/** Only what was changed, each with what its author saw; null = nothing was. */
export const changesOf = (row: Company, fields: Typed, newId: () => string): ArgsOf<'companies.patch'>['fields'] | null => {
  const changed = FIELDS.filter(field => row[field] !== fields[field])
  return changed.length === 0 ? null : Object.fromEntries(changed.map(field => [field, { old: row[field], new: fields[field], conflict: newId() }]))
}

const textOf = (typed: string): string | null => typed.trim() || null
