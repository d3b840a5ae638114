// A migrated database of one's own for a test file, on each PostgreSQL there is.
import pg from 'pg'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { hubDatabaseProblemText } from '#shared/words/hub-database.ts'
import { type Database, openDatabase } from './database.ts'

export type TestDatabase = Database & {
  /** The owner's address. */
  url: string
  /** Statements as the owner. */
  asOwner: <R extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<R[]>
}

/** Runs the tests for each PostgreSQL; `name` also names the database. `newest`: for the first alone, where the version can't matter. */
export const onPostgres = (name: string, tests: (database: () => TestDatabase) => void, newest = false): void =>
  describe.each(newest ? inject('postgres').slice(0, 1) : inject('postgres'))(`${name}, $name`, ({ url }) => {
    let database: TestDatabase | undefined
    beforeAll(async () => (database = await testDatabase(url, name.replace(/\W+/g, '_'))))
    afterAll(() => database?.close())
    tests(() => database!)
  })

export const testDatabase = async (server: string, name: string): Promise<TestDatabase> => {
  const url = await createDatabase(server, name)
  const opened = await openDatabase(url)
  if (!opened.ok) throw new Error(hubDatabaseProblemText(opened.problem, 'en'))
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  return {
    ...opened.value,
    url,
    asOwner: async <R extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => (await owner.query<R>(sql, values)).rows,
    close: async () => {
      await owner.end()
      await opened.value.close()
    },
  }
}

/** An empty database; gives its owner's address. */
export const createDatabase = async (server: string, name: string): Promise<string> => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
  await client.query(`create database ${pg.escapeIdentifier(name)}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
