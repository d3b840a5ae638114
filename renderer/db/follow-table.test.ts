import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, expect, test } from 'vitest'
import type { Row } from '#shared/sync/tx.ts'
import { apart, type StoredRow } from './dexie-reads.ts'
import { followTable } from './follow-table.ts'

const opened: Dexie[] = []
afterEach(() => { for (const database of opened.splice(0)) database.close() })

/** What a reader who does as told holds in the end. */
const following = async (rows: Row[]) => {
  const database = new Dexie(`follow-${Math.random()}`)
  database.version(1).stores({ companies: 'id' })
  opened.push(database)
  const stored = database.table('companies')
  await stored.bulkPut(rows.map(row => ({ ...row, _s: [] })))
  const held = new Map<string, Row>()
  let wholes = 0
  followTable(database, 'companies', (told, gone, whole) => {
    for (const row of told) held.set(row.id, row)
    for (const id of gone) held.delete(id)
    if (whole) wholes++
  })
  const same = async (): Promise<void> => {
    const there = (await stored.toArray()).map(one => apart(one as StoredRow).row)
    await expect.poll(() => [...held.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(there)
  }
  await expect.poll(() => wholes).toBeGreaterThan(0)
  return { stored, held, same, wholes: () => wholes }
}
const row = (n: number, name = `甲${n}`): Row & { name: string } => ({ id: `c${String(n).padStart(5, '0')}`, complex: 'x', name })
const many = (count: number, name?: string): Row[] => Array.from({ length: count }, (_, n) => row(n, name))

test('tells all rows, a slice at a time', async () => {
  const { held, same } = await following(many(620))
  expect(held.size).toBe(620)
  await same()
})

test('then what is put and what goes, one by one and by the hundred', async () => {
  const { stored, held, same } = await following(many(300))
  await stored.put({ ...row(7, '乙'), _s: [] })
  await stored.put({ ...row(9000), _s: [] })
  await stored.delete(row(3).id)
  await same()
  expect(held.get(row(7).id)).toMatchObject({ name: '乙' })
  await stored.bulkPut(many(120, '丙').map(one => ({ ...one, _s: [] })))
  await stored.bulkDelete(many(80).map(({ id }) => id))
  await same()
  await stored.clear()
  await same()
  expect(held.size).toBe(0)
})

test('what changes while it reads is told too', async () => {
  const { stored, same } = await following([])
  await Promise.all(Array.from({ length: 40 }, async (_, n) => {
    await stored.put({ ...row(n), _s: [] })
    if (n % 3 === 0) await stored.delete(row(n).id)
  }))
  await same()
})
