import type { TableRule, Tables } from '#shared/sync/tables.ts'
import type { Row, TableMap } from '#shared/sync/tx.ts'

/** What sync keeps beside the rows. */
export const BOOKS = { meta: 'k', outbox: 'mid, state, *touches', outcomes: 'mid', inbox: 'id, kind', cursors: 'scope' } as const

/** Fields that lie sealed, by table: of the rows, and what a command said and what was there before it. */
export const sealedIn = <T extends TableMap>(tables: Tables<T>): { [table: string]: readonly string[] } => ({
  outbox: ['args', 'before'],
  inbox: ['args'],
  ...Object.fromEntries(Object.entries(tables as unknown as { [table: string]: TableRule<Row> }).flatMap(([name, { sealed }]) => (sealed ? [[name, sealed]] : []))),
})

/** Dexie's word for each synced table: its key, the indexes that `shared/tables.ts` declares, and the scopes that grant a row (`_s`). */
export const storesOf = <T extends TableMap>(tables: Tables<T>): { [table: string]: string } =>
  Object.fromEntries(Object.entries(tables as unknown as { [table: string]: TableRule<Row> }).map(([name, { by = [], ranges = {} }]) => [name, [...new Set(['id', ...by, ...Object.values(ranges).map(indexOf), '*_s'])].join(', ')]))

/** A range index by the name under which Dexie knows it. */
export const indexOf = (fields: readonly string[]): string => (fields.length === 1 ? fields[0] : `[${fields.join('+')}]`)
