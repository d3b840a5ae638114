import { randomBytes } from 'node:crypto'
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { HubDatabaseProblem } from '#shared/words/hub-database.ts'
import { engineFiles } from './engine-files.ts'
import { type EngineUser, closedTo, engineUser, giveTo } from './engine-user.ts'
import { lockFolder } from './folder-lock.ts'
import { listenIn } from './listen.ts'
import { runEngine } from './run-engine.ts'

/**
 * `url` is the owner's, also after `start`, which is for a server that has ended by itself. `stop` waits until all is written and the
 * server has ended; call it last.
 */
export type Engine = { url: string; isRunning: () => boolean; start: () => Promise<Result<null, HubDatabaseProblem>>; stop: () => Promise<Result<null, HubDatabaseProblem>> }

/** Where the hub keeps its data unless told otherwise. As root below /var/lib: the engine's own user has to get there. */
export const defaultDataFolder = (): string =>
  process.getuid?.() === 0 ? '/var/lib/pinli-hub' : process.platform === 'win32' ? join(process.env.LOCALAPPDATA ?? homedir(), 'pinli-hub') : join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'pinli-hub')

/**
 * Starts PostgreSQL on a folder, which it makes at first. `bin` names another PostgreSQL than the one that npm brings.
 * A server that a killed hub left running is stopped first.
 */
export const startEngine = (dataFolder: string, bin?: string): Promise<Result<Engine, HubDatabaseProblem>> => onFolder(dataFolder, bin, startLocked)

/**
 * Puts the database of another stopped folder in the place of this one's. What was here is kept beside it as `setAside`, also when the
 * hub was killed and its server still runs.
 */
export const replaceDatabase = (dataFolder: string, from: string, setAside: string): Promise<Result<null, HubDatabaseProblem>> =>
  onFolder(dataFolder, undefined, async (cluster, unlock) => {
    try {
      const failed = await stop(cluster)
      if (failed) return fail(failed)
      if (existsSync(cluster.data)) {
        mkdirSync(setAside, { mode: 0o700 })
        for (const path of [cluster.data, cluster.password]) renameSync(path, join(setAside, basename(path)))
      }
      // The password first: without its database it is written anew, a database without its password is shut.
      for (const path of [cluster.password, cluster.data]) renameSync(join(from, basename(path)), path)
      return ok(null)
    } finally {
      unlock()
    }
  })

const onFolder = async <R>(dataFolder: string, bin: string | undefined, work: (cluster: Cluster, unlock: () => void) => Promise<Result<R, HubDatabaseProblem>>): Promise<Result<R, HubDatabaseProblem>> => {
  const folder = resolve(dataFolder)
  try {
    const user = engineUser()
    const closed = makeFolder(folder, user)
    if (closed) return fail(closed)
    const files = bin === undefined ? engineFiles(folder, user) : ok(bin)
    if (!files.ok) return files
    const lock = lockFolder(folder)
    if (!lock.ok) return lock
    const cluster: Cluster = { folder, data: join(folder, 'postgres'), log: join(folder, 'postgres.log'), password: join(folder, 'postgres-password'), bin: files.value, user }
    return await work(cluster, lock.value)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return fail({ code: 'folder-unusable', path: folder, detail: message })
  }
}

const startLocked = async (cluster: Cluster, unlock: () => void): Promise<Result<Engine, HubDatabaseProblem>> => {
  let started: Result<null, HubDatabaseProblem> | undefined
  try {
    // A server that still runs here is an orphan: the lock says that its hub is gone.
    const unready = (await versionProblem(cluster)) ?? (await stop(cluster)) ?? (await initialise(cluster))
    if (unready) return fail(unready)
    const url = await configure(cluster)
    started = await start(cluster)
    if (!started.ok) return started
    const end = async (): Promise<Result<null, HubDatabaseProblem>> => {
      const failed = await stop(cluster)
      unlock()
      return failed ? fail(failed) : ok(null)
    }
    return ok({ url, isRunning: () => isRunning(cluster), start: () => start(cluster), stop: end })
  } finally {
    if (!started?.ok) unlock()
  }
}

