import { join } from 'node:path'
import { hubDatabaseProblemText } from '#shared/words/hub-database.ts'
import type { Sql } from '../auth/database.ts'
import { type Repeating, repeat } from '../repeat.ts'
import { type BackupPlace, backUp } from './back-up.ts'
import { keptIn } from './kept.ts'

export type NightlyParts = { place: BackupPlace; sql: Sql; now: () => number; log: (line: string) => void }

const CHECK_MS = 10 * 60_000
const AGAIN_MS = 3600_000
/** By the clock of the machine. */
const NIGHT_HOUR = 2

/** Where the hub's own backups lie. */
export const backupFolder = (data: string): string => join(data, 'backups')

/** Backs up each night; a hub that was off at night does it some minutes after its start. */
export const backUpNightly = ({ place, sql, now, log }: NightlyParts): Repeating => {
  const pass = async (): Promise<number> => {
    const [last] = await keptIn(place.folder)
    if (!isDue(last?.at ?? null, now())) return CHECK_MS
    const made = await backUp(place, sql, now())
    log(made.ok ? `Backed up and verified: ${made.value.path}` : hubDatabaseProblemText(made.problem, 'en'))
    return made.ok ? CHECK_MS : AGAIN_MS
  }
  return repeat('the backup', pass, { firstMs: CHECK_MS, againMs: AGAIN_MS }, log)
}

/** The last night has gone by without a backup. Times in ms. */
export const isDue = (last: number | null, now: number): boolean => {
  const night = new Date(now)
  night.setHours(NIGHT_HOUR, 0, 0, 0)
  if (night.getTime() > now) night.setDate(night.getDate() - 1)
  return last === null || last < night.getTime()
}
