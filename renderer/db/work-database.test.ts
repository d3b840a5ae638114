import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { describe, expect, test, vi } from 'vitest'
import { type AppTables, tables } from '#shared/tables.ts'
import { sealer } from '#shared/crypto/seal.ts'
import { random } from './data-key.ts'
import { deskReads } from './live.ts'
import { openDatabase } from './database.ts'
import { openDeskIn } from './desk.ts'
import { complexOf } from './here.ts'
import { BOOKS, storesOf } from './stores-of.ts'
import { openWorkDatabase, problemOf, type WorkDatabase } from './work-database.ts'
import { declareWorkVersions } from './work-versions.ts'
import { savedV1 } from './work-v1.fixture.ts'

const OPEN = { sealer: sealer(random(32), random) }
const opened = async (group: string, replaced = () => {}): Promise<WorkDatabase> => {
  const work = await openWorkDatabase(group, replaced, OPEN)
  if (!work.ok) throw new Error(work.problem.code)
  return work.value
}

/** A database as an older app left it: made by the layout of that version, not by today's. */
const leaveOld = async (name: string, version: number, stores: { [table: string]: string }, rows: { [table: string]: unknown[] }): Promise<void> => {
  const old = new Dexie(name)
  old.version(version).stores(stores)
  for (const [table, all] of Object.entries(rows)) await old.table(table).bulkAdd(all)
  old.close()
}
const LAYOUT_1 = { ...BOOKS, follows: 'id, key, *_s', standard_notes: 'id, number, *_s', own_standards: 'id, number, *_s', field_conflicts: 'id, row, *_s', companies: 'id, uscc, *_s', resources: 'id, *_s', bookings: 'id, company, holding, [status+holdUntil], [status+start], *_s', booking_slots: 'id, booking, waitingFor, *_s', resource_busy: 'id, [resource+to], *_s' }

describe('versions', () => {
  test('the newest has the indexes that shared/tables.ts declares, no more and no fewer', () => {
    const declared = new Dexie('layout')
    declareWorkVersions(declared)
    const derived = new Dexie('derived')
    derived.version(1).stores({ ...BOOKS, ...storesOf<AppTables>(tables) })
    const layout = (database: Dexie) => Object.fromEntries(database.tables.map(({ name, schema }) => [name, [schema.primKey.src, ...schema.indexes.map(({ src }) => src)]]))
    expect(layout(declared)).toEqual(layout(derived))
  })

  test('what version 1 kept is read and carried on', async () => {
    await leaveOld('pinli-work-v1', 1, LAYOUT_1, savedV1)
    const kept = openDatabase('old-settings')
    await kept.settings.put({ key: 'work-group', value: 'v1' })
    const desk = await openDeskIn(kept, () => {})
    if (!desk.ok) throw new Error(desk.problem.code)
    const reads = deskReads(desk.value)
    expect(await complexOf(desk.value)).toBe('019ac000-0000-7000-8000-000000000004')
    expect((await reads.listBy('follows', 'key', 'GB/T 2912.1')).map(({ ended }) => ended)).toEqual([false])
    const notes = await reads.listBy('standard_notes', 'number', 'GB/T 2912.1-2009')
    expect((await reads.withState('standard_notes', notes)).map(({ row, state }) => [row.text, state.is])).toEqual([['旧版的笔记', 'saved']])
    expect(await desk.value.store.transaction(async t => [(await t.entries('waiting')).map(({ mid }) => mid), (await t.meta()).lastMid, await t.cursors()])).toEqual([[2], 2, { 'user:019ac000-0000-7000-8000-000000000002': { ver: 0, floor: 0 } }])
  })
})

describe('opening', () => {
  test('a later version is left alone, as it was', async () => {
    await leaveOld('pinli-work-later', 99, { meta: 'k', marvels: 'id' }, { marvels: [{ id: 'm' }] })
    expect(await openWorkDatabase('later', () => {}, OPEN)).toEqual({ ok: false, problem: { code: 'desk-too-new', held: 99, known: 6 } })
    const later = new Dexie('pinli-work-later')
    await later.open()
    expect([later.verno, await later.table('marvels').count()]).toEqual([99, 1])
  })

  test('gives way to a later version in another window, and says so', async () => {
    const replaced = vi.fn()
    await opened('giving-way', replaced)
    const later = new Dexie('pinli-work-giving-way')
    later.version(7).stores({ ...LAYOUT_1, marvels: 'id' })
    await later.open()
    expect(replaced).toHaveBeenCalledOnce()
  })

  test('makes up its ids once, whoever comes first', async () => {
    const kept = openDatabase('first-start')
    const desks = await Promise.all([openDeskIn(kept, () => {}), openDeskIn(kept, () => {})])
    const metas = await Promise.all(desks.map(async desk => (desk.ok ? desk.value.store.transaction(t => t.meta()) : null)))
    expect(metas[0]).toMatchObject({ epoch: '', lastMid: 0 })
    expect(metas[1]).toEqual(metas[0])
    expect(new Set(Object.values(metas[0]!).filter(id => typeof id === 'string' && id.length === 36)).size).toBe(4)
  })

  test('a browser that can’t open it is no reason to delete anything', async () => {
    const deleting = vi.spyOn(indexedDB, 'deleteDatabase')
    const refusing = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError')
    })
    expect(await openWorkDatabase('broken', () => {}, OPEN)).toMatchObject({ ok: false, problem: { code: 'desk-unreadable' } })
    refusing.mockRestore()
    expect(deleting).not.toHaveBeenCalled()
  })

  test('a full disk is told from other failures, however deep it lies', () => {
    expect(problemOf({ inner: { inner: new DOMException('full', 'QuotaExceededError') } })).toEqual({ code: 'desk-full' })
    expect(problemOf(new Error('x'))).toMatchObject({ code: 'desk-unreadable' })
  })
})
