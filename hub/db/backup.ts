import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { HubDatabaseProblem } from '#shared/words/hub-database.ts'
import { type BackupEnd, type BackupHead, type BackupRow, readBackupFile, sealing, writeBackupFile } from './backup-file.ts'
import { connectOwner, migrateLocked } from './database.ts'
import { migrations } from './migrate.ts'

export type Backup = BackupHead & BackupEnd

/**
 * Writes all rows as one moment had them, while the hub goes on. `url` is the owner's. Rows go as PostgreSQL's own text of a whole row,
 * which any later version reads; `pg` alone has no COPY.
 */
export const writeBackup = (url: string, path: string): Promise<Result<Backup, HubDatabaseProblem>> =>
  asOwner(url, async owner => {
    try {
      await beginReading(owner)
      const { rows: [{ schema, epoch }] } = await owner.query<{ epoch: string; schema: number }>('select epoch, (select max(number) from migrations) as schema from hub_meta')
      const first: BackupHead = { pinliBackup: 1, schema, epoch, madeAt: new Date().toISOString() }
      return ok({ ...first, ...(await writeBackupFile(path, first, rowsOf(owner))) })
    } catch (error) {
      return fail({ code: 'backup-failed', path, detail: (error as Error).message })
    }
  })

/** What a file says of itself, if it is whole. */
export const readBackup = async (path: string): Promise<Result<Backup, HubDatabaseProblem>> => {
  let first: BackupHead | undefined
  try {
    const end = await readBackupFile(path, head => Promise.resolve(void (first = head)), () => Promise.resolve())
    return ok({ ...first!, ...end })
  } catch (error) {
    return fail({ code: 'backup-unreadable', path, detail: (error as Error).message })
  }
}

/** Loads a backup into an empty database. Its epoch is that of the new database: to the desks it is another history. */
export const loadBackup = (url: string, path: string): Promise<Result<Backup, HubDatabaseProblem>> =>
  asOwner(url, async owner => {
    const loaded = await load(owner, path)
    if (!loaded.ok) return loaded
    const migrated = await migrateLocked(owner)
    return migrated.ok ? loaded : migrated
  })

/** Loads it into a database that is dropped again, and reads that back: the backup is good when the same comes out. */
export const verifyBackup = (url: string, path: string): Promise<Result<Backup, HubDatabaseProblem>> =>
  asOwner(url, async server => {
    await dropLeftovers(server)
    const name = `pinli_verify_${Math.floor(Date.now() / 1000)}_${randomBytes(6).toString('hex')}`
    await server.query(`create database ${name} template template0`)
    try {
      return await asOwner(Object.assign(new URL(url), { pathname: `/${name}` }).href, async owner => {
        const loaded = await load(owner, path)
        return loaded.ok ? compare(owner, path, loaded.value) : loaded
      })
    } finally {
      await server.query(`drop database ${name} with (force)`)
    }
  })

/** Of hubs that were killed meanwhile: no load takes as long as a day. */
const dropLeftovers = async (server: pg.ClientBase): Promise<void> => {
  const { rows } = await server.query<{ datname: string }>("select datname from pg_database where datname ~ '^pinli_verify_[0-9]+_' and to_timestamp(split_part(datname, '_', 3)::bigint) < now() - interval '1 day'")
  for (const { datname } of rows) await server.query(`drop database if exists ${pg.escapeIdentifier(datname)}`)
}

const asOwner = async <R>(url: string, work: (owner: pg.Client) => Promise<Result<R, HubDatabaseProblem>>): Promise<Result<R, HubDatabaseProblem>> => {
  const owner = await connectOwner(url)
  if (!owner.ok) return owner
  try {
    return await work(owner.value)
  } finally {
    await owner.value.end()
  }
}

/** One snapshot, and the same text for the same value wherever it is read. */
const beginReading = async (owner: pg.ClientBase): Promise<void> => {
  await owner.query("set timezone = 'UTC'")
  await owner.query("set datestyle = 'ISO'")
  await owner.query('begin isolation level repeatable read read only')
}

