// What page and search worker say to each other. Plain data of one screen at most; the segment's bytes never cross.
import type { IsoDay } from '#shared/lib/dates.ts'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import type { Detail } from '#shared/standards/detail.ts'
import type { CatalogueProblem } from '#shared/standards/index/problem.ts'
import type { Answer, Hit, Query } from '#shared/standards/query.ts'

/** Result lists by name stand side by side: a tab has one, the palette another. */
export type Request =
  | { ask: 'search'; id: number; list: string; query: Query; count: number }
  | { ask: 'rows'; id: number; list: string; from: number; count: number }
  | { ask: 'detail'; id: number; number: string; day: IsoDay }
  | { ask: 'forget'; list: string }
  | { ask: 'reopen' }

export type Reply =
  | { say: 'state'; state: SearchState }
  | { say: 'answer'; id: number; answer: Answer | null }
  | { say: 'rows'; id: number; hits: Hit[] }
  | { say: 'detail'; id: number; detail: Detail | null }

/** `none` = no catalogue yet. `done` and `total` are bytes of the part that search needs at once; `ms` the time from them to ready. */
export type SearchState =
  | { phase: 'opening'; done: number; total: number }
  | { phase: 'ready'; meta: CatalogueMeta; ms?: number }
  | { phase: 'none' }
  | { phase: 'failed'; problem: CatalogueProblem }
