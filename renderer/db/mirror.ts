// The copy of the outbox in a file beside the database. A browser has no place for one.
import type { MirrorProblem } from '#shared/desktop.ts'
import type { Sealer } from '#shared/crypto/seal.ts'
import type { Result } from '#shared/lib/result.ts'
import { takeNewClient } from '#shared/sync/epoch.ts'
import { headOf, readMirror, sealedRecord, toBytes, type MirrorCopy, type MirrorRecord } from '#shared/sync/mirror-records.ts'
import { restoreEntries } from '#shared/sync/restore.ts'
import type { Desk } from '#shared/sync/run-command.ts'
import type { OutboxEntry } from '#shared/sync/store.ts'
import type { AppTables } from '#shared/tables.ts'
import { complexOf } from './here.ts'
import { exclusively } from './exclusively.ts'
import { newId } from './new-id.ts'
import { readKept } from './data-key.ts'
import type { Database } from './database.ts'
import type { MirrorMeta, WorkDatabase } from './work-database.ts'

type Mirrored = Desk<AppTables> & { database: WorkDatabase; sealer: Sealer; kept: Database }

/** The file by client group: bytes in, bytes out. `append` and `replace` answer when all is on the disk. */
export type MirrorFile = {
  groups(): Promise<string[]>
  read(group: string): Promise<Result<{ records: Uint8Array[]; damaged: number }, MirrorProblem>>
  append(group: string, records: Uint8Array<ArrayBuffer>[]): Promise<Result<null, MirrorProblem>>
  replace(group: string, records: Uint8Array<ArrayBuffer>[]): Promise<Result<null, MirrorProblem>>
}

/** What the file holds, of what is sealed only what the sealer opens; null = nothing that can be used. */
export const readCopy = async (file: MirrorFile, group: string, sealer: Sealer | null = null): Promise<MirrorCopy | null> => {
  const read = await file.read(group)
  return read.ok ? readMirror(read.value.records, sealer) : null
}

/**
 * At start: what the file has and the outbox lacks is queued again, under its mid where that can be; then the file is written anew
 * with what the outbox holds. Answers with the mids that came back.
 */
export const reconcile = (desk: Mirrored, file: MirrorFile, group: string): Promise<number[]> =>
  exclusively(`pinli-mirror-${group}`, async () => {
    const copy = await readCopy(file, group, desk.sealer)
    const restored: number[] = []
    for (const client of new Set(copy?.entries.map(one => one.client))) {
      const entries = copy!.entries.filter(one => one.client === client).map(({ sent }) => sent)
      const found = await restoreEntries(desk, { client, acked: client === copy!.head.client ? copy!.head.acked : 0, entries })
      restored.push(...found.restored)
      if (found.gap) await takeNewClient(desk, await desk.store.transaction(t => t.meta()), newId())
    }
    await rewrite(desk, file, group)
    return restored
  })

/** Writes what has come since the last time. In the file when it answers; false = it failed, and all of it is written with the next. */
export const mirror = (desk: Mirrored, file: MirrorFile, group: string): Promise<boolean> =>
  exclusively(`pinli-mirror-${group}`, async () => {
    const { database } = desk
    const [meta, held] = await database.meta.bulkGet(['desk', 'mirror'])
    if (meta?.k !== 'desk' || held?.k !== 'mirror' || held.client !== meta.client) return rewrite(desk, file, group)
    const fresh = await database.outbox.where('mid').above(held.mid).toArray()
    if (fresh.length === 0) return true
    const written = await file.append(group, fresh.map(entry => toBytes(recordOf(desk, meta.client, entry))))
    if (written.ok) await database.meta.put({ ...held, mid: fresh.at(-1)!.mid, held: held.held + fresh.length })
    return written.ok
  })

/** Once the hub has answered: writes the file anew if how far it has answered, or what the outbox still holds, has changed. */
export const compactMirror = (desk: Mirrored, file: MirrorFile, group: string): Promise<boolean> =>
  exclusively(`pinli-mirror-${group}`, async () => {
    const { database } = desk
    const [meta, held] = await database.meta.bulkGet(['desk', 'mirror'])
    const same = meta?.k === 'desk' && held?.k === 'mirror' && held.client === meta.client && held.epoch === meta.epoch && held.held === (await database.outbox.count()) && held.acked === (await ackedIn(database, meta.lastMid))
    return same || rewrite(desk, file, group)
  })

/** The desk's key is kept otherwise than before: the file says how. */
export const renewMirror = (desk: Mirrored, file: MirrorFile, group: string): Promise<boolean> => exclusively(`pinli-mirror-${group}`, () => rewrite(desk, file, group))

/** Writes the file anew with all that the outbox holds. */
const rewrite = async (desk: Mirrored, file: MirrorFile, group: string): Promise<boolean> => {
  const { records, mirrored } = await recordsOf(desk, group)
  const written = await file.replace(group, records.map(toBytes))
  if (written.ok) await desk.database.meta.put({ k: 'mirror', ...mirrored })
  return written.ok
}

/** The whole outbox as records, head first, and what a file of them holds. */
export const recordsOf = async (desk: Mirrored, group: string): Promise<{ records: MirrorRecord[]; mirrored: MirrorMeta }> => {
  const { database } = desk
  const { meta, entries, acked } = await database.transaction('r', database.outbox, database.meta, async () => {
    const meta = await database.meta.get('desk')
    if (meta?.k !== 'desk') throw new Error('a desk without its ids')
    return { meta, entries: await database.outbox.toArray(), acked: await ackedIn(database, meta.lastMid) }
  })
  return {
    records: [headOf(meta, await complexOf(desk), acked, (await readKept(desk.kept, group)) ?? {}), ...entries.map(entry => recordOf(desk, meta.client, entry))],
    mirrored: { client: meta.client, epoch: meta.epoch, acked, mid: meta.lastMid, held: entries.length },
  }
}

/** The highest mid that the hub has answered. */
const ackedIn = async (database: WorkDatabase, lastMid: number): Promise<number> => ((await database.outbox.where('state').equals('waiting').first())?.mid ?? lastMid + 1) - 1

const recordOf = ({ sealer }: Mirrored, client: string, { mid, name, args, hash, dependsOn, clientTs }: OutboxEntry): MirrorRecord => sealedRecord(client, { mid, name, args, hash, ...(dependsOn !== undefined && { dependsOn }), clientTs }, sealer)
