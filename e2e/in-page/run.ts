// Built for a page: commands that no page gives yet, through the app's own way of changing data, and rows as the desk reads them.
import type { TableName } from '#shared/sync/tx.ts'
import type { AppTables } from '#shared/tables.ts'
import { openDesk } from '../../renderer/db/desk.ts'
import { look } from '../../renderer/db/live.ts'
import { run } from '../../renderer/db/run.ts'
import { handedKey } from '../../renderer/sync/key-hand.ts'

const opened = (): Promise<unknown> => openDesk(null, async ({ group }) => (await handedKey(group)) ?? Promise.reject(new Error('the desk is locked')))

Object.assign(globalThis, {
  runCommand: async (...asked: Parameters<typeof run>) => {
    await opened()
    return run(...asked)
  },
  readRow: async (table: TableName<AppTables>, id: string) => {
    await opened()
    return look(async reads => (await reads.get(table, id)) ?? null, null)
  },
})
