// PostgreSQL for tests: the one that npm brings, and Debian's 15 where it is installed. Started once for all test files.
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { hubDatabaseProblemText } from '#shared/words/hub-database.ts'
import { type Engine, startEngine } from './engine.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Owners' addresses of fresh clusters. */
    postgres: { name: string; url: string }[]
  }
}

const DEBIAN_15 = '/usr/lib/postgresql/15/bin'

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'pinli-pg-'))
  chmodSync(folder, 0o711) // the engine's user has to get in
  const started: { name: string; engine: Engine }[] = []
  const stop = async (): Promise<void> => {
    for (const { engine } of started) await engine.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  for (const [name, bin] of [['PostgreSQL 18', undefined], ['PostgreSQL 15', DEBIAN_15]] as const) {
    if (bin !== undefined && !existsSync(bin)) continue
    const engine = await startEngine(join(folder, name.replace(/\D/g, '')), bin)
    if (!engine.ok) {
      await stop()
      throw new Error(hubDatabaseProblemText(engine.problem, 'en'))
    }
    started.push({ name, engine: engine.value })
  }
  project.provide('postgres', started.map(({ name, engine: { url } }) => ({ name, url })))
  return stop
}
