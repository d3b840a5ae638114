// The synced tables of shared/tables.ts as PostgreSQL has them.
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { BOOKING_STATUSES } from '#shared/bookings/booking.ts'
import { Conflict, type HubStore } from '#shared/sync/store.ts'
import type { Tx } from '#shared/sync/tx.ts'
import { type AppTables, tables } from '#shared/tables.ts'
import { onPostgres } from './database.fixture.ts'
import { hubStore } from './hub-store.ts'
import { columnsOf, rowTables, rulesOf } from './row-tables.ts'
import { COMPANY, COMPLEX, OTHER_COMPLEX, RESOURCE, USER, audienceOf, eachRow, rows } from './rows.fixture.ts'

onPostgres('rows', database => {
  let store: HubStore<AppTables>
  const put = (work: (tx: Tx<AppTables>) => Promise<unknown>) => store.write(t => work(t.tx(COMPLEX)))
  /** As the serving role, in a transaction that is undone. */
  const walled = async <R>(setting: string, value: string, work: (client: pg.ClientBase) => Promise<R>): Promise<R> => {
    const client = await database().pool.connect()
    try {
      await client.query('begin')
      await client.query('select set_config($1, $2, true)', [setting, value])
      return await work(client)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  beforeAll(async () => {
    store = hubStore(database().pool, tables)
    await put(async tx => {
      for (const [table, row] of eachRow) await tx.put(table, row as never)
    })
  })

  test.each(eachRow)('a row of %s comes back whole', async (table, row) => expect(await put(tx => tx.get(table, row.id))).toEqual(row))

  test('each table has its key, rev, data, and a column for every indexed field and no other', async () => {
    const found = await database().asOwner<{ name: string; columns: string[] }>(
      "select table_name as name, array_agg(column_name::text order by column_name collate \"C\") as columns from information_schema.columns where table_name = any($1) group by 1", [Object.keys(tables)])
    expect(Object.fromEntries(found.map(({ name, columns }) => [name, columns]))).toEqual(
      Object.fromEntries(rulesOf(tables).map(([name, rule]) => [name, ['complex_id', 'id', 'rev', 'data', ...columnsOf(rule)].sort()])))
  })

  test('every key, index and constraint that compares rows begins with complex_id', async () => {
    const found = await database().asOwner<{ name: string; first: string }>(
      `select i.indexrelid::regclass::text as name, a.attname as first from pg_index i join pg_class c on c.oid = i.indrelid
         left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where c.relname = any($1)
       union all select conname, a.attname from pg_constraint k join pg_class c on c.oid = k.conrelid
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1] where c.relname = any($1) and k.contype in ('p', 'u', 'f', 'x')
       union all select conname, a.attname from pg_constraint k join pg_class c on c.oid = k.confrelid
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.confkey[1] where c.relname = any($1) and k.contype = 'f'`, [Object.keys(tables)])
    expect(found.length).toBeGreaterThan(30)
    expect(found.filter(({ first }) => first !== 'complex_id')).toEqual([])
  })

  test.each(rulesOf(tables).flatMap(([name, { by = [], ranges = {} }]) => [...by.map(field => [name, 'listBy', field as string] as const), ...Object.keys(ranges).map(index => [name, 'listRange', index] as const)]))('%s: %s %s goes by its index, behind the wall too', async (name, list, index) => {
    const sql = rowTables(tables).get(name)![list].get(index)!
    await walled('pinli.complex', COMPLEX, async client => {
      await client.query('set local enable_seqscan = off')
      await client.query(`prepare listing as ${sql}`)
      const zeros = Array(new Set(sql.match(/\$\d/g)).size).fill("'0'").join(', ')
      const { rows: plan } = await client.query<{ 'QUERY PLAN': string }>(`explain execute listing (${zeros})`)
      await client.query('deallocate listing')
      const conditions = plan.map(line => line['QUERY PLAN']).filter(line => line.includes('Index Cond')).join()
      for (const field of list === 'listBy' ? [index] : tables[name as 'bookings'].ranges![index]) expect(conditions).toContain(field)
    })
  })

  describe('the exclusion holds for the states that occupy time and no other', () => {
    test.each([...BOOKING_STATUSES, 'closed' as const])('%s', async status => {
      const beside = put(async tx => {
        await tx.put('booking_slots', { ...rows.booking_slots, id: USER, status })
        throw new Error('undo')
      })
      const occupies = tables.booking_slots.exclusive!.when({ ...rows.booking_slots, status })
      await expect(beside).rejects.toThrow(occupies ? 'exclusion: slot-taken' : 'undo')
    })
  })

  test.each<[string, keyof AppTables, object, Conflict['kind']]>([
    ['a range that ends before it begins', 'booking_slots', { from: 30, to: 20 }, 'data'],
    ['an empty range', 'booking_slots', { from: 30, to: 30 }, 'data'],
    ['more than 31 days', 'booking_slots', { from: 0, to: 31 * 24 * 3600_000 + 1 }, 'data'],
    ['a part of a millisecond', 'booking_slots', { from: 30.5, to: 40 }, 'data'],
    ['no resource', 'booking_slots', { resource: null }, 'data'],
    ['a resource that is not there', 'booking_slots', { resource: USER }, 'missing'],
    ['a state that is not one', 'bookings', { status: 'lost' }, 'data'],
    ['a NUL in a text', 'companies', { name: 'a\u0000' }, 'data'],
  ])('%s is refused', async (_, table, change, kind) => {
    const refused = await put(tx => tx.put(table, { ...rows[table], id: USER, ...change })).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Conflict)
    expect((refused as Conflict).kind).toBe(kind)
  })

  describe('the wall', () => {
    const seen = (setting: string, value: string, table: string) => walled(setting, value, async client => (await client.query(`select from ${pg.escapeIdentifier(table)}`)).rowCount!)
    test('the serving role is no superuser, owns nothing and passes no wall', async () => {
      const role = await database().pool.query('select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, (select count(*)::int from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = session_user')
      expect(role.rows[0]).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0 })
    })
    test.each(eachRow)('%s: shows in the scopes of its audience and in no other', async (table, row) => {
      const all = ['complex', 'public'].flatMap(kind => [COMPLEX, OTHER_COMPLEX].map(id => `${kind}:${id}`)).concat(`company:${COMPLEX}/${COMPANY}`, `company:${OTHER_COMPLEX}/${COMPANY}`, `company:${COMPLEX}/${RESOURCE}`, `user:${USER}`, `user:${COMPANY}`)
      const visible: string[] = []
      for (const scope of all) if ((await seen('pinli.scopes', scope, table)) > 0) visible.push(scope)
      expect(visible.sort()).toEqual(audienceOf(table, row).sort())
      expect(await seen('pinli.scopes', '', table)).toBe(0)
      expect(await seen('pinli.scopes', all.join(' '), table)).toBe(1)
    })
    test.each(eachRow)('%s: a transaction of another complex sees and writes nothing of it', async (table, row) => {
      expect(await seen('pinli.complex', COMPLEX, table)).toBe(1)
      expect(await seen('pinli.complex', OTHER_COMPLEX, table)).toBe(0)
      await walled('pinli.complex', OTHER_COMPLEX, async client => {
        expect((await client.query(`update ${pg.escapeIdentifier(table)} set rev = 9 where id = $1`, [row.id])).rowCount).toBe(0)
        await expect(client.query(`insert into ${pg.escapeIdentifier(table)} (complex_id, id, rev, data) values ($1, $2, 1, '{}')`, [COMPLEX, OTHER_COMPLEX])).rejects.toThrow('row-level security')
      })
    })
    test('a resource that is not open shows to the staff alone', async () => {
      await put(tx => tx.put('resources', { ...rows.resources, open: false }))
      expect(await seen('pinli.scopes', `public:${COMPLEX}`, 'resources')).toBe(0)
      expect(await seen('pinli.scopes', `complex:${COMPLEX}`, 'resources')).toBe(1)
    })
  })
})
