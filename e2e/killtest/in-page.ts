// Bundled and run in a page of the browser that is killed: the desk's real database, and the browser's own fetch.
import { dexieDesk } from '../../renderer/db/dexie-desk.ts'
import { random } from '../../renderer/db/data-key.ts'
import { newId } from '../../renderer/db/new-id.ts'
import { openWorkDatabase } from '../../renderer/db/work-database.ts'
import { fetchLine } from '../../renderer/sync/fetch-line.ts'
import { commands } from '#shared/commands.ts'
import { sealer } from '#shared/crypto/seal.ts'
import { ok } from '#shared/lib/result.ts'
import type { DeskMeta } from '#shared/sync/store.ts'
import { tables } from '#shared/tables.ts'
import { type DeskWork, deskWork } from './desk-work.ts'
import type { News } from './told.ts'
import type { World } from './wishes.ts'

declare global {
  interface Window {
    /** Given by the test: they reach out of the page. */
    noteNews: (news: News) => Promise<void>
    accessToken: () => Promise<string>
    startDesk: (meta: Omit<DeskMeta, 'client' | 'lastMid'>, world: World) => Promise<void>
    desk: DeskWork
  }
}

/** The same after each kill. */
const KEY = new Uint8Array(32).fill(7)

window.startDesk = async (meta, world) => {
  const opened = await openWorkDatabase(meta.group, () => undefined, { sealer: sealer(KEY, random) })
  if (!opened.ok) throw new Error(opened.problem.code)
  const database = opened.value
  if (!(await database.meta.get('desk'))) await database.meta.put({ k: 'desk', ...meta, client: newId(), lastMid: 0 })
  window.desk = deskWork({ store: dexieDesk(database, tables), commands, tables }, fetchLine(location.origin, async () => ok(await window.accessToken())), news => void window.noteNews(news))
  window.desk.work(world)
}
