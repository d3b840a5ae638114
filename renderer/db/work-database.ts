import Dexie, { type Table } from 'dexie'
import { SealBroken } from '#shared/crypto/seal.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { Cursor, Outcome } from '#shared/sync/protocol.ts'
import type { Scope } from '#shared/sync/scopes.ts'
import type { DeskMeta, InboxItem, OutboxEntry } from '#shared/sync/store.ts'
import { tables } from '#shared/tables.ts'
import type { DeskProblem } from '#shared/words/desk.ts'
import { type Lock, sealing } from './sealing.ts'
import { sealedIn } from './stores-of.ts'
import { declareWorkVersions } from './work-versions.ts'

/** `here`: the complex of this desk. `line`: what the sync loop remembers of the hub. `mirror`: what the file beside the database holds. `parcels`: what waits, packed for others to send. `sealed`: nothing lies open any more, by the key that opens `probe`. */
export type WorkMeta = ({ k: 'desk' } & DeskMeta) | { k: 'here'; complex: string } | ({ k: 'line' } & LineMeta) | ({ k: 'mirror' } & MirrorMeta) | ({ k: 'parcels' } & Parcels) | { k: 'sealed'; probe: Uint8Array }

/** `offset`: hub's clock minus ours, ms. `sent`: the highest mid that the hub has said to have. `agreedAt`: when the last page was laid down, by our clock. */
export type LineMeta = { offset: number; sent: { client: string; mid: number }; agreedAt: number | null }

/** Entries up to `mid`, `held` of them, with a head that says `epoch` and `acked`. */
export type MirrorMeta = { client: string; epoch: string; acked: number; mid: number; held: number }

/** What waits, sealed to the hub's key `to` push by push, under the client and epoch of then; `upTo`: the last mid in a box. Another person's session can send it. */
export type Parcels = { to: string; client: string; epoch: string; boxes: { upTo: number; box: string }[] }

/** The work of one user on this computer: synced rows, what waits for the hub, what it answered. */
export type WorkDatabase = Dexie & {
  meta: Table<WorkMeta, WorkMeta['k']>
  outbox: Table<OutboxEntry, number>
  outcomes: Table<Outcome, number>
  inbox: Table<InboxItem, string>
  cursors: Table<Cursor & { scope: Scope }, Scope>
}

/**
 * Opens `pinli-work-<group>`, made when it isn't there. One that a later version of the app has written is left unopened: what is not
 * known here would be lost. Whatever fails, nothing is ever deleted. `replaced` is called, with the database closed, when another
 * window needs it for an upgrade. What is sealed in it is read and written as `lock` has the key.
 */
export const openWorkDatabase = async (group: string, replaced: () => void, lock: Lock): Promise<Result<WorkDatabase, DeskProblem>> => {
  const name = `pinli-work-${group}`
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as WorkDatabase
  declareWorkVersions(database)
  database.use(sealing(sealedIn(tables), lock))
  database.on('versionchange', () => {
    database.close()
    replaced()
  })
  try {
    const held = (await indexedDB.databases()).find(one => one.name === name)?.version ?? 0
    // Dexie counts by ten, and would open a later one without a word.
    if (held / 10 > database.verno) return fail({ code: 'desk-too-new', held: Math.floor(held / 10), known: database.verno })
    await database.open()
    return ok(database)
  } catch (error) {
    return fail(problemOf(error))
  }
}

/** What the browser's refusal means; a full disk shows at the write or only at the commit, wrapped by Dexie. */
export const problemOf = (error: unknown): DeskProblem => {
  for (let e = error; e && typeof e === 'object'; e = (e as { inner?: unknown }).inner) if ((e as { name?: unknown }).name === 'QuotaExceededError') return { code: 'desk-full' }
  if (error instanceof SealBroken) return { code: 'desk-sealed', detail: error.place }
  return { code: 'desk-unreadable', detail: String(error) }
}
