import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { HubDatabaseProblem } from '#shared/words/hub-database.ts'
import access from './migrations/0001-access.sql?raw'
import sync from './migrations/0002-sync.sql?raw'
import rows from './migrations/0003-rows.sql?raw'
import walls from './migrations/0004-walls.sql?raw'
import sessions from './migrations/0005-sessions.sql?raw'
import oneEnd from './migrations/0006-one-end.sql?raw'
import told from './migrations/0007-told.sql?raw'
import records from './migrations/0008-records.sql?raw'
import calendar from './migrations/0009-calendar.sql?raw'
import companies from './migrations/0010-companies.sql?raw'
import instruments from './migrations/0011-instruments.sql?raw'
import labs from './migrations/0012-labs.sql?raw'
import together from './migrations/0013-together.sql?raw'
import benchmarks from './migrations/0014-benchmarks.sql?raw'

/** Frozen once released: what came later is another number. The place in the list is the number, from 1. */
export const migrations: readonly { name: string; sql: string }[] = [
  { name: 'access', sql: access },
  { name: 'sync', sql: sync },
  { name: 'rows', sql: rows },
  { name: 'walls', sql: walls },
  { name: 'sessions', sql: sessions },
  { name: 'one-end', sql: oneEnd },
  { name: 'told', sql: told },
  { name: 'records', sql: records },
  { name: 'calendar', sql: calendar },
  { name: 'companies', sql: companies },
  { name: 'instruments', sql: instruments },
  { name: 'labs', sql: labs },
  { name: 'together', sql: together },
  { name: 'benchmarks', sql: benchmarks },
]

export const hashOf = (sql: string): string => createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')

/** Brings a database up to this version, or to an earlier step, each step in a transaction of its own. The caller holds the hub's lock. */
export const migrate = async (owner: ClientBase, upTo = migrations.length): Promise<Result<null, HubDatabaseProblem>> => {
  await owner.query('create table if not exists migrations (number int primary key, name text not null, sha256 text not null, at timestamptz not null default now())')
  const { rows: done } = await owner.query<{ number: number; sha256: string }>('select number, sha256 from migrations order by number')
  const found = done.at(-1)?.number ?? 0
  if (found > migrations.length) return fail({ code: 'database-newer', found, known: migrations.length })
  const changed = done.find(({ number, sha256 }) => hashOf(migrations[number - 1].sql) !== sha256)
  if (changed) return fail({ code: 'migration-changed', number: changed.number })
  for (let number = found + 1; number <= upTo; number++) {
    const failed = await step(owner, number)
    if (failed) return fail({ code: 'migration-failed', number, detail: failed })
  }
  return ok(null)
}

const step = async (owner: ClientBase, number: number): Promise<string | null> => {
  const { name, sql } = migrations[number - 1]
  try {
    await owner.query('begin')
    await owner.query(sql)
    await owner.query('insert into migrations (number, name, sha256) values ($1, $2, $3)', [number, name, hashOf(sql)])
    await owner.query('commit')
    return null
  } catch (error) {
    await owner.query('rollback')
    return error instanceof Error ? error.message : String(error)
  }
}
