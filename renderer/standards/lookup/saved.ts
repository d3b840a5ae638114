import { z } from 'zod'
import { isLooseDate } from '#shared/lib/dates.ts'
import type { Filters, Order } from '#shared/standards/query.ts'
import { YEAR_BANDS } from '#shared/standards/query.ts'
import { KINDS, STATUSES } from '#shared/standards/standard.ts'

z.config({ jitless: true })

/** What a reload of the page may not lose. `asOf` null = read as of today. */
export type Saved = { text: string; filters: Filters; order: Order; asOf: string | null; selected: number }

export const EMPTY: Saved = { text: '', filters: {}, order: 'relevance', asOf: null, selected: 0 }

/** Reads the state of one tab; anything that doesn't fit the schema, such as a state of another version, counts as none. */
export const readSaved = (storage: Storage, tab: string): Saved => {
  try {
    const kept = schema.safeParse(JSON.parse(storage.getItem(keyOf(tab)) ?? 'null'))
    return kept.success ? (kept.data as Saved) : EMPTY
  } catch {
    return EMPTY
  }
}

/** Full storage is no reason to disturb anyone: the state lives on in memory. */
export const writeSaved = (storage: Storage, tab: string, saved: Saved): void => {
  try {
    storage.setItem(keyOf(tab), JSON.stringify(saved))
  } catch {
    // quota
  }
}

export const dropSaved = (storage: Storage, tab: string): void => storage.removeItem(keyOf(tab))

const keyOf = (tab: string): string => `lookup:${tab}`

const schema = z.object({
  text: z.string().max(500),
  filters: z.object({
    status: z.array(z.enum(STATUSES)).optional(),
    kind: z.array(z.enum(KINDS)).optional(),
    year: z.array(z.enum(YEAR_BANDS)).optional(),
    ics: z.array(z.string().max(9)).optional(),
    ccs: z.array(z.string().max(4)).optional(),
  }),
  order: z.enum(['relevance', 'newest', 'number']),
  asOf: z.string().length(10).refine(isLooseDate).nullable(),
  selected: z.number().int().nonnegative(),
})
