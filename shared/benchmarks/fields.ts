// What sets, benchmarks and actions may hold: for forms, imports and commands alike.
import { z } from 'zod'
import { isLooseDate } from '#shared/lib/dates.ts'
import { ACTION_STATES, BENCHMARK_KINDS, DIRECTIONS, INDICATOR_KINDS, REFERENCE_KINDS } from './benchmark.ts'

export const MOST_INDICATORS = 400
export const MOST_REFERENCES = 12

const line = z.string().trim().min(1).max(200)
const told = line.nullable()
const long = z.string().trim().min(1).max(1000).nullable()
const day = z.string().refine(text => text.length === 10 && isLooseDate(text)).nullable()
const unlike = <R extends { id: string }>(rows: readonly R[]): boolean => new Set(rows.map(({ id }) => id)).size === rows.length

export const reference = z.object({ id: z.uuid(), kind: z.enum(REFERENCE_KINDS), number: told, clause: told, name: told, left: told })
export const indicator = z.object({ id: z.uuid(), name: line, nameEn: told, unit: z.string().trim().max(40), method: told, direction: z.enum(DIRECTIONS), kind: z.enum(INDICATOR_KINDS) })
/** Whether the text can be read is asked when the set is published: a draft keeps what was typed. */
export const limit = z.object({ text: line, clause: told, method: told, comparison: z.enum(['full', 'rounded']), rule: z.enum(['simple', 'guard']) })
export const limitName = z.string().regex(/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/)

export const setFields = {
  name: line,
  source: long,
  references: z.array(reference).max(MOST_REFERENCES).refine(unlike),
  indicators: z.array(indicator).max(MOST_INDICATORS).refine(unlike),
}

export const ownValue = z.object({
  text: line, unit: z.string().trim().max(40).nullable(), U: told, k: z.string().trim().min(1).max(20), method: told, report: z.object({ number: line, lab: told, day }).nullable(),
})

export const benchmarkFields = { product: line, kind: z.enum(BENCHMARK_KINDS), set: z.uuid(), aim: z.uuid().nullable(), ended: z.boolean() }
export const actionFields = { what: z.string().trim().min(1).max(500), who: told, due: day, means: told, state: z.enum(ACTION_STATES), note: long }
