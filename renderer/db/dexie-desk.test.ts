import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { describe, expect, test } from 'vitest'
import { noting } from '#shared/sync/desk-tx.ts'
import type { DeskMeta, DeskStore, OutboxEntry } from '#shared/sync/store.ts'
import { type ContractTables, contractTables, txContract } from '#shared/sync/tx-contract.ts'
import { freshDexieDesk } from './dexie-desk.fixture.ts'
import { dexieDesk } from './dexie-desk.ts'

const META: DeskMeta = { client: 'c', group: 'g', user: 'u', device: 'd', epoch: '', lastMid: 0 }
const fresh = () => freshDexieDesk<ContractTables>(contractTables, META)
const piece = (id: string, shelf = 'a') => ({ id, complex: 'x', shelf, size: 1, note: '', list: { deep: [] } })
const entry = (mid: number, state: OutboxEntry['state'] = 'waiting'): OutboxEntry => ({ mid, name: 'n', args: {}, hash: 'h', clientTs: 1, state, touches: [`pieces/${mid}`], before: [] })

describe('what every store does alike', () => {
  test.each(Object.entries(txContract))('%s', async (_, check) => {
    const { desk } = await fresh()
    await check(work => desk.transaction(t => work(noting(t, contractTables).tx)))
  })
})

describe('the desk over Dexie', () => {
  test('a row goes when it is stored as nothing, and a scope knows its rows within the transaction', async () => {
    const { desk } = await fresh()
    await desk.transaction(async t => {
      await t.store('pieces', '1', { row: piece('1'), scopes: ['complex:x', 'user:u'] })
      await t.store('pieces', '2', { row: piece('2'), scopes: ['user:u'] })
      expect(await t.heldIn('user:u')).toEqual([{ table: 'pieces', id: '1' }, { table: 'pieces', id: '2' }])
      await t.store('pieces', '1', undefined)
      expect(await t.heldIn('complex:x')).toEqual([])
      expect(await t.stored('pieces', '1')).toBeUndefined()
    })
    expect(await desk.transaction(async t => [await t.stored('pieces', '1'), await t.stored('pieces', '2')])).toEqual([undefined, { row: piece('2'), scopes: ['user:u'] }])
  })

  test('a hint of what will be read changes nothing that was written before it', async () => {
    const { desk } = await fresh()
    await desk.transaction(t => t.store('pieces', '1', { row: piece('1'), scopes: [] }))
    await desk.transaction(async t => {
      await t.store('pieces', '1', { row: piece('1', 'new'), scopes: [] })
      await t.load([{ table: 'pieces', id: '1' }, { table: 'pieces', id: 'none' }])
      expect((await t.stored('pieces', '1'))?.row).toEqual(piece('1', 'new'))
      expect(await t.stored('pieces', 'none')).toBeUndefined()
    })
  })

  test('entries stand in order of their mid, and a mid is given once', async () => {
    const { desk } = await fresh()
    await desk.transaction(async t => {
      for (const mid of [10, 9, 2]) await t.addEntry(entry(mid))
      await t.putEntry(entry(9, 'answered'))
      expect((await t.entries('waiting')).map(({ mid }) => mid)).toEqual([2, 10])
      expect((await t.entries('answered')).map(({ mid }) => mid)).toEqual([9])
      await t.removeEntry(10)
    })
    await expect(desk.transaction(t => t.addEntry(entry(2)))).rejects.toThrow()
    expect((await desk.transaction(t => t.entries('waiting'))).map(({ mid }) => mid)).toEqual([2])
  })

  test('books keep what was put, and lose it with their transaction', async () => {
    const { database, desk } = await fresh()
    await desk.transaction(async t => {
      await t.setMeta({ ...META, epoch: 'e', lastMid: 4 })
      await t.setCursors({ 'user:u': { ver: 3, floor: 0 } })
      await t.putOutcome({ mid: 1, outcome: 'applied', facts: {} })
    })
    await desk.transaction(async t => {
      await t.setMeta(META)
      await t.setCursors({})
      await t.clearOutcomes()
      throw new Error('on purpose')
    }).catch(() => undefined)
    expect(await desk.transaction(async t => [await t.meta(), await t.cursors(), await t.outcome(1)])).toEqual([{ ...META, epoch: 'e', lastMid: 4 }, { 'user:u': { ver: 3, floor: 0 } }, { mid: 1, outcome: 'applied', facts: {} }])
    expect(await database.table('cursors').count()).toBe(1)
  })

  test('what two windows do at once is done one after the other', async () => {
    const { database, desk } = await fresh()
    const second = dexieDesk<ContractTables>(await new Dexie(database.name).open(), contractTables)
    const count = (store: DeskStore<ContractTables>) => store.transaction(async t => { const meta = await t.meta(); await t.setMeta({ ...meta, lastMid: meta.lastMid + 1 }) })
    await Promise.all(Array.from({ length: 20 }, (_, i) => count(i % 2 ? desk : second)))
    expect((await desk.transaction(t => t.meta())).lastMid).toBe(20)
  })
})
