// What only a real database shows: transactions side by side.
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { COMPLEX, type Seat, uuid } from '#shared/sync/core.fixture.ts'
import { readPage } from '#shared/sync/page.ts'
import type { Cursors, PullRequest } from '#shared/sync/protocol.ts'
import { applyPush } from '#shared/sync/push.ts'
import { Passing } from '#shared/sync/store.ts'
import { type CoreOnPostgres, coreOnPostgres, loginOf, pushOf } from './core.fixture.ts'
import { onPostgres } from './database.fixture.ts'

onPostgres('concurrent', database => {
  let core: CoreOnPostgres
  beforeAll(async () => void (core = await coreOnPostgres(database())))
  beforeEach(() => database().asOwner('truncate seats, sync_rows, commands, clients, client_groups, scopes'))

  const take = (n: number, mid: number, id: number, row = 'a') => pushOf(n, core.epoch, mid, 'seats.take', { id: uuid(id), company: null, row, name: 'x' })
  const outcomes = () => database().asOwner('select client_id, mid::int, outcome, code from commands order by client_id, mid')
  const waiting = async (): Promise<void> => {
    for (;;) {
      const [{ n }] = await database().asOwner<{ n: number }>("select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
      if (n > 0) return
      await sleep(5)
    }
  }
  const seat = (id: number, more: Partial<Seat> = {}): Seat => ({ id: uuid(id), complex: COMPLEX, company: null, row: 'a', from: 0, to: 1, taken: false, name: '', ...more })

  test('of two who take one place at once the later one waits, sees the winner and is waitlisted', async () => {
    let second: ReturnType<typeof applyPush> | undefined
    const afterwards = async (): Promise<void> => {
      second = applyPush(core.hub, loginOf(2), take(2, 1, 11))
      await waiting() // it has found the row free and put its own beside ours
    }
    const pushed = await applyPush({ ...core.hub, afterwards }, loginOf(1), take(1, 1, 10))
    expect([pushed.answer, (await second!).answer]).toMatchObject([{ lastMutationId: 1 }, { lastMutationId: 1 }])
    expect(await outcomes()).toMatchObject([{ outcome: 'applied', code: null }, { outcome: 'waitlisted', code: 'slot-taken' }])
  })

  test('a deadlock is begun again and is no outcome', async () => {
    const { store } = core.hub
    await store.write(async t => {
      for (const id of [10, 11]) await t.tx(COMPLEX).put('seats', seat(id))
    })
    let runs = 0
    let holding = 0
    const both = (order: number[], name: string) =>
      store.write(async t => {
        runs++
        const tx = t.tx(COMPLEX)
        for (const [i, id] of order.entries()) {
          const row = (await tx.get('seats', uuid(id)))!
          await tx.put('seats', { ...row, name: row.name + name })
          // Each goes on only once the other has its first row too.
          if (i === 0) holding++
          while (holding < 2) await sleep(2)
        }
      })
    await Promise.all([both([10, 11], 'a'), both([11, 10], 'b')])
    expect(runs).toBeGreaterThan(2)
    const names = await database().asOwner<{ name: string }>("select data->>'name' as name from seats order by id")
    expect(names.map(({ name }) => [...name].sort().join(''))).toEqual(['ab', 'ab'])
  })

  test('a row that moved since it was read starts the transaction again', async () => {
    const { store } = core.hub
    await store.write(t => t.tx(COMPLEX).put('seats', seat(10)))
    const seen: string[] = []
    await store.write(async t => {
      const row = (await t.tx(COMPLEX).get('seats', uuid(10)))!
      seen.push(row.name)
      if (seen.length === 1) await store.write(other => other.tx(COMPLEX).put('seats', seat(10, { name: 'other' })))
      await t.tx(COMPLEX).put('seats', { ...row, name: `${row.name}!` })
    })
    expect(seen).toEqual(['', 'other'])
  })

  test('what never stops failing in passing is told to come again, and leaves nothing', async () => {
    let runs = 0
    const afterwards = (): Promise<void> => {
      runs++
      return Promise.reject(new Passing('on purpose'))
    }
    expect((await applyPush({ ...core.hub, afterwards }, loginOf(1), take(1, 1, 10))).answer).toEqual({ code: 'busy', retryAfter: 1 })
    expect(runs).toBe(5)
    expect(await outcomes()).toEqual([])
    expect(await database().asOwner('select from seats')).toEqual([])
  })

  test('connections that are cut are replaced, and the command is applied once', async () => {
    let cut = false
    const afterwards = async (): Promise<void> => {
      if (cut) return
      cut = true
      await database().asOwner("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename like '%_hub'")
    }
    expect((await applyPush({ ...core.hub, afterwards }, loginOf(1), take(1, 1, 10))).answer).toMatchObject({ lastMutationId: 1 })
    expect(await outcomes()).toMatchObject([{ mid: 1, outcome: 'applied' }])
  })

  test('a reader beside four writers misses nothing', async () => {
    const { hub, epoch } = core
    const [writers, each] = [4, 40]
    let writing = writers
    const write = async (n: number): Promise<void> => {
      for (let mid = 1; mid <= each; mid++) await applyPush(hub, loginOf(n), take(n, mid, n * 1000 + mid, `${n}-${mid}`))
      writing--
    }
    const seen = new Set<string>()
    const read = async (): Promise<void> => {
      let cursors: Cursors = {}
      for (let last = false; !last; ) {
        last = writing === 0
        for (let more = true; more; ) {
          const request: PullRequest = { proto: 1, schema: 1, epoch, group: uuid(301), client: uuid(999), cursors, limit: 3, acked: 0 }
          const page = await readPage(hub, loginOf(1), request)
          if ('code' in page) throw new Error(page.code)
          for (const { id, row } of page.changes) if (row) seen.add(id)
          cursors = { ...cursors, ...page.cursors }
          more = page.more
        }
      }
    }
    await Promise.all([...Array.from({ length: writers }, (_, i) => write(i + 1)), read()])
    expect(seen.size).toBe(writers * each)
    const [{ ver }] = await database().asOwner<{ ver: number }>('select ver::int from scopes where name = $1', [`complex:${COMPLEX}`])
    expect(ver).toBe(writers * each)
  })

  test('the whole history sent again leaves the database byte for byte', async () => {
    const requests = [take(1, 1, 10), take(1, 2, 11), take(2, 1, 12, 'b'), pushOf(2, core.epoch, 2, 'seats.rename', { id: uuid(12), name: 'y' }), pushOf(2, core.epoch, 3, 'seats.sell', { nul: '\u0000\ud800' })]
    const all = async (): Promise<string[]> => {
      const texts: string[] = []
      for (const table of ['seats', 'sync_rows', 'scopes', 'commands', 'clients', 'client_groups']) for (const { row } of await database().asOwner<{ row: string }>(`select t::text as row from ${table} t order by 1`)) texts.push(row)
      return texts
    }
    for (const [i, request] of requests.entries()) await applyPush(core.hub, loginOf(i < 2 ? 1 : 2), request)
    const before = await all()
    for (const [i, request] of requests.entries()) expect((await applyPush(core.hub, loginOf(i < 2 ? 1 : 2), request)).moved).toEqual([])
    expect(await all()).toEqual(before)
    expect(await outcomes()).toMatchObject([{ outcome: 'applied' }, { outcome: 'waitlisted' }, { outcome: 'applied' }, { outcome: 'applied' }, { outcome: 'rejected', code: 'command-unknown' }])
  })
})
