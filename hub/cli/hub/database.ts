// The hub's database for a command that works on it directly.
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '#shared/lib/result.ts'
import { type HubDatabaseProblem, hubDatabaseProblemText } from '#shared/words/hub-database.ts'
import { type Engine, startEngine } from '../../db/engine.ts'
import { readOperator } from '../../operator.ts'
import { refuse } from '../words.ts'

/** Or the reason ends the command. */
export const valueOf = <T>(result: Result<T, HubDatabaseProblem>): T => (result.ok ? result.value : refuse(hubDatabaseProblemText(result.problem, 'en')))

/** The operator's own database, where one is named. */
export const namedDatabase = (): string | null => process.env.DATABASE_URL || null

/** Works with the owner's address, whether the hub of the folder runs or not. */
export const onDatabase = async <R>(folder: string, work: (url: string) => Promise<R>): Promise<R> => {
  const named = namedDatabase()
  if (named !== null) return work(named)
  if (!existsSync(join(folder, 'postgres'))) return refuse(`no hub has its data in ${folder}; name its folder with --data`)
  const engine = await startEngine(folder)
  if (engine.ok) return withEngine(engine.value, work)
  const running = engine.problem.code === 'hub-running' ? await readOperator(folder) : null
  return running?.database ? work(running.database) : refuse(hubDatabaseProblemText(engine.problem, 'en'))
}

/** An empty database of its own in a folder that is gone afterwards. */
export const onEmptyDatabase = async <R>(work: (url: string) => Promise<R>): Promise<R> => {
  const folder = mkdtempSync(join(tmpdir(), 'pinli-verify-'))
  chmodSync(folder, 0o711) // the engine's own user has to get in
  try {
    return await withEngine(valueOf(await startEngine(folder)), work)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export const withEngine = async <R>({ url, stop }: Engine, work: (url: string) => Promise<R>): Promise<R> => {
  try {
    return await work(url)
  } finally {
    await stop()
  }
}
