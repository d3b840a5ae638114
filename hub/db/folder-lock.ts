// One hub a data folder: a file with the process that holds it, made whole or not at all.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { HubDatabaseProblem } from '#shared/words/hub-database.ts'

/** Gives what lets it go again. The lock of a process that is no more is taken over. */
export const lockFolder = (folder: string): Result<() => void, HubDatabaseProblem> => {
  const lock = join(folder, 'hub.lock')
  const mine = `${process.pid} ${startOf(process.pid) ?? ''}`
  const own = `${lock}.${process.pid}`
  try {
    for (let tries = 0; tries < 5; tries++) {
      if (madeAs(own, lock, mine)) return ok(() => rmSync(lock, { force: true }))
      const held = readOr(lock)
      if (held === null) continue
      const [pid, start] = held.split(' ')
      if (startOf(Number(pid)) === start) return fail({ code: 'hub-running', path: folder, pid: Number(pid) })
      takeAway(lock, own, held)
    }
    return fail({ code: 'folder-unusable', path: folder, detail: `${lock} can't be taken` })
  } finally {
    rmSync(own, { force: true })
  }
}

/** When a process began, in the system's own unit: a number that is given again later is another process. null = there is none. */
const startOf = (pid: number): string | null => {
  if (process.platform === 'linux') return readOr(`/proc/${pid}/stat`)?.replace(/^.*\) /s, '').split(' ')[19] ?? null
  try {
    process.kill(pid, 0)
    return 'alive'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'alive' : null
  }
}

const madeAs = (own: string, lock: string, text: string): boolean => {
  writeFileSync(own, text)
  try {
    linkSync(own, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Of two that take away a dead one's lock, the later one puts back what is not that lock any more. */
const takeAway = (lock: string, own: string, dead: string): void => {
  try {
    renameSync(lock, own)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (readOr(own) !== dead) linkSync(own, lock)
}

const readOr = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}
