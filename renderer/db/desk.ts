import { commands } from '#shared/commands.ts'
import { openKept, type KeptKey } from '#shared/crypto/kept-key.ts'
import { type Sealer, sealer } from '#shared/crypto/seal.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { MirrorHead } from '#shared/sync/mirror-records.ts'
import type { Desk } from '#shared/sync/run-command.ts'
import { tables, type AppTables } from '#shared/tables.ts'
import type { DeskProblem } from '#shared/words/desk.ts'
import { database as settings, type Database } from './database.ts'
import { keptOrNew, random, sealAll } from './data-key.ts'
import { dexieDesk } from './dexie-desk.ts'
import { type MirrorFile, readCopy, reconcile } from './mirror.ts'
import { newId } from './new-id.ts'
import { remembering } from './remembering.ts'
import type { Lock } from './sealing.ts'
import { openWorkDatabase, problemOf, type WorkDatabase } from './work-database.ts'

/** This window's desk: the database, the core of sync over it, and the copy of its outbox in a file, where there is one. */
export type OpenDesk = Desk<AppTables> & {
  database: WorkDatabase
  group: string
  file: MirrorFile | null
  /** Seals what lies on the disk. */
  key: Uint8Array<ArrayBuffer>
  sealer: Sealer
  /** The settings of this computer, where the key is kept. */
  kept: Database
  /** How many commands came back from the file at this start. */
  restored: number
}

/** What is known of a desk whose key nobody has given yet: no more than counts can be read of it. */
export type LockedDesk = { database: WorkDatabase; group: string; kept: KeptKey }

/** Answers once somebody who may has given the key. */
export type AskKey = (locked: LockedDesk) => Promise<Uint8Array<ArrayBuffer>>

let opened: Promise<Result<OpenDesk, DeskProblem>> | null = null

/** Opens the desk once a window, as soon as its key is there; who comes later gets the same. `file` and `ask`: given by who comes first. */
export const openDesk = (file: MirrorFile | null = null, ask?: AskKey): Promise<Result<OpenDesk, DeskProblem>> => (opened ??= openDeskIn(settings, () => location.reload(), file, ask))

/**
 * At the very first start the desk makes up its own ids, without any hub: client group, client, user, device and complex. The first
 * login adopts them (`adopt.ts`). `replaced`: see `openWorkDatabase`.
 */
export const openDeskIn = async (kept: Database, replaced: () => void, file: MirrorFile | null = null, ask: AskKey = nobody): Promise<Result<OpenDesk, DeskProblem>> => {
  try {
    // A lost database is found again by its file.
    const group = await groupIn(kept, (await file?.groups())?.[0] ?? newId())
    const lock: Lock = { sealer: null }
    const work = await openWorkDatabase(group, replaced, lock)
    if (!work.ok) return work
    const database = work.value
    const head = (file && (await readCopy(file, group)))?.head ?? null
    const held = await keptOrNew(kept, group, head?.key, (await database.meta.get('sealed')) !== undefined)
    await identify(database, group, head)
    const key = openKept(held) ?? (await ask({ database, group, kept: held }))
    const seals = sealer(key, random)
    lock.sealer = remembering(seals)
    await sealAll(database, seals)
    const desk = { store: dexieDesk(database, tables), commands, tables, database, group, file, key, sealer: seals, kept, restored: 0 }
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

const nobody: AskKey = () => new Promise(() => {})

const identify = (database: WorkDatabase, group: string, head: MirrorHead | null): Promise<void> =>
  database.transaction('rw', database.meta, async () => {
    if (await database.meta.get('desk')) return
    const { client, user, device, epoch, complex } = head ?? { client: newId(), user: newId(), device: newId(), epoch: '', complex: newId() }
    await database.meta.bulkPut([{ k: 'desk', client, group, user, device, epoch, lastMid: 0 }, { k: 'here', complex }])
  })
