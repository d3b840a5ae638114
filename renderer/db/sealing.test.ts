import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { describe, expect, test } from 'vitest'
import { newKept, wrapByPassphrase } from '#shared/crypto/kept-key.ts'
import { SealBroken } from '#shared/crypto/seal.ts'
import { tables } from '#shared/tables.ts'
import { keepKey, random } from './data-key.ts'
import { openDatabase } from './database.ts'
import { openDeskIn, type AskKey, type OpenDesk } from './desk.ts'
import { deskReads } from './live.ts'
import { newId } from './new-id.ts'
import { runOn } from './run.ts'
import { BOOKS, storesOf } from './stores-of.ts'
import { savedV1 } from './work-v1.fixture.ts'

let names = 0
const fresh = async (settings = `sealing-${++names}`, ask?: AskKey): Promise<OpenDesk> => {
  const desk = await openDeskIn(openDatabase(settings), () => {}, null, ask)
  if (!desk.ok) throw new Error(desk.problem.code)
  return desk.value
}
const PHONE = '13800000000'
const company = () => ({ name: 'companies.register' as const, args: { id: newId(), name: '示例纺织', uscc: null, address: null, contact: '示例联系人', phone: PHONE } })
/** All that lies in IndexedDB, as it lies there. */
const onDisk = async ({ group }: Pick<OpenDesk, 'group'>): Promise<{ [table: string]: unknown[] }> => {
  const raw = await new Dexie(`pinli-work-${group}`).open()
  const found = Object.fromEntries(await Promise.all(raw.tables.map(async table => [table.name, (await table.toArray()) as unknown[]] as const)))
  raw.close()
  return found
}
const text = (found: unknown): string => JSON.stringify(found, (_, value: unknown) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value))

describe('what lies on the disk', () => {
  test('holds no contact and no arguments in the open, and reads as it was', async () => {
    const desk = await fresh()
    expect((await runOn(desk, [company()])).ok).toBe(true)
    const found = await onDisk(desk)
    expect(found.companies).toHaveLength(1)
    expect(text(found)).not.toMatch(/13800000000|示例联系人/)
    expect(found.outbox[0]).not.toHaveProperty('args')
    const again = await fresh(`sealing-${names}`)
    expect((await deskReads(again).list('companies')).map(({ name, phone }) => [name, phone])).toEqual([['示例纺织', PHONE]])
    expect(await again.database.outbox.reverse().first()).toMatchObject({ mid: 1, args: { phone: PHONE } })
    const seen: unknown[] = []
    await again.database.outbox.each(entry => void seen.push(entry.args))
    expect(seen).toMatchObject([{ phone: PHONE }])
    expect(await again.store.transaction(async t => (await t.entries('waiting')).map(({ before }) => before.length))).toEqual([1])
  })

  test('is refused where it was moved or changed', async () => {
    const desk = await fresh()
    const [a, b] = [company(), company()]
    await runOn(desk, [a, b])
    const raw = await new Dexie(`pinli-work-${desk.group}`).open()
    const [first, second] = (await raw.table('companies').bulkGet([a.args.id, b.args.id])) as [object & { _x: Uint8Array }, object & { _x: Uint8Array }]
    await raw.table('companies').put({ ...first, _x: second._x })
    await expect(deskReads(desk).get('companies', a.args.id)).rejects.toThrow(SealBroken)
    await raw.table('companies').put({ ...first, _x: first._x.map((byte, i) => (i === 20 ? byte ^ 1 : byte)) })
    await expect(deskReads(desk).get('companies', a.args.id)).rejects.toThrow(SealBroken)
    expect((await deskReads(desk).get('companies', b.args.id))?.phone).toBe(PHONE)
  })

  test('of an app before the sealing is sealed at the next start', async () => {
    const old = new Dexie('pinli-work-before')
    old.version(1).stores({ ...BOOKS, ...storesOf(tables) })
    for (const [table, rows] of Object.entries(savedV1)) await old.table(table).bulkAdd(rows)
    await old.table('meta').update('desk', { group: 'before' })
    old.close()
    const settings = `sealing-${++names}`
    await openDatabase(settings).settings.put({ key: 'work-group', value: 'before' })
    const desk = await fresh(settings)
    expect(text(await onDisk(desk))).not.toMatch(/13800000000|旧版的笔记.*旧版的笔记/)
    expect((await deskReads(desk).list('companies')).map(({ phone }) => phone)).toEqual([PHONE])
    expect((await desk.database.outbox.toArray()).map(({ args }) => (args as { text?: string }).text)).toEqual([undefined, '旧版的笔记'])
  })

  test('no sealed field is in an index', () => {
    for (const [name, { by = [], ranges = {}, sealed = [] }] of Object.entries(tables) as [string, { by?: readonly string[]; ranges?: { [index: string]: readonly string[] }; sealed?: readonly string[] }][])
      for (const field of sealed) expect([name, field, [...by, ...Object.values(ranges).flat(), 'id'].includes(field)]).toEqual([name, field, false])
  })
})

describe('a desk whose key is wrapped', () => {
  test('opens when it is given, counts before that, and takes no other key', async () => {
    const desk = await fresh()
    await runOn(desk, [company()])
    const settings = openDatabase(`sealing-${names}`)
    await keepKey(settings, desk.group, await wrapByPassphrase(newKept(desk.key), desk.key, '示例口令 一二三四', desk.group, random))
    expect(text(await settings.settings.toArray())).not.toContain(JSON.stringify(newKept(desk.key).open))
    let waiting = -1
    const again = await fresh(`sealing-${names}`, async ({ database }) => {
      waiting = await database.outbox.where('state').equals('waiting').count()
      await expect(database.outbox.toArray()).rejects.toThrow('locked')
      return desk.key
    })
    expect([waiting, (await deskReads(again).list('companies'))[0].phone]).toEqual([1, PHONE])
    expect(await openDeskIn(openDatabase(`sealing-${names}`), () => {}, null, () => Promise.resolve(new Uint8Array(32)))).toMatchObject({ ok: false, problem: { code: 'desk-sealed' } })
  })

  test('makes no other key where the one that sealed is lost', async () => {
    const desk = await fresh()
    await openDatabase(`sealing-${names}`).settings.delete(`data-key:${desk.group}`)
    expect(await openDeskIn(openDatabase(`sealing-${names}`), () => {})).toMatchObject({ ok: false, problem: { code: 'desk-sealed' } })
  })
})
