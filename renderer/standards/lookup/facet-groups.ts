import { type Facets, type Filters, YEAR_BANDS } from '#shared/standards/query.ts'
import { KINDS, type Status, STATUSES } from '#shared/standards/standard.ts'

export type GroupId = keyof Filters
export const GROUPS = ['status', 'kind', 'year', 'ics', 'ccs'] as const satisfies readonly GroupId[]

/** One choice of a group. Nothing to find and not chosen = shown dimmed. */
export type Choice = { value: string; count: number; chosen: boolean }
/** `more` choices come after the first ones on demand; `empty` = none of them finds anything. */
export type Group = { id: GroupId; choices: Choice[]; more: Choice[]; empty: boolean }

/**
 * The choices of every group in the order they are shown. Status, kind and year keep their places whatever is typed: what the whole
 * catalogue (`all`) has little of goes behind `more`. Fields of ICS and CCS are many, the fullest come first; chosen ones are always in sight.
 */
export const facetGroups = (now: Facets, all: Facets | null, filters: Filters): Record<GroupId, Group> => {
  const kinds = KINDS.map((_, at) => (all ?? now).kind[at] ?? 0)
  const years = YEAR_BANDS.map((_, at) => (all ?? now).year[at] ?? 0)
  return {
    status: fixed('status', STATUS_ORDER, value => now.status[STATUSES.indexOf(value)], filters, value => ALWAYS.includes(value)),
    kind: fixed('kind', KINDS, (_, at) => now.kind[at], filters, (value, at) => ALWAYS.includes(value) || (kinds[at] > 0 && kinds.filter((held, other) => !ALWAYS.includes(KINDS[other]) && held > kinds[at]).length < OTHER_KINDS)),
    year: fixed('year', YEAR_BANDS, (_, at) => now.year[at], filters, (value, at) => value !== 'unknown' || years[at] > 0),
    ics: fullest('ics', now.ics, all?.ics, filters),
    ccs: fullest('ccs', now.ccs, all?.ccs, filters),
  }
}

/** What a reader looks for first, before what is rare. */
const STATUS_ORDER = ['current', 'upcoming', 'partly', 'replaced', 'withdrawn', 'draft', 'unknown'] as const satisfies readonly Status[]
const ALWAYS: readonly string[] = ['current', 'upcoming', 'replaced', 'withdrawn', 'gb', 'gbt']
const OTHER_KINDS = 3

/** The filters with one choice turned over. */
export const toggled = (filters: Filters, id: GroupId, value: string): Filters => {
  const chosen = (filters[id] ?? [])
  const next = chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value]
  return withGroup(filters, id, next)
}

export const withGroup = (filters: Filters, id: GroupId, values: string[]): Filters => {
  const next = { ...filters, [id]: values }
  if (values.length === 0) delete next[id]
  return next
}

const FULLEST = 5

const fixed = <V extends string>(id: GroupId, values: readonly V[], countOf: (value: V, at: number) => number | undefined, filters: Filters, inSight: (value: V, at: number) => boolean): Group => {
  const choices = values.map((value, at) => ({ value, count: countOf(value, at) ?? 0, chosen: includes(filters, id, value), first: inSight(value, at) }))
  const plain = ({ value, count, chosen }: Choice): Choice => ({ value, count, chosen })
  return group(id, choices.filter(one => one.first || one.chosen).map(plain), choices.filter(one => !one.first && !one.chosen).map(plain))
}

const fullest = (id: GroupId, now: Record<string, number>, all: Record<string, number> | undefined, filters: Filters): Group => {
  const values = new Set([...Object.keys(all ?? now), ...(filters[id] ?? [])])
  const choices = [...values].map(value => ({ value, count: now[value] ?? 0, chosen: includes(filters, id, value) }))
  choices.sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count || (a.value < b.value ? -1 : 1))
  const shown = Math.max(FULLEST, choices.filter(one => one.chosen).length)
  return group(id, choices.slice(0, shown), choices.slice(shown))
}

const group = (id: GroupId, choices: Choice[], more: Choice[]): Group => ({ id, choices, more, empty: more.every(one => one.count === 0) })
const includes = (filters: Filters, id: GroupId, value: string): boolean => (filters[id] as string[] | undefined)?.includes(value) ?? false
