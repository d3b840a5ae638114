import { database as settings, type Database } from './database.ts'
import { forgetKey, groupsWithKey } from './data-key.ts'
import { GROUP, type OpenDesk } from './desk.ts'
import { openLocked } from './desk-accounts.ts'
import type { WorkDatabase } from './work-database.ts'

/**
 * The hub has taken this device's right back and asks for it: all work on it goes, whose it may be, the copies of it, and the keys. The
 * next start is a first one. A browser is another device for each who logs in there, so only this user's work goes.
 */
export const eraseDesk = async ({ database, file, group }: Pick<OpenDesk, 'database' | 'file' | 'group'>, kept: Database = settings): Promise<void> => {
  const groups = new Set([group, ...(file ? await groupsWithKey(kept) : [])])
  for (const one of groups) {
    await file?.replace(one, [])
    await (one === group ? eraseWork(database) : openLocked(one, eraseWork))
  }
  await kept.transaction('rw', kept.settings, async () => {
    for (const one of groups) await forgetKey(kept, one)
    await kept.settings.delete(GROUP)
  })
}

const eraseWork = (database: WorkDatabase): Promise<void> =>
  database.transaction('rw', database.tables, async () => {
    for (const table of database.tables) await table.clear()
  })