type Cluster = { folder: string; data: string; log: string; password: string; bin: string; user: EngineUser | null }

/** What was there before is left as it is, whoever owns it. */
const makeFolder = (folder: string, user: EngineUser | null): HubDatabaseProblem | null => {
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined && user) chmodSync(folder, 0o711)
  const closed = user && closedTo(user, folder)
  return closed === null ? null : { code: 'folder-closed', path: closed, uid: user!.uid }
}

const versionProblem = async ({ data, bin, user }: Cluster): Promise<HubDatabaseProblem | null> => {
  const file = join(data, 'PG_VERSION')
  if (!existsSync(file)) return null
  const { out } = await runEngine(bin, 'postgres', ['--version'], user)
  const engine = /(\d+)\.\d+/.exec(out)?.[1] ?? out.trim()
  const found = readFileSync(file, 'utf8').trim()
  return found === engine ? null : { code: 'cluster-version', path: data, found, engine }
}

/** Is the process of `postmaster.pid` a server of these files? Elsewhere than on Linux only its number is known. */
const isRunning = ({ data }: Cluster): boolean => {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return false
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || readlinkSync(`/proc/${pid}/cwd`) === data
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && process.platform !== 'linux'
  }
}

/** Made beside its place and moved there when whole, so that nothing that holds data is ever cleared away. */
const initialise = async ({ data, password, bin, user }: Cluster): Promise<HubDatabaseProblem | null> => {
  if (existsSync(data)) return null
  const part = `${data}.part`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { mode: 0o700 })
  giveTo(user, part)
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  giveTo(user, password)
  const { code, out } = await runEngine(bin, 'initdb', ['-D', part, '-U', 'postgres', '--pwfile', password, '--auth', 'scram-sha-256', '--encoding', 'UTF8', ...LOCALE, '--no-instructions'], user)
  if (code !== 0) return { code: 'engine-failed', step: 'initdb', detail: tail(out) }
  appendFileSync(join(part, 'postgresql.conf'), "\ninclude 'pinli.conf'\n")
  renameSync(part, data)
  return null
}

/** Text by code points everywhere; only Linux has C.UTF-8 in its C library. */
const LOCALE = process.platform === 'linux' ? ['--locale', 'C.UTF-8'] : ['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8']

/** What holds until the hub ends; gives the owner's address. The log is begun anew. */
const configure = async ({ folder, data, log, password, user }: Cluster): Promise<string> => {
  const { settings, host } = await listenIn(folder, user)
  const settingsFile = join(data, 'pinli.conf')
  writeFileSync(settingsFile, [...settings, ...SETTINGS].map(line => `${line}\n`).join(''))
  giveTo(user, settingsFile)
  if (existsSync(log)) renameSync(log, `${log}.old`)
  writeFileSync(log, '', { mode: 0o600 })
  giveTo(user, log)
  return `postgresql://postgres:${readFileSync(password, 'utf8')}@${host}/postgres`
}

const start = async ({ data, log, bin, user }: Cluster): Promise<Result<null, HubDatabaseProblem>> => {
  const { code, out } = await runEngine(bin, 'pg_ctl', ['start', '-w', '-t', '120', '-D', data, '-l', log], user)
  return code === 0 ? ok(null) : fail({ code: 'engine-failed', step: 'start', detail: tail(readFileSync(log, 'utf8')) || tail(out) })
}

/** Nothing here weakens a commit: fsync, full_page_writes and synchronous_commit stay on. */
const SETTINGS = ['fsync = on', 'full_page_writes = on', 'synchronous_commit = on', 'max_connections = 60', "timezone = 'UTC'", "log_timezone = 'UTC'"]

const stop = async (cluster: Cluster): Promise<HubDatabaseProblem | null> => {
  if (!isRunning(cluster)) return null
  const { data, bin, user } = cluster
  const { code, out } = await runEngine(bin, 'pg_ctl', ['stop', '-w', '-t', '60', '-m', 'fast', '-D', data], user)
  return code === 0 ? null : { code: 'engine-failed', step: 'stop', detail: tail(out) }
}

const tail = (text: string): string => text.trim().split('\n').slice(-3).join(' ')
