import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { HubDatabaseProblem } from '#shared/words/hub-database.ts'
import { HeldPool, keepHold } from './hold.ts'
import { migrate } from './migrate.ts'

/** A checked and migrated database. `pool` serves: its role is no superuser and owns nothing. */
export type Database = { pool: pg.Pool; close: () => Promise<void> }

const VERSIONS = { least: 15, most: 18 } as const
/** Held from start to end: one hub a database, and one at a time that migrates. */
export const HUB_LOCK = 0x50494e4c49

const CONNECTIONS = 10

/**
 * `url` names the owner, who migrates and may create roles: `postgresql://owner:password@host:port/database`. When the session that holds
 * the database ends, it is taken again as at a start; as long as that fails, every use of the pool fails with `Passing`, with `Halted`
 * where another hub has it or it is fit no more. `log` hears of that.
 */
export const openDatabase = async (url: string, log: (line: string) => void = () => undefined): Promise<Result<Database, HubDatabaseProblem>> => {
  const password = randomBytes(24).toString('base64url')
  const taken = await take(url, password)
  if (!taken.ok) return taken
  const again = async (): Promise<Result<pg.Client, HubDatabaseProblem>> => {
    const held = await take(url, password)
    return held.ok ? ok(held.value.owner) : held
  }
  const hold = keepHold(taken.value.owner, again, log)
  const pool = new HeldPool({ connectionString: taken.value.serving, max: CONNECTIONS, connectionTimeoutMillis: 10_000, statement_timeout: 30_000, lock_timeout: 10_000, idle_in_transaction_session_timeout: 60_000, types }, hold.refusal)
  pool.on('error', () => undefined) // an idle connection that broke is replaced at the next use
  return ok({
    pool,
    close: async () => {
      await pool.end()
      await hold.stop()
    },
  })
}

/** The session that holds the database, and the address at which the pool serves, whose role gets this password. */
const take = async (url: string, password: string): Promise<Result<{ owner: pg.Client; serving: string }, HubDatabaseProblem>> => {
  const connected = await connectOwner(url)
  if (!connected.ok) return connected
  const owner = connected.value
  try {
    const problem = await prepare(owner)
    const serving = problem ? fail(problem) : await servingUrl(owner, url, password)
    if (serving.ok) return ok({ owner, serving: serving.value })
    await owner.end()
    return serving
  } catch (error) {
    await owner.end().catch(() => undefined)
    throw error
  }
}

/** One connection, for what the owner alone may do. */
export const connectOwner = async (url: string): Promise<Result<pg.Client, HubDatabaseProblem>> => {
  const owner = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, types })
  owner.on('error', () => undefined) // the next statement says it
  try {
    await owner.connect()
    return ok(owner)
  } catch (error) {
    return fail({ code: 'database-unreachable', detail: messageOf(error) })
  }
}

/** 64-bit integers are counters and instants below 2^53. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)

const prepare = async (owner: pg.Client): Promise<HubDatabaseProblem | null> => {
  const unfit = await check(owner)
  if (unfit) return unfit
  const migrated = await migrateLocked(owner)
  return migrated.ok ? null : migrated.problem
}

/** Takes the database for this hub, as long as the connection lives, and brings it up to a step. */
export const migrateLocked = async (owner: pg.Client, upTo?: number): Promise<Result<null, HubDatabaseProblem>> => {
  if (!(await takeHubLock(owner))) return fail({ code: 'database-in-use' })
  const refused = (await allowed(owner, 'create extension btree_gist', 'create extension if not exists btree_gist')) ?? (await allowed(owner, 'create role', GROUP))
  return refused ? fail(refused) : migrate(owner, upTo)
}

/** Holds the rights that migrations grant. */
const GROUP = `do $$ begin if not exists (select from pg_roles where rolname = 'pinli_app') then create role pinli_app nologin; end if; exception when duplicate_object or unique_violation then null; end $$`

const check = async (owner: pg.Client): Promise<HubDatabaseProblem | null> => {
  const { rows } = await owner.query<{ name: string; setting: string }>("select name, setting from pg_settings where name in ('server_version_num', 'fsync', 'full_page_writes', 'synchronous_commit')")
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]))
  const major = Math.floor(Number(settings.get('server_version_num')) / 10_000)
  if (major < VERSIONS.least || major > VERSIONS.most) return { code: 'database-version', found: String(major), ...VERSIONS }
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const value = settings.get(setting)
    if (value === 'off') return { code: 'database-unsafe', setting, value }
  }
  return null
}

/** A hub that was killed lets go as soon as the server notices. */
const takeHubLock = async (owner: pg.Client): Promise<boolean> => {
  for (let tries = 0; tries < 20; tries++) {
    const { rows } = await owner.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [HUB_LOCK])
    if (rows[0].taken) return true
    await sleep(250)
  }
  return false
}

/** The role that serves this database, with another password at each start: nobody has to keep it. */
const servingUrl = async (owner: pg.Client, url: string, password: string): Promise<Result<string, HubDatabaseProblem>> => {
  const { rows } = await owner.query<{ name: string }>("select left(current_database(), 54) || '_hub' as name")
  const { name } = rows[0]
  const role = pg.escapeIdentifier(name)
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [name])
  const refused =
    (await allowed(owner, 'create role', `${rowCount === 0 ? 'create' : 'alter'} role ${role} login inherit nosuperuser nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`)) ??
    (await allowed(owner, 'grant pinli_app', `grant pinli_app to ${role}`))
  if (refused) return fail(refused)
  const serving = new URL(url)
  serving.username = encodeURIComponent(name)
  serving.password = password
  return ok(serving.href)
}

const allowed = async (owner: pg.Client, what: string, sql: string): Promise<HubDatabaseProblem | null> => {
  try {
    await owner.query(sql)
    return null
  } catch (error) {
    return { code: 'database-rights', what, detail: messageOf(error) }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message || ((error as { code?: string }).code ?? error.name) : String(error))
