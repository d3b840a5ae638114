import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { tables } from '#shared/tables.ts'
import { followChain, sealAudit, sealedRows } from '../auth/audit-chain.ts'
import { accessDatabase } from './access-database.ts'
import { addPerson } from './core.fixture.ts'
import { type BackupRow, writeBackupFile } from './backup-file.ts'
import { type Backup, loadBackup, verifyBackup, writeBackup } from './backup.ts'
import { createDatabase, onPostgres } from './database.fixture.ts'
import { connectOwner, openDatabase } from './database.ts'
import { hubStore } from './hub-store.ts'
import { migrations } from './migrate.ts'
import { COMPANY, COMPLEX, USER, audienceOf, eachRow } from './rows.fixture.ts'

onPostgres('backup', database => {
  let folder: string
  let path: string
  let made: Backup
  const server = (): string => Object.assign(new URL(database().url), { pathname: '/postgres' }).href
  const valueOf = <T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
    if (!result.ok) throw new Error(JSON.stringify(result.problem))
    return result.value
  }
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pinli-backup-'))
    path = join(folder, 'hub.backup')
    const { asOwner, pool } = database()
    await asOwner("insert into complexes (id, name, district) values ($1, $2, '')", [COMPLEX, 'a (b), "c" \\ 柯桥\n\u2028'])
    await addPerson(asOwner, { user: USER, device: USER }, COMPLEX)
    const store = hubStore(pool, tables)
    await store.write(async t => {
      for (const [table, row] of eachRow) await t.tx(COMPLEX).put(table, row as never)
      await t.client(USER, USER, { user: USER, device: USER })
      await t.record({ client: USER, mid: 1, name: 'x', args: { nul: '\u0000', text: '注' }, hash: 'h', clientTs: 1, proto: 1, serverTs: 1, outcome: 'rejected', code: 'validation', facts: {} })
      await t.touch(eachRow.flatMap(([table, row]) => audienceOf(table, row).map(scope => ({ scope: scope as `complex:${string}`, table, id: row.id, gone: false }))).sort((a, b) => (a.scope < b.scope ? -1 : 1)))
    })
    await asOwner("insert into memberships (user_id, complex_id, role, company_id) values ($1, $2, 'company', $3)", [USER, COMPLEX, COMPANY])
    await asOwner("insert into audit (action, detail) values ('login', '{}'), ('logout', '{}')")
    await sealAudit(accessDatabase(pool))
    made = valueOf(await writeBackup(database().url, path))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('it counts every row, and stands up to a load into any version', async () => {
    expect(made).toMatchObject({ schema: migrations.length, counts: { complexes: 1, users: 1, devices: 1, memberships: 2, audit: 2, commands: 1, bookings: 1, booking_slots: 1, companies: 1 } })
    for (const { url } of inject('postgres')) expect(valueOf(await verifyBackup(url, path))).toEqual(made)
    expect(await database().asOwner("select from pg_database where datname like 'pinli_verify_%'")).toEqual([])
  })

  test('loaded it is the same rows under another epoch, and a hub goes on with it', async () => {
    const url = await createDatabase(server(), 'backup_loaded')
    expect(valueOf(await loadBackup(url, path))).toEqual(made)
    const again = join(folder, 'again.backup')
    const second = valueOf(await writeBackup(url, again))
    expect(second.counts).toEqual(made.counts)
    expect(second.epoch).not.toBe(made.epoch)
    const rows = (file: string): string[] => gunzipSync(readFileSync(file)).toString().split('\n').slice(1, -2)
    expect(rows(again)).toEqual(rows(path))
    const opened = valueOf(await openDatabase(url))
    const booking = eachRow.find(([table]) => table === 'bookings')![1]
    expect(await hubStore(opened.pool, tables).write(t => t.tx(COMPLEX).get('bookings', booking.id))).toEqual(booking)
    expect((await opened.pool.query<{ id: number }>("insert into audit (action) values ('x') returning id")).rows).toEqual([{ id: 3 }])
    const loaded = accessDatabase(opened.pool)
    await sealAudit(loaded)
    const chain = followChain()
    for await (const row of sealedRows(loaded.sql)) await chain.take(row)
    expect(chain.end()).toMatchObject({ head: { seq: 3 }, broken: null })
    await opened.close()
    expect(await loadBackup(url, path)).toMatchObject({ ok: false, problem: { code: 'database-not-empty' } })
  })

  test('of a file that has changed nothing is kept', async () => {
    const spoilt = join(folder, 'spoilt.backup')
    writeFileSync(spoilt, gzipSync(gunzipSync(readFileSync(path)).toString().replace('甲织造', '乙织造')))
    const url = await createDatabase(server(), 'backup_spoilt')
    expect(await loadBackup(url, spoilt)).toMatchObject({ ok: false, problem: { code: 'backup-unreadable', path: spoilt, detail: 'its bytes have changed' } })
    const owner = valueOf(await connectOwner(url))
    for (const table of ['complexes', 'companies', 'commands']) expect((await owner.query(`select from ${table}`)).rowCount).toBe(0)
    await owner.end()
  })

  test('a file that loads as something else is not verified', async () => {
    const text: BackupRow[] = ['("b",n,d,2026-01-01)', '("a",n,d,2026-01-01)'].map(row => ['complexes', row])
    const odd = join(folder, 'odd.backup')
    await writeBackupFile(odd, { pinliBackup: 1, schema: migrations.length, epoch: 'e', madeAt: '' }, Readable.from(text) as AsyncIterable<BackupRow>)
    expect(await verifyBackup(server(), odd)).toEqual({ ok: false, problem: { code: 'backup-differs', path: odd, table: 'sha256' } })
  })

  test('a newer backup and a place that can not be written are said', async () => {
    const newer = join(folder, 'newer.backup')
    await writeBackupFile(newer, { pinliBackup: 1, schema: 99, epoch: 'e', madeAt: '' }, Readable.from([]))
    expect(await verifyBackup(server(), newer)).toEqual({ ok: false, problem: { code: 'backup-newer', found: 99, known: migrations.length } })
    expect(await writeBackup(database().url, join(folder, 'none', 'x'))).toMatchObject({ ok: false, problem: { code: 'backup-failed' } })
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })
})
