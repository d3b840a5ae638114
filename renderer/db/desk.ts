import { commands } from '#shared/commands.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { Desk } from '#shared/sync/run-command.ts'
import type { DeskMeta } from '#shared/sync/store.ts'
import { tables, type AppTables } from '#shared/tables.ts'
import type { DeskProblem } from '#shared/words/desk.ts'
import { database as settings, type Database } from './database.ts'
import { dexieDesk } from './dexie-desk.ts'
import { newId } from './new-id.ts'
import { openWorkDatabase, problemOf, type WorkDatabase } from './work-database.ts'

/** This window's desk: the database, the core of sync over it, and the complex to which it belongs. */
export type OpenDesk = Desk<AppTables> & { database: WorkDatabase; complex: string }

let opened: Promise<Result<OpenDesk, DeskProblem>> | null = null

/** Opens the desk once a window; who comes later gets the same. */
export const openDesk = (): Promise<Result<OpenDesk, DeskProblem>> => (opened ??= openDeskIn(settings, () => location.reload()))

/**
 * At the very first start the desk makes up its own ids, without any hub: client group, client, user, device and complex. The first
 * login adopts them (`adopt.ts`). `replaced`: see `openWorkDatabase`.
 */
export const openDeskIn = async (kept: Database, replaced: () => void): Promise<Result<OpenDesk, DeskProblem>> => {
  // A page on plain http has no `crypto.subtle`: it can't name what it queues, so it keeps nothing.
  if (!globalThis.crypto?.subtle) return fail({ code: 'desk-insecure' })
  try {
    const group = await groupIn(kept)
    const work = await openWorkDatabase(group, replaced)
    if (!work.ok) return work
    const database = work.value
    const complex = await identify(database, group)
    return ok({ store: dexieDesk(database, tables), commands, tables, database, complex })
  } catch (error) {
    return fail(problemOf(error))
  }
}

/** The client group of this computer's present user. */
const groupIn = (kept: Database): Promise<string> =>
  kept.transaction('rw', kept.settings, async () => {
    const held = (await kept.settings.get(GROUP))?.value
    if (typeof held === 'string') return held
    const group = newId()
    await kept.settings.put({ key: GROUP, value: group })
    return group
  })
const GROUP = 'work-group'

const identify = (database: WorkDatabase, group: string): Promise<string> =>
  database.transaction('rw', database.meta, async () => {
    const [desk, here] = await database.meta.bulkGet(['desk', 'here'])
    if (desk && here?.k === 'here') return here.complex
    const meta: DeskMeta = { client: newId(), group, user: newId(), device: newId(), epoch: '', lastMid: 0 }
    const complex = newId()
    await database.meta.bulkPut([{ k: 'desk', ...meta }, { k: 'here', complex }])
    return complex
  })
