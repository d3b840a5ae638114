import { database as settings, type Database } from './database.ts'
import { forgetKey } from './data-key.ts'
import { GROUP, type OpenDesk } from './desk.ts'

/** The hub has taken this device's right back and asks for it: all work of the user goes, the copy of it, and the key. The next start is a first one. */
export const eraseDesk = async ({ database, file, group }: Pick<OpenDesk, 'database' | 'file' | 'group'>, kept: Database = settings): Promise<void> => {
  await file?.replace(group, [])
  await database.transaction('rw', database.tables, async () => {
    for (const table of database.tables) await table.clear()
  })
  await kept.transaction('rw', kept.settings, async () => {
    await forgetKey(kept, group)
    await kept.settings.delete(GROUP)
  })
}
