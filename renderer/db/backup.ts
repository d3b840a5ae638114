// A desk's work in one file: every step that its outbox holds, sealed like the copy beside the database. The hub's rows aren't in it, for
// they come from the hub; without a hub the steps are all there is.
import { z } from 'zod'
import { sha256 } from '#shared/crypto/digest.ts'
import { openByPassphrase, openKept } from '#shared/crypto/kept-key.ts'
import { sealer } from '#shared/crypto/seal.ts'
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import { argsHash } from '#shared/sync/args-hash.ts'
import { takeNewClient } from '#shared/sync/epoch.ts'
import { type MirrorCopy, type MirrorHead, readMirror, toBytes } from '#shared/sync/mirror-records.ts'
import type { SentCommand } from '#shared/sync/protocol.ts'
import { restoreEntries } from '#shared/sync/restore.ts'
import type { Desk } from '#shared/sync/run-command.ts'
import type { DeskMeta, DeskTransaction } from '#shared/sync/store.ts'
import type { AppTables } from '#shared/tables.ts'
import { random } from './data-key.ts'
import type { OpenDesk } from './desk.ts'
import { complexOf } from './here.ts'
import { recordsOf } from './mirror.ts'
import { newId } from './new-id.ts'

z.config({ jitless: true })

const first = z.object({ k: z.literal('backup'), format: z.literal(1), at: z.int() })
const last = z.object({ k: z.literal('end'), sha256: z.string() })

/** A backup that is whole, still sealed. `at`: when it was made, ms. */
export type Backup = { at: number; head: MirrorHead; records: Uint8Array[] }

export type BackupProblem =
  /** No backup of a desk, or one of a later version. */
  | { code: 'backup-unknown' }
  /** It was cut off or changed. */
  | { code: 'backup-damaged' }
  /** Its key is wrapped by a passphrase: none was given, or not this one. */
  | { code: 'backup-locked'; tried: boolean }
  /** Work of another account. */
  | { code: 'backup-not-yours' }

/** `steps` of the backup, those that the desk lacks, and what doing them again would do to rows. */
export type Restoring = { steps: number; lacking: number; added: number; changed: number }

export const backUp = async (desk: OpenDesk, at: number): Promise<Uint8Array<ArrayBuffer>> => {
  const records = [utf8(JSON.stringify({ k: 'backup', format: 1, at })), ...(await recordsOf(desk, desk.group)).records.map(toBytes)]
  const body = utf8(records.map(bytes => `${text(bytes)}\n`).join(''))
  return utf8(`${text(body)}${JSON.stringify({ k: 'end', sha256: await sha256(body) })}\n`)
}

export const readBackup = async (bytes: Uint8Array): Promise<Result<Backup, BackupProblem>> => {
  const lines = text(bytes).trimEnd().split('\n')
  const opening = first.safeParse(parsed(lines[0]))
  if (!opening.success) return fail({ code: 'backup-unknown' })
  const end = last.safeParse(parsed(lines.pop()!))
  if (!end.success || (await sha256(utf8(lines.map(line => `${line}\n`).join('')))) !== end.data.sha256) return fail({ code: 'backup-damaged' })
  const records = lines.slice(1).map(utf8)
  const head = readMirror(records, null)?.head
  return head ? ok({ at: opening.data.at, head, records }) : fail({ code: 'backup-unknown' })
}

/** Opens it by the desk's own key, by one that lies open in it, or by the passphrase that was that account's when it was made. */
export const openBackup = async (desk: OpenDesk, { head, records }: Backup, passphrase: string | null): Promise<Result<MirrorCopy, BackupProblem>> => {
  const meta = await desk.store.transaction(t => t.meta())
  if (!mayTake(head, meta)) return fail({ code: 'backup-not-yours' })
  const kept = head.key ?? {}
  const key = head.group === desk.group ? desk.key : (openKept(kept) ?? (passphrase === null ? null : await openByPassphrase(kept, passphrase, head.group)))
  if (!key) return fail({ code: 'backup-locked', tried: passphrase !== null })
  const copy = readMirror(records, sealer(key, random))!
  return ok({ ...copy, entries: await inComplex(copy, await complexOf(desk)) })
}

/** What was done before any login is whoever's takes it; what an account did is that account's. */
const mayTake = (head: MirrorHead, { group, user }: DeskMeta): boolean => head.epoch === '' || head.group === group || head.user === user

/** Before the first login a desk has a complex of its own making, which gives way to the one that takes the work. */
const inComplex = async ({ head, entries }: MirrorCopy, complex: string): Promise<MirrorCopy['entries']> => {
  if (head.complex === complex || head.epoch !== '') return entries
  const moved: { client: string; sent: SentCommand }[] = []
  for (const { client, sent } of entries) {
    const args = { ...(sent.args as object), complex }
    moved.push({ client, sent: { ...sent, args, hash: await argsHash(args) } })
  }
  return moved
}

/** What `restoreBackup` would do; writes nothing. */
export const tryBackup = async (desk: OpenDesk, copy: MirrorCopy): Promise<Restoring> => {
  let found: Restoring | undefined
  try {
    await desk.store.transaction(async t => {
      found = (await takeIn(desk, t, copy)).restoring
      throw new OnlyTried()
    })
  } catch (error) {
    if (!(error instanceof OnlyTried)) throw error
  }
  return found!
}
class OnlyTried extends Error {}

/** Queues what the desk lacks, all of it or nothing. Nothing that the desk has goes. */
export const restoreBackup = async (desk: OpenDesk, copy: MirrorCopy): Promise<Restoring> => {
  const { restoring, gap, client } = await desk.store.transaction(t => takeIn(desk, t, copy))
  if (gap) await takeNewClient(desk, { client }, newId())
  return restoring
}

const takeIn = async (desk: Desk<AppTables>, t: DeskTransaction<AppTables>, { head, entries }: MirrorCopy): Promise<{ restoring: Restoring; gap: boolean; client: string }> => {
  const rows = new Map<string, { before: unknown; after: unknown }>()
  const watched: DeskTransaction<AppTables> = {
    ...t,
    store: async (table, id, stored) => {
      const row = rows.get(`${table}/${id}`) ?? { before: (await t.stored(table, id))?.row, after: undefined }
      rows.set(`${table}/${id}`, { ...row, after: stored?.row })
      return t.store(table, id, stored)
    },
  }
  const inside = { ...desk, store: { transaction: <R>(work: (t: DeskTransaction<AppTables>) => Promise<R>) => work(watched) } }
  const { client, lastMid } = await t.meta()
  const answered = (await t.entries('waiting'))[0]?.mid ?? lastMid + 1
  let [lacking, gap] = [0, false]
  for (const from of new Set(entries.map(entry => entry.client))) {
    const acked = from !== head.client ? 0 : from === client && lastMid > 0 ? Math.max(head.acked, answered - 1) : head.acked
    const found = await restoreEntries(inside, { client: from, acked, entries: entries.filter(entry => entry.client === from).map(({ sent }) => sent) })
    lacking += found.restored.length
    gap ||= found.gap
  }
  const differing = [...rows.values()].filter(({ before, after }) => canonicalJson(before) !== canonicalJson(after))
  const added = differing.filter(({ before }) => before === undefined).length
  return { restoring: { steps: entries.length, lacking, added, changed: differing.length - added }, gap, client }
}

const utf8 = (of: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(of)
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
