import { commands } from '#shared/commands.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { Desk } from '#shared/sync/run-command.ts'
import { tables, type AppTables } from '#shared/tables.ts'
import type { DeskProblem } from '#shared/words/desk.ts'
import { database as settings, type Database } from './database.ts'
import { dexieDesk } from './dexie-desk.ts'
import { type MirrorFile, readCopy, reconcile } from './mirror.ts'
import type { MirrorCopy } from './mirror-records.ts'
import { newId } from './new-id.ts'
import { openWorkDatabase, problemOf, type WorkDatabase } from './work-database.ts'

/** This window's desk: the database, the core of sync over it, and the copy of its outbox in a file, where there is one. */
export type OpenDesk = Desk<AppTables> & {
  database: WorkDatabase
  group: string
  file: MirrorFile | null
  /** How many commands came back from the file at this start. */
  restored: number
}

let opened: Promise<Result<OpenDesk, DeskProblem>> | null = null

/** Opens the desk once a window; who comes later gets the same. `file`: given by who comes first. */
export const openDesk = (file: MirrorFile | null = null): Promise<Result<OpenDesk, DeskProblem>> => (opened ??= openDeskIn(settings, () => location.reload(), file))

/**
 * At the very first start the desk makes up its own ids, without any hub: client group, client, user, device and complex. The first
 * login adopts them (`adopt.ts`). `replaced`: see `openWorkDatabase`.
 */
export const openDeskIn = async (kept: Database, replaced: () => void, file: MirrorFile | null = null): Promise<Result<OpenDesk, DeskProblem>> => {
  // A page on plain http has no `crypto.subtle`: it can't name what it queues, so it keeps nothing.
  if (!globalThis.crypto?.subtle) return fail({ code: 'desk-insecure' })
  try {
    // A lost database is found again by its file.
    const group = await groupIn(kept, (await file?.groups())?.[0] ?? newId())
    const work = await openWorkDatabase(group, replaced)
    if (!work.ok) return work
    const database = work.value
    await identify(database, group, file && (await readCopy(file, group)))
    const desk = { store: dexieDesk(database, tables), commands, tables, database, group, file, restored: 0 }
    return ok(file ? { ...desk, restored: (await reconcile(desk, file, group)).length } : desk)
  } catch (error) {
    return fail(problemOf(error))
  }
}

/** The client group of this computer's present user. */
const groupIn = (kept: Database, otherwise: string): Promise<string> =>
  kept.transaction('rw', kept.settings, async () => {
    const held = (await kept.settings.get(GROUP))?.value
    if (typeof held === 'string') return held
    await kept.settings.put({ key: GROUP, value: otherwise })
    return otherwise
  })
export const GROUP = 'work-group'

const identify = (database: WorkDatabase, group: string, copy: MirrorCopy | null): Promise<void> =>
  database.transaction('rw', database.meta, async () => {
    if (await database.meta.get('desk')) return
    const { client, user, device, epoch, complex } = copy?.head ?? { client: newId(), user: newId(), device: newId(), epoch: '', complex: newId() }
    await database.meta.bulkPut([{ k: 'desk', client, group, user, device, epoch, lastMid: 0 }, { k: 'here', complex }])
  })
