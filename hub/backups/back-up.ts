import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { HubDatabaseProblem } from '#shared/words/hub-database.ts'
import type { Sql } from '../auth/database.ts'
import { verifyBackup, writeBackup } from '../db/backup.ts'
import { type KeptBackup, backupName, removeAllBut } from './kept.ts'

/** `url`: the database owner's. `to`: a folder off the machine, as the operator has declared; null = none. */
export type BackupPlace = { url: string; folder: string; to: string | null }

const KEPT = 7

/**
 * Writes a backup, loads it beside the hub's database and compares, and only then gives it its name. When it also lies whole off the
 * machine, the desks may forget what it holds (`durable_mutation_id`).
 */
export const backUp = async ({ url, folder, to }: BackupPlace, sql: Sql, now: number): Promise<Result<KeptBackup, HubDatabaseProblem>> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Read before the backup's own moment, so that it holds at least these.
  const reached = await sql('select id, last_mutation_id as last from clients')
  const unverified = join(folder, 'unverified.part')
  const path = join(folder, backupName(now))
  try {
    const made = await writeBackup(url, unverified)
    if (!made.ok) return made
    const verified = await verifyBackup(url, unverified)
    if (!verified.ok) return verified
    await rename(unverified, path)
  } finally {
    await rm(unverified, { force: true })
  }
  await removeAllBut(folder, KEPT)
  if (to !== null) {
    const target = join(to, backupName(now))
    try {
      await copyWhole(path, target)
    } catch (error) {
      return fail({ code: 'backup-failed', path: target, detail: (error as Error).message })
    }
    await sql(DURABLE, [JSON.stringify(reached)])
  }
  return ok({ path, at: now })
}

/** The folder is never made: where a share is not mounted, the copy would lie on this machine. */
const copyWhole = async (from: string, to: string): Promise<void> => {
  const part = `${to}.part`
  try {
    await copyFile(from, part)
    const file = await open(part, 'r+')
    await file.sync()
    await file.close()
    if ((await hashOf(part)) !== (await hashOf(from))) throw new Error('the copy differs')
    await rename(part, to)
  } finally {
    await rm(part, { force: true })
  }
}

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

const DURABLE = `
  update clients c set durable_mutation_id = r.last from json_to_recordset($1) as r (id text, last bigint)
  where c.id = r.id and c.durable_mutation_id < r.last`
