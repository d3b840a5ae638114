import type Dexie from 'dexie'
import type { WhereClause } from 'dexie'
import type { Scope } from '#shared/sync/scopes.ts'
import type { Stored } from '#shared/sync/store.ts'
import type { TableRule, Tables } from '#shared/sync/tables.ts'
import type { ManyReads, RangeKey, Row, TableMap } from '#shared/sync/tx.ts'
import { indexOf } from './stores-of.ts'

/** A row as it lies in Dexie: `_s` are the scopes that grant it. */
export type StoredRow = Row & { _s: readonly Scope[] }

/** Rows of the synced tables as queries and commands read them; `before` is awaited before each look into an index. */
export const readsOn = <T extends TableMap>(database: Dexie, tables: Tables<T>, before: (table: string) => Promise<void> = () => Promise.resolve()): ManyReads<T> => {
  const ruleOf = (table: string): TableRule<{ [field: string]: never } & Row> => tables[table] as never
  const indexed = async (table: string, field: string): Promise<WhereClause<StoredRow>> => {
    if (!ruleOf(table).by?.includes(field)) throw new Error(`${table} has no index on ${field}`)
    await before(table)
    return database.table<StoredRow>(table).where(field)
  }
  const reads = {
    get: async (table: string, id: string) => rowOf((await database.table<StoredRow, string>(table).get(id))),
    listBy: async (table: string, field: string, value: string | number) => (await (await indexed(table, field)).equals(value).toArray()).map(rowOf),
    listByAny: async (table: string, field: string, values: readonly (string | number)[]) => (await (await indexed(table, field)).anyOf(values).toArray()).map(rowOf),
    listRange: async (table: string, index: string, from: RangeKey, to: RangeKey) => {
      const fields = ruleOf(table).ranges?.[index]
      if (!fields) throw new Error(`${table} has no index ${index}`)
      await before(table)
      const keyOf = (key: RangeKey): unknown => (fields.length === 1 ? key[0] : key)
      return (await database.table<StoredRow>(table).where(indexOf(fields)).between(keyOf(from), keyOf(to), true, false).toArray()).map(rowOf)
    },
  }
  return reads as unknown as ManyReads<T>
}

export const apart = ({ _s, ...row }: StoredRow): Stored => ({ row, scopes: _s })

const rowOf = (stored: StoredRow | undefined): Row | undefined => stored && apart(stored).row
