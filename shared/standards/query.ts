import type { IsoDay, LooseDate } from '#shared/lib/dates.ts'
import type { Kind, Language, Status } from './standard.ts'
import type { StatusMark } from './status.ts'

/** What a reader asks of the catalogue; every answer follows `day`, the day of reading. */
export type Query = { text: string; filters: Filters; order: Order; day: IsoDay }

/** Inside a group the choices are alternatives, the groups narrow each other. Empty or missing = no choice. */
export type Filters = { status?: Status[]; kind?: Kind[]; year?: YearBand[]; ics?: string[]; ccs?: string[] }

/** `relevance`: exact number, number prefix, title start, elsewhere; in force first, then newest. */
export type Order = 'relevance' | 'newest' | 'number'

/** By year of publication: 2020 and later, 2010-2019, before 2010, not stated. */
export const YEAR_BANDS = ['2020', '2010', 'earlier', 'unknown'] as const
export type YearBand = (typeof YEAR_BANDS)[number]

/** Rows `from` to `from + hits.length` of the present result list. `ms` is the time inside the worker. */
export type Answer = { total: number; facets: Facets; from: number; hits: Hit[]; ms: number }

/** Counts under the query and the other groups' choices; by position in STATUSES, KINDS, YEAR_BANDS. ICS by field (2 digits), CCS by letter. */
export type Facets = { status: number[]; kind: number[]; year: number[]; ics: Record<string, number>; ccs: Record<string, number> }

/** One row of the list, all that it shows; `doc` names the record inside the segment until the catalogue changes. */
export type Hit = {
  doc: number
  number: string
  kind: Kind
  recognised: boolean
  category: string | null
  status: Status
  mark: StatusMark | null
  title: string
  titleLanguage: Language | null
  published: LooseDate | null
  effective: LooseDate | null
  ics: string[]
  ccs: string[]
  /** How many standards it replaces, and the first of them. */
  replaces: { count: number; first: string | null }
  /** The full successor that is first in force, and from when (null = not dated); `held` = it is in the catalogue. */
  replacedBy: { number: string; from: LooseDate | null; held: boolean } | null
  /** Half-open ranges of UTF-16 units in `title` and in `number` that the query hit. */
  titleMarks: Range[]
  numberMarks: Range[]
}
export type Range = [start: number, end: number]
