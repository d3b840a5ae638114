import { isLooseDate, lastDay } from '#shared/lib/dates.ts'
import { identify } from '#shared/standards/number.ts'
import type { OwnStandard } from '#shared/standards/own.ts'
import type { ArgsOf } from '../../db/run.ts'

/** What the form holds: text as typed, '' = left out. */
export type OwnForm = { [F in (typeof FIELDS)[number]]: string }
export const FIELDS = ['number', 'title', 'owner', 'published', 'effective', 'withdrawn', 'replaces', 'remark'] as const
export const DAYS = ['published', 'effective', 'withdrawn'] as const

export type OwnFault = { field: keyof OwnForm; why: 'number' | 'taken' | 'title' | 'day' | 'order' | 'ends' }

type Typed = Omit<ArgsOf<'standards.addOwn'>, 'id' | 'complex'>

export const formOf = (row: OwnStandard | null): OwnForm => Object.fromEntries(FIELDS.map(field => [field, row?.[field] ?? ''])) as OwnForm

/** The first fault in the order of the form, or the fields as a command takes them. `others`: numbers that are there already. */
export const readForm = (form: OwnForm, others: readonly string[]): { fault: OwnFault } | { fault: null; fields: Typed } => {
  const number = numberOf(form.number)
  if (!/^Q\/\S/.test(number) || number.length > 120) return { fault: { field: 'number', why: 'number' } }
  if (others.includes(number)) return { fault: { field: 'number', why: 'taken' } }
  const title = form.title.trim()
  if (title === '' || title.length > 300) return { fault: { field: 'title', why: 'title' } }
  const [published, effective, withdrawn] = DAYS.map(field => textOf(form[field].replace(/[./年月]/g, '-').replace(/[-日]$/, '')))
  const days = { published, effective, withdrawn }
  for (const field of DAYS) if (days[field] !== null && !isLooseDate(days[field])) return { fault: { field, why: 'day' } }
  if (published !== null && effective !== null && lastDay(effective) < lastDay(published)) return { fault: { field: 'effective', why: 'order' } }
  const start = effective ?? published
  if (start !== null && withdrawn !== null && lastDay(withdrawn) < lastDay(start)) return { fault: { field: 'withdrawn', why: 'ends' } }
  return { fault: null, fields: { number, title, owner: textOf(form.owner), ...days, replaces: form.replaces.trim() === '' ? null : numberOf(form.replaces), remark: textOf(form.remark) } }
}

/** Only what was changed, each with what its author saw; null = nothing was. A number stays: another number is another standard. */
export const changesOf = (row: OwnStandard, fields: Typed, newId: () => string): ArgsOf<'standards.patchOwn'>['fields'] | null => {
  const changed = FIELDS.filter(field => field !== 'number' && row[field] !== fields[field])
  return changed.length === 0 ? null : Object.fromEntries(changed.map(field => [field, { old: row[field], new: fields[field], conflict: newId() }]))
}

const numberOf = (typed: string): string => identify(typed)?.number ?? typed.trim()
const textOf = (typed: string): string | null => typed.trim() || null
