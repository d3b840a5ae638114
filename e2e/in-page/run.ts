// Built for a page: commands that no page gives yet, through the app's own way of changing data, and rows as the desk reads them.
import type { Row, TableName } from '#shared/sync/tx.ts'
import { type AppTables, tables } from '#shared/tables.ts'
import { openDesk } from '../../renderer/db/desk.ts'
import { readsOn } from '../../renderer/db/dexie-reads.ts'
import { complexOf } from '../../renderer/db/here.ts'
import { run } from '../../renderer/db/run.ts'
import { handedKey } from '../../renderer/sync/key-hand.ts'

const opened = () => openDesk(null, async ({ group }) => (await handedKey(group)) ?? Promise.reject(new Error('the desk is locked')))

Object.assign(globalThis, {
  runCommand: async (...asked: Parameters<typeof run>) => {
    await opened()
    return run(...asked)
  },
  /** Rows as if the hub had sent them. */
  putRows: async (table: TableName<AppTables>, rows: Row[]) => {
    const desk = await opened()
    if (!desk.ok) throw new Error('the desk cannot be opened')
    const complex = await complexOf(desk.value)
    const rule = tables[table] as { scopes: (row: Row) => unknown }
    await desk.value.database.table(table).bulkPut(rows.map(row => ({ ...row, complex })).map(row => ({ ...row, _s: rule.scopes(row) })))
  },
  readRow: async (table: TableName<AppTables>, id: string) => {
    const desk = await opened()
    return desk.ok ? ((await readsOn(desk.value.database, tables).get(table, id)) ?? null) : null
  },
})
