import type { Command, CommandArgs } from './command.ts'
import type { Scope } from './scopes.ts'
import type { Touch } from './store.ts'
import type { Tables } from './tables.ts'
import type { Row, TableMap, TableName, Tx } from './tx.ts'

/** One row that a transaction changed; `before` undefined = it is new. */
export type Put<T extends TableMap> = { [N in TableName<T>]: { table: N; before: T[N] | undefined; row: T[N] } }[TableName<T>]

/** A command's Tx on the hub, which keeps what was put: each row once, with what it was before the first put. */
export const keeping = <T extends TableMap>(base: Tx<T>, tables: Tables<T>, moves: Command<T, CommandArgs>['moves']): { tx: Tx<T>; puts: () => Put<T>[] } => {
  const puts = new Map<string, Put<T>>()
  const tx: Tx<T> = {
    ...base,
    put: async (table, row) => {
      const key = `${table}/${row.id}`
      const noted = puts.get(key)
      const before = noted ? (noted.before as T[typeof table] | undefined) : await base.get(table, row.id)
      if (before) refuseMove(table, tables[table].scopes(before), tables[table].scopes(row), moves?.includes(table) ?? false)
      await base.put(table, row)
      puts.set(key, { table, before, row })
    },
  }
  return { tx, puts: () => [...puts.values()] }
}

const refuseMove = (table: string, before: Scope[], after: Scope[], declared: boolean): void => {
  if (!declared && before.join() !== after.join()) throw new Error(`a command moved a row of ${table} to another audience without declaring it`)
}

/** What the puts mean for the scopes, sorted: counters are locked in this order. */
export const touchesOf = <T extends TableMap>(puts: readonly Put<T>[], tables: Tables<T>): Touch[] => {
  const touches = puts.flatMap(({ table, before, row }) => {
    const rule = tables[table] as { scopes(row: Row): Scope[] }
    const now = rule.scopes(row)
    const left = before ? rule.scopes(before).filter(scope => !now.includes(scope)) : []
    return [...now.map(scope => ({ scope, table, id: row.id, gone: false })), ...left.map(scope => ({ scope, table, id: row.id, gone: true }))]
  })
  return touches.sort((a, b) => (a.scope < b.scope ? -1 : a.scope > b.scope ? 1 : 0))
}
