import type { OpeningHours, Resource } from '#shared/bookings/booking.ts'
import { hoursText, readHours } from '#shared/bookings/hours.ts'
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import { newId } from '../db/new-id.ts'
import type { ArgsOf } from '../db/run.ts'

/** As typed: `days` has one line a weekday from Monday on, '' = closed. */
export type ResourceForm = { name: string; lanes: string; approval: boolean; open: boolean; days: string[]; granuleMin: string; beforeMin: string; afterMin: string; holdMin: string } & { [limit in (typeof LIMITS)[number]['field']]: string }
export type ResourceFault = { field: 'name' | (typeof NUMBERS)[number]['field'] | (typeof LIMITS)[number]['field'] | 'week' } | { field: 'day'; day: number }

type Typed = Omit<ArgsOf<'resources.add'>, 'id' | 'complex'>

export const NUMBERS = [
  { field: 'lanes', min: 1, max: 99 },
  { field: 'beforeMin', min: 0, max: 1440 },
  { field: 'afterMin', min: 0, max: 1440 },
  { field: 'holdMin', min: 1, max: 14 * 1440 },
] as const
/** Each may be left empty. */
export const LIMITS = [
  { field: 'aheadDays', min: 0, max: 3650 },
  { field: 'longestMin', min: 5, max: 7 * 1440 },
  { field: 'weekMin', min: 5, max: 7 * 1440 },
  { field: 'lateMin', min: 0, max: 31 * 1440 },
] as const
export const GRANULES = ['15', '30', '60'] as const

const OFFICE = '08:30-12:00 13:30-17:00'
export const emptyForm = (): ResourceForm => ({ name: '', lanes: '1', approval: false, open: true, days: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, '', ''], granuleMin: '30', beforeMin: '0', afterMin: '0', holdMin: '120', aheadDays: '', longestMin: '', weekMin: '', lateMin: '' })

/** As it stands, to be changed. */
export const formOf = (of: Resource): ResourceForm => ({
  name: of.name, approval: of.approval, open: of.open, days: [1, 2, 3, 4, 5, 6, 7].map(day => hoursText(of.hours.filter(one => one.day === day))),
  lanes: String(of.lanes), granuleMin: String(of.granuleMin), beforeMin: String(of.beforeMin), afterMin: String(of.afterMin), holdMin: String(of.holdMin),
  aheadDays: textOf(of.aheadDays), longestMin: textOf(of.longestMin), weekMin: textOf(of.weekMin), lateMin: textOf(of.lateMin),
})

const textOf = (figure: number | null | undefined): string => (figure === null || figure === undefined ? '' : String(figure))
const figureOf = (text: string): number | null => (text.trim() === '' ? null : +text)

type Fields = ArgsOf<'resources.patch'>['fields']

/** What was changed of a resource; null = nothing. Whether companies see it is changed by itself. */
export const changesOf = (was: Resource, now: Typed): Fields | null => {
  const changed = Object.entries(now).filter(([field, value]) => field !== 'open' && canonicalJson(was[field as keyof Resource] ?? null) !== canonicalJson(value))
  return changed.length === 0 ? null : (Object.fromEntries(changed.map(([field, value]) => [field, { old: was[field as keyof Resource] ?? null, new: value, conflict: newId() }])))
}

/** The first fault in the order of the form, or the fields as a command takes them. */
export const readForm = (form: ResourceForm): { fault: ResourceFault } | { fault: null; fields: Typed } => {
  const name = form.name.trim()
  if (name === '') return { fault: { field: 'name' } }
  const wrong = [...NUMBERS, ...LIMITS.filter(({ field }) => form[field].trim() !== '')].find(({ field, min, max }) => !/^\d+$/.test(form[field].trim()) || +form[field] < min || +form[field] > max)
  if (wrong) return { fault: { field: wrong.field } }
  const hours: OpeningHours[] = []
  for (const [i, text] of form.days.entries()) {
    const openings = readHours(text)
    if (!openings || openings.length > 4) return { fault: { field: 'day', day: i + 1 } }
    hours.push(...openings.map(open => ({ day: i + 1, ...open })))
  }
  if (hours.length === 0) return { fault: { field: 'week' } }
  const { approval, open } = form
  return { fault: null, fields: { name, approval, open, hours, lanes: +form.lanes, granuleMin: +form.granuleMin, beforeMin: +form.beforeMin, afterMin: +form.afterMin, holdMin: +form.holdMin, aheadDays: figureOf(form.aheadDays), longestMin: figureOf(form.longestMin), weekMin: figureOf(form.weekMin), lateMin: figureOf(form.lateMin) } }
}
