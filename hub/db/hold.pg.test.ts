import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { Passing } from '#shared/sync/store.ts'
import { startTestHub } from '../http/hub.fixture.ts'
import { createDatabase, onPostgres } from './database.fixture.ts'
import { HUB_LOCK, openDatabase } from './database.ts'
import { Halted } from './hold.ts'

onPostgres('the hold', database => {
  const opened = async (name: string) => {
    const url = await createDatabase(database().url, name)
    const said: string[] = []
    const held = await openDatabase(url, line => void said.push(line))
    if (!held.ok) throw new Error(held.problem.code)
    const owner = new pg.Client({ connectionString: url })
    await owner.connect()
    const holders = async (): Promise<number[]> =>
      (await owner.query<{ pid: number }>("select pid from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())")).rows.map(({ pid }) => pid)
    const cut = async (pid: number): Promise<void> => void (await owner.query('select pg_terminate_backend($1)', [pid]))
    const end = async (): Promise<void> => {
      await owner.end()
      await held.value.close()
    }
    return { url, said, pool: held.value.pool, owner, holders, cut, end }
  }
  const second = async (url: string): Promise<unknown> => {
    const other = await openDatabase(url)
    if (other.ok) await other.value.close()
    return other.ok ? null : other.problem
  }

  test('is taken again once its session has ended, so that a second hub is refused again', async () => {
    const { url, said, pool, holders, cut, end } = await opened('hold_again')
    const [before] = await holders()
    await cut(before)
    await vi.waitUntil(async () => (await holders()).some(pid => pid !== before), { timeout: 10_000, interval: 20 })
    await vi.waitUntil(() => said.length > 0, { timeout: 5000 })
    expect(said).toEqual(['The database is held by this hub again.'])
    expect(await second(url)).toEqual({ code: 'database-in-use' })
    expect((await pool.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }])
    await end()
  })

  test('that another hub has by then stops all work with a word, until that one lets it go', async () => {
    const { url, said, pool, owner, holders, cut, end } = await opened('hold_lost')
    const hub = await startTestHub(pool, { workMs: 3600_000 })
    const other = new pg.Client({ connectionString: url })
    await other.connect()
    const [before] = await holders()
    // It stands in line, so that it has the lock before the hub can come back.
    const waits = other.query('select pg_advisory_lock($1)', [HUB_LOCK])
    await vi.waitUntil(async () => (await owner.query("select from pg_locks where locktype = 'advisory' and not granted")).rowCount === 1, { timeout: 5000, interval: 10 })
    await cut(before)
    await waits
    await expect.poll(() => pool.query('select 1').catch((error: unknown) => error), { timeout: 5000 }).toBeInstanceOf(Passing)
    expect(await hub.ask('/challenge', { body: { device: '019ac000-0000-7000-8000-00000000000a' } })).toMatchObject({ status: 200 }) // asks no database
    await vi.waitUntil(() => said.length > 0, { timeout: 15_000 })
    expect(said).toEqual([expect.stringMatching(/另一个中心服务正在使用这个数据库.*\n.*Another hub uses this database/)])
    for (const refused of [pool.query('select 1'), pool.connect()]) await expect(refused).rejects.toBeInstanceOf(Halted)
    expect(await hub.ask('/login', { body: { login: 'admin', password: 'x' } })).toMatchObject({ status: 503, body: { code: 'hub-halted', retryAfter: 30 } })
    expect(await hub.ask('/admin/users', { token: hub.serving.operatorToken })).toMatchObject({ status: 503, body: { code: 'hub-halted' } })
    expect((await hub.ask('/health')).body).toMatchObject({ hub: '柯桥综合体', database: { up: false } })

    await other.end()
    await vi.waitUntil(() => said.length > 1, { timeout: 15_000 })
    expect(await hub.ask('/admin/users', { token: hub.serving.operatorToken })).toMatchObject({ status: 200 })
    expect(await second(url)).toEqual({ code: 'database-in-use' })
    await hub.close()
    await end()
  })
})
