// A PostgreSQL server for one run of the simulator.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEngine } from '../../hub/db/engine.ts'
import { hubDatabaseProblemText } from '#shared/words/hub-database.ts'
import { postgresHubs } from './postgres-hub.ts'
import type { OpenHub } from './sim.ts'

/** Databases in which seeds run side by side: much of a seed is waiting for the disk. */
const LANES = 3

/** The server is the one that npm brings, or that of the folder `bin`. */
export const onPostgres = async <R>(bin: string | undefined, work: (lanes: OpenHub[]) => Promise<R>): Promise<R> => {
  const folder = mkdtempSync(join(tmpdir(), 'pinli-simulate-'))
  chmodSync(folder, 0o711) // the server's user has to get in
  const engine = await startEngine(folder, bin)
  if (!engine.ok) throw new Error(hubDatabaseProblemText(engine.problem, 'en'))
  const { url, stop } = engine.value
  const end = (): void => void stop().then(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)
  const hubs: Awaited<ReturnType<typeof postgresHubs>>[] = []
  try {
    for (let lane = 1; lane <= LANES; lane++) hubs.push(await postgresHubs(url, `lane${lane}`))
    return await work(hubs.map(hub => hub.open))
  } finally {
    for (const hub of hubs) await hub.close()
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
