import pg from 'pg'
import { describe, expect, inject, test } from 'vitest'
import { hubDatabaseProblemText } from '#shared/words/hub-database.ts'
import { createDatabase, onPostgres } from './database.fixture.ts'
import { migrateLocked, openDatabase } from './database.ts'
import { migrations } from './migrate.ts'

const refusal = async (url: string): Promise<unknown> => {
  const opened = await openDatabase(url)
  if (opened.ok) {
    await opened.value.close()
    return null
  }
  for (const language of ['zh', 'en'] as const) expect(hubDatabaseProblemText(opened.problem, language)).not.toMatch(/undefined|^$/)
  return opened.problem
}

onPostgres('opened', database => {
  const reopened = async (...sql: string[]): Promise<unknown> => {
    const url = await createDatabase(database().url, 'opened_again')
    expect(await refusal(url)).toBeNull()
    const owner = new pg.Client({ connectionString: url })
    await owner.connect()
    for (const statement of sql) await owner.query(statement)
    await owner.end()
    return refusal(url)
  }

  test('it opens again, migrated once', async () => expect(await reopened()).toBeNull())
  test('a database has one hub', async () => expect(await refusal(database().url)).toEqual({ code: 'database-in-use' }))
  test('a setting that loses commits is refused', async () => expect(await reopened('alter database opened_again set synchronous_commit = off')).toEqual({ code: 'database-unsafe', setting: 'synchronous_commit', value: 'off' }))
  test('a migrated step that differs is refused', async () => expect(await reopened("update migrations set sha256 = '' where number = 2")).toEqual({ code: 'migration-changed', number: 2 }))
  test('a newer database is refused', async () => expect(await reopened("insert into migrations values (99, 'later', '')")).toEqual({ code: 'database-newer', found: 99, known: migrations.length }))
  test('commands of before name their record too, where their arguments name one', async () => {
    const owner = new pg.Client({ connectionString: await createDatabase(database().url, 'opened_older') })
    await owner.connect()
    expect(await migrateLocked(owner, 6)).toMatchObject({ ok: true })
    await owner.query("insert into users (id, login, display) values ('u', 'u', 'u'); insert into complexes (id, name, district) values ('x', 'x', 'x'); insert into devices (id, complex_id, kind, name) values ('d', 'x', 'browser', 'd')")
    await owner.query("insert into client_groups (id, user_id, device_id) values ('g', 'u', 'd'); insert into clients (id, group_id) values ('c', 'g')")
    const ids = { complex: '019ac000-0000-7000-8000-00000000000a', id: '019ac000-0000-7000-8000-00000000000b' }
    for (const [i, args] of [ids, { ...ids, id: '\0' }, { ...ids, id: 5 }, null, [ids]].entries())
      await owner.query("insert into commands (client_id, mid, name, args, args_hash, client_ts, proto, server_ts, outcome, facts) values ('c', $1, 'x', $2, '', 0, 1, 0, 'applied', '{}')", [i + 1, JSON.stringify(args)])
    expect(await migrateLocked(owner)).toMatchObject({ ok: true })
    expect((await owner.query<{ record: string | null }>('select record from commands order by mid')).rows.map(({ record }) => record)).toEqual([`${ids.complex}/${ids.id}`, null, null, null, null])
    await owner.end()
  })
  test('a step that fails is undone whole', async () => {
    const url = await createDatabase(database().url, 'opened_broken')
    const owner = new pg.Client({ connectionString: url })
    await owner.connect()
    await owner.query('create table devices ()')
    expect(await refusal(url)).toMatchObject({ code: 'migration-failed', number: 1 })
    expect((await owner.query<{ n: string | null }>("select to_regclass('complexes') as n")).rows[0].n).toBeNull()
    await owner.end()
  })
  test('an owner who may not make roles is told so', async () => {
    await database().asOwner("drop database if exists opened_poor")
    await database().asOwner("drop role if exists poor")
    await database().asOwner("create role poor login password 'poor'")
    await database().asOwner('create database opened_poor owner poor')
    const url = new URL(database().url)
    Object.assign(url, { username: 'poor', password: 'poor', pathname: '/opened_poor' })
    expect(await refusal(url.href)).toMatchObject({ code: 'database-rights', what: 'create role' })
  })
})

describe('nobody there', () => {
  test('is said', async () => {
    const url = new URL(inject('postgres')[0].url)
    url.password = 'wrong'
    expect(await refusal(url.href)).toMatchObject({ code: 'database-unreachable' })
    expect(await refusal('postgresql://a:b@127.0.0.1:1/c')).toMatchObject({ code: 'database-unreachable', detail: expect.stringContaining('ECONNREFUSED') as string })
  })
})
