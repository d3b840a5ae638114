import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import Dexie from 'dexie'
import { beforeEach, describe, expect, test } from 'vitest'
import { fail, ok } from '#shared/lib/result.ts'
import { readMirror } from '#shared/sync/mirror-records.ts'
import { openDatabase } from './database.ts'
import { openDeskIn, type OpenDesk } from './desk.ts'
import { deskReads } from './live.ts'
import { compactMirror, type MirrorFile } from './mirror.ts'
import { newId } from './new-id.ts'
import { runOn } from './run.ts'

/** A file in memory that can be full, and can be damaged. */
type File = MirrorFile & { full: boolean; held: Map<string, Uint8Array[]> }
const fileInMemory = (): File => {
  const held = new Map<string, Uint8Array[]>()
  const file: File = {
    full: false,
    held,
    groups: () => Promise.resolve([...held.keys()]),
    read: group => Promise.resolve(ok({ records: held.get(group) ?? [], damaged: 0 })),
    append: (group, records) => file.replace(group, [...((held.get(group) ?? []) as typeof records), ...records]),
    replace: (group, records) => {
      if (file.full) return Promise.resolve(fail({ code: 'mirror-failed', why: 'no-space' }))
      held.set(group, records)
      return Promise.resolve(ok(null))
    },
  }
  return file
}

let names = 0
let settings = ''
let file: File
beforeEach(() => {
  settings = `mirror-${++names}`
  file = fileInMemory()
})
const start = async (): Promise<OpenDesk> => {
  const desk = await openDeskIn(openDatabase(settings), () => {}, file)
  if (!desk.ok) throw new Error(desk.problem.code)
  return desk.value
}
const loseEverything = (): void => {
  Dexie.dependencies.indexedDB = globalThis.indexedDB = new IDBFactory()
}
const note = (text: string) => ({ name: 'standards.addNote' as const, args: { id: newId(), number: 'GB/T 1-2020', text } })
const give = async (desk: OpenDesk, ...texts: string[]): Promise<void> => {
  expect((await runOn(desk, texts.map(note))).ok).toBe(true)
}
const texts = async (desk: OpenDesk): Promise<string[]> => (await deskReads(desk).list('standard_notes')).map(({ text }) => text).sort()
const copy = ({ group, sealer }: OpenDesk) => readMirror(file.held.get(group)!, sealer)!
const mids = (desk: OpenDesk): number[] => copy(desk).entries.map(({ sent }) => sent.mid)
const states = async (desk: OpenDesk) => {
  const reads = deskReads(desk)
  return (await reads.withState('standard_notes', await reads.list('standard_notes'))).map(({ state }) => state.is)
}
/** As if the hub had answered up to `mid`; `durable` ones go. */
const answer = (desk: OpenDesk, mid: number, durable = 0): Promise<void> =>
  desk.store.transaction(async t => {
    for (const entry of await t.entries('waiting')) if (entry.mid <= mid) await t.putEntry({ ...entry, state: 'answered', before: [], touches: [] })
    for (const entry of await t.entries('answered')) if (entry.mid <= durable) await t.removeEntry(entry.mid)
  })

describe('the mirror', () => {
  test('has each command before its row is called saved', async () => {
    const desk = await start()
    await give(desk, 'a')
    await give(desk, 'b', 'c')
    expect([mids(desk), await states(desk)]).toEqual([[1, 2, 3], ['saved', 'saved', 'saved']])
    file.full = true
    await give(desk, 'd')
    expect([mids(desk), (await states(desk)).filter(is => is === 'kept')]).toEqual([[1, 2, 3], ['kept']])
    file.full = false
    await give(desk, 'e')
    expect([mids(desk), (await states(desk)).filter(is => is === 'kept')]).toEqual([[1, 2, 3, 4, 5], []])
  })

  test('brings back a database that is lost, under the same ids', async () => {
    const before = await start()
    await give(before, 'a', 'b', 'c')
    await answer(before, 1)
    await compactMirror(before, file, before.group)
    const meta = await before.store.transaction(t => t.meta())
    loseEverything()
    const desk = await start()
    expect([desk.group, desk.restored, await texts(desk)]).toEqual([before.group, 2, ['b', 'c']])
    expect(await desk.store.transaction(async t => ({ meta: await t.meta(), answered: (await t.entries('answered')).map(({ mid }) => mid), waiting: (await t.entries('waiting')).map(({ mid }) => mid) }))).toEqual({ meta, answered: [1], waiting: [2, 3] })
    await give(desk, 'd')
    expect(mids(desk)).toEqual([1, 2, 3, 4])
  })

  test('brings back what an older state of the database lacks', async () => {
    const desk = await start()
    await give(desk, 'a')
    const old = { meta: await desk.database.meta.toArray(), outbox: await desk.database.outbox.toArray(), notes: await desk.database.table('standard_notes').toArray() }
    await give(desk, 'b', 'c')
    await desk.database.transaction('rw', desk.database.tables, async () => {
      await desk.database.outbox.clear()
      await desk.database.table('standard_notes').clear()
      await desk.database.meta.bulkPut(old.meta)
      await desk.database.outbox.bulkPut(old.outbox)
      await desk.database.table('standard_notes').bulkPut(old.notes)
    })
    const again = await start()
    expect([again.restored, await texts(again), mids(again)]).toEqual([2, ['a', 'b', 'c'], [1, 2, 3]])
  })

  test('gets back what it has lost itself', async () => {
    const desk = await start()
    await give(desk, 'a', 'b')
    file.held.set(desk.group, file.held.get(desk.group)!.slice(0, 1))
    const again = await start()
    expect([again.restored, mids(again)]).toEqual([0, [1, 2]])
  })

  test('with one command lost on both sides goes on under a new client id, so that the queue is not stuck', async () => {
    const before = await start()
    await give(before, 'a')
    await give(before, 'b')
    await give(before, 'c')
    file.held.set(before.group, file.held.get(before.group)!.filter(bytes => !new TextDecoder().decode(bytes).includes('"mid":2')))
    const { client } = await before.store.transaction(t => t.meta())
    loseEverything()
    const desk = await start()
    expect(await texts(desk)).toEqual(['a', 'c'])
    expect(await desk.store.transaction(async t => ({ same: (await t.meta()).client === client, waiting: (await t.entries('waiting')).map(({ mid }) => mid) }))).toEqual({ same: false, waiting: [1, 2] })
    expect(copy(desk).head.client).not.toBe(client)
  })

  test('forgets what is durable, and is not written anew when nothing has changed', async () => {
    const desk = await start()
    await give(desk, 'a', 'b', 'c')
    await answer(desk, 2, 1)
    await compactMirror(desk, file, desk.group)
    expect([mids(desk), copy(desk).head.acked]).toEqual([[2, 3], 2])
    const held = file.held.get(desk.group)
    await compactMirror(desk, file, desk.group)
    expect(file.held.get(desk.group)).toBe(held)
  })

  test('that holds garbage is a first start like any other', async () => {
    file.held.set('019ac000-0000-7000-8000-000000000009', [new TextEncoder().encode('{"k":"entry"}'), new Uint8Array([255, 0])])
    const desk = await start()
    expect([desk.group, desk.restored]).toEqual(['019ac000-0000-7000-8000-000000000009', 0])
    await give(desk, 'a')
    expect(mids(desk)).toEqual([1])
  })
})