/** Tables in an order in which what others refer to comes first. The epoch is in the head; migrations are those of the schema. */
const tablesOf = async (owner: pg.ClientBase): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string; needs: string[] }>(`
    select c.relname as name, coalesce(array_agg(r.relname::text) filter (where r.oid <> c.oid), '{}') as needs
    from pg_class c left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' left join pg_class r on r.oid = k.confrelid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not in ('hub_meta', 'migrations') group by c.relname order by 1`)
  const placed: string[] = []
  while (placed.length < rows.length) {
    const next = rows.find(({ name, needs }) => !placed.includes(name) && needs.every(need => placed.includes(need)))
    if (!next) throw new Error('tables refer to one another in a circle')
    placed.push(next.name)
  }
  return placed
}

async function* rowsOf(owner: pg.ClientBase): AsyncGenerator<BackupRow> {
  for (const table of await tablesOf(owner)) {
    await owner.query(`declare backup cursor for select t::text as text from ${pg.escapeIdentifier(table)} t order by t::text collate "C"`)
    for (;;) {
      const { rows } = await owner.query<{ text: string }>('fetch 1000 from backup')
      if (rows.length === 0) break
      for (const { text } of rows) yield [table, text]
    }
    await owner.query('close backup')
  }
}

const load = async (owner: pg.Client, path: string): Promise<Result<Backup, HubDatabaseProblem>> => {
  const { rows } = await owner.query("select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
  if (rows.length > 0) return fail({ code: 'database-not-empty' })
  let first: BackupHead | undefined
  let tables: string[] = []
  let waiting: BackupRow[] = []
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await insert(owner, waiting[0][0], waiting.map(([, text]) => text))
    waiting = []
  }
  try {
    const end = await readBackupFile(path, async head => {
      if (head.schema > migrations.length) throw new Refusal({ code: 'backup-newer', found: head.schema, known: migrations.length })
      const migrated = await migrateLocked(owner, head.schema)
      if (!migrated.ok) throw new Refusal(migrated.problem)
      first = head
      tables = await tablesOf(owner)
      await owner.query('begin')
    }, async row => {
      if (!tables.includes(row[0])) throw new Error(`it has rows of ${row[0]}`)
      if (waiting.length === 1000 || (waiting.length > 0 && waiting[0][0] !== row[0])) await flush()
      waiting.push(row)
    })
    await flush()
    await owner.query("select setval(pg_get_serial_sequence('audit', 'id'), (select coalesce(max(id), 0) + 1 from audit), false)")
    await owner.query('commit')
    return ok({ ...first!, ...end })
  } catch (error) {
    await owner.query('rollback')
    return fail(error instanceof Refusal ? error.problem : { code: 'backup-unreadable', path, detail: (error as Error).message })
  }
}

class Refusal extends Error {
  readonly problem: HubDatabaseProblem
  constructor(problem: HubDatabaseProblem) {
    super(problem.code)
    this.problem = problem
  }
}

const insert = async (owner: pg.ClientBase, table: string, texts: readonly string[]): Promise<void> => {
  const name = pg.escapeIdentifier(table)
  await owner.query(`insert into ${name} overriding system value select (row).* from (select text::${name} as row from unnest($1::text[]) text offset 0) loaded`, [texts])
}

const compare = async (owner: pg.Client, path: string, { pinliBackup, schema, epoch, madeAt, ...end }: Backup): Promise<Result<Backup, HubDatabaseProblem>> => {
  await beginReading(owner)
  const first: BackupHead = { pinliBackup, schema, epoch, madeAt }
  const sealed = sealing()
  sealed.add(first)
  for await (const row of rowsOf(owner)) sealed.add(row)
  const found = sealed.end()
  const other = Object.keys({ ...end.counts, ...found.counts }).find(table => end.counts[table] !== found.counts[table])
  return other === undefined && found.sha256 === end.sha256 ? ok({ ...first, ...end }) : fail({ code: 'backup-differs', path, table: other ?? 'sha256' })
}
