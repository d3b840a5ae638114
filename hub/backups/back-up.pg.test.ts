import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessDatabase } from '../db/access-database.ts'
import { onPostgres } from '../db/database.fixture.ts'
import { startTestHub } from '../http/hub.fixture.ts'
import { backUp } from './back-up.ts'
import { backupName, keptIn } from './kept.ts'
import { backupFolder } from './nightly.ts'

onPostgres('backups kept', database => {
  const day = (n: number): number => Date.UTC(2026, 10, n, 2, 0, 1)
  let parent: string
  let folder: string
  let to: string
  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'pinli-backups-'))
    folder = join(parent, 'backups')
    to = join(parent, 'elsewhere')
    const { asOwner } = database()
    await asOwner("insert into complexes (id, name, district) values ('x', '柯桥', '柯桥')")
    await asOwner("insert into users (id, login, display) values ('u', 'u', 'u')")
    await asOwner("insert into devices (id, complex_id, kind, name, pubkey) values ('d', 'x', 'desktop', 'd', '')")
    await asOwner("insert into client_groups values ('g', 'u', 'd')")
    await asOwner("insert into clients (id, group_id, last_mutation_id) values ('c', 'g', 5)")
  })
  afterAll(() => rmSync(parent, { recursive: true, force: true }))
  const make = (n: number, target: string | null) => backUp({ url: database().url, folder, to: target }, accessDatabase(database().pool).sql, day(n))
  const durable = async (): Promise<number> => (await database().asOwner<{ durable: number }>('select durable_mutation_id::int as durable from clients'))[0].durable

  test('seven are kept, each verified, and the desks keep what lies on this machine alone', async () => {
    for (let n = 1; n <= 9; n++) expect(await make(n, null)).toEqual({ ok: true, value: { path: join(folder, backupName(day(n))), at: day(n) } })
    expect((await keptIn(folder)).map(({ at }) => at)).toEqual([9, 8, 7, 6, 5, 4, 3].map(day))
    expect(readdirSync(folder)).toHaveLength(7)
    expect(await durable()).toBe(0)
  }, 120_000)

  test('a place that is not mounted is said and never made; what lies there whole may be forgotten by the desks', async () => {
    expect(await make(10, to)).toMatchObject({ ok: false, problem: { code: 'backup-failed', path: join(to, backupName(day(10))) } })
    expect([existsSync(to), await durable()]).toEqual([false, 0])
    mkdirSync(to)
    expect(await make(11, to)).toMatchObject({ ok: true })
    const name = backupName(day(11))
    expect(readdirSync(to)).toEqual([name])
    expect(readFileSync(join(to, name))).toEqual(readFileSync(join(folder, name)))
    expect(await durable()).toBe(5)
  })

  test('the hub says how old the last one is', async () => {
    const hub = await startTestHub(database().pool)
    try {
      const place = { url: database().url, folder: backupFolder(hub.folder), to: null }
      expect((await backUp(place, hub.serving.database.sql, hub.clock.now)).ok).toBe(true)
      hub.clock.now += 90_000
      expect((await hub.ask('/health')).body).toMatchObject({ backup: { age: 90, elsewhere: false } })
    } finally {
      await hub.close()
    }
  })
}, true)
