import { type Facets, type Filters, YEAR_BANDS } from '#shared/standards/query.ts'
import { KINDS, STATUSES } from '#shared/standards/standard.ts'

export type GroupId = keyof Filters
export const GROUPS = ['status', 'kind', 'year', 'ics', 'ccs'] as const satisfies readonly GroupId[]

/** One choice of a group. Nothing to find and not chosen = shown dimmed. */
export type Choice = { value: string; count: number; chosen: boolean }
/** `more` choices come after the first ones on demand; `empty` = none of them finds anything. */
export type Group = { id: GroupId; choices: Choice[]; more: Choice[]; empty: boolean }

/**
 * The choices of every group in the order they are shown. Status, kind and year keep their places whatever is typed: what the whole
 * catalogue (`all`) has none of goes behind `more`. Fields of ICS and CCS are many, the fullest come first; chosen ones are always in sight.
 */
export const facetGroups = (now: Facets, all: Facets | null, filters: Filters): Record<GroupId, Group> => ({
  status: fixed('status', STATUSES, now.status, all?.status, filters, 5),
  kind: fixed('kind', KINDS, now.kind, all?.kind, filters, 6),
  year: fixed('year', YEAR_BANDS, now.year, all?.year, filters, 4),
  ics: fullest('ics', now.ics, all?.ics, filters),
  ccs: fullest('ccs', now.ccs, all?.ccs, filters),
})

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

const fixed = (id: GroupId, values: readonly string[], now: number[], all: number[] | undefined, filters: Filters, most: number): Group => {
  const held = values.map((_, at) => (all ?? now)[at] ?? 0)
  const places = values.map((_, at) => at)
  const first = new Set(places.filter(at => held[at] > 0).sort((a, b) => held[b] - held[a]).slice(0, most))
  const choice = (at: number): Choice => ({ value: values[at], count: now[at] ?? 0, chosen: includes(filters, id, values[at]) })
  const choices = places.map(choice)
  return group(id, choices.filter((one, at) => first.has(at) || one.chosen), choices.filter((one, at) => !first.has(at) && !one.chosen))
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
