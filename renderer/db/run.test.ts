import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import { adoptOn } from './adopt.ts'
import { openDatabase } from './database.ts'
import { openDesk, openDeskIn, type OpenDesk } from './desk.ts'
import { complexOf } from './here.ts'
import { deskReads, live } from './live.ts'
import { newId } from './new-id.ts'
import { outcomeIn } from './outcome.fixture.ts'
import { noteLine } from './sync-facts.ts'
import { statesOf } from './row-state.ts'
import { run, runOn } from './run.ts'
import { argsHash } from '#shared/sync/args-hash.ts'

let names = 0
const fresh = async (): Promise<OpenDesk> => {
  const desk = await openDeskIn(openDatabase(`run-${++names}`), () => {})
  if (!desk.ok) throw new Error(desk.problem.code)
  return desk.value
}
const follow = (id = newId()) => ({ name: 'standards.follow' as const, args: { id, key: 'GB/T 1' } })
const note = (text: string) => ({ name: 'standards.addNote' as const, args: { id: newId(), number: 'GB/T 1-2020', text } })

describe('a command', () => {
  test('writes its row and its entry, with the desk’s complex and the hash of what is sent', async () => {
    const desk = await fresh()
    const wanted = note('  两端的空格不算  ')
    expect(await runOn(desk, [wanted])).toMatchObject({ ok: true, value: [{ mid: 1, done: { outcome: 'applied' } }] })
    const [entry] = await desk.database.outbox.toArray()
    expect(entry).toMatchObject({ mid: 1, state: 'waiting', args: { complex: await complexOf(desk), text: '两端的空格不算' }, touches: [`standard_notes/${wanted.args.id}`] })
    expect(entry.hash).toBe(await argsHash(JSON.parse(canonicalJson(entry.args))))
    expect(entry.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is refused when the hub was not reached for 14 days, until it is reached; reading goes on and nothing that waits is lost', async () => {
    const desk = await fresh()
    const day = 24 * 3600_000
    await noteLine(desk.database, { agreedAt: Date.now() - 13 * day })
    expect((await runOn(desk, [note('a')])).ok).toBe(true)
    await noteLine(desk.database, { agreedAt: Date.now() - 15 * day })
    expect(await runOn(desk, [note('b')])).toEqual({ ok: false, problem: { code: 'desk-lease' } })
    expect([await desk.database.outbox.count(), (await deskReads(desk).list('standard_notes')).map(({ text }) => text)]).toEqual([1, ['a']])
    await noteLine(desk.database, { agreedAt: Date.now() })
    expect((await runOn(desk, [note('b')])).ok).toBe(true)
  })

  test('that is refused leaves nothing, whichever of a batch it is', async () => {
    const desk = await fresh()
    expect(await runOn(desk, [follow(), note('')])).toEqual({ ok: false, problem: { code: 'validation', where: 'text', index: 1 } })
    expect(await runOn(desk, [follow(), { name: 'standards.unfollow', args: { id: newId() } }])).toEqual({ ok: false, problem: { code: 'not-found', index: 1 } })
    expect([await desk.database.outbox.count(), await desk.database.table('follows').count()]).toEqual([0, 0])
  })

  test('that finds the disk full is not kept, and the next one is', async () => {
    const desk = await fresh()
    const stop = (): never => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    desk.database.outbox.hook('creating', stop)
    expect(await runOn(desk, [follow()])).toEqual({ ok: false, problem: { code: 'desk-full' } })
    desk.database.outbox.hook('creating').unsubscribe(stop)
    expect([await desk.database.outbox.count(), await desk.database.table('follows').count()]).toEqual([0, 0])
    expect(await runOn(desk, [follow()])).toMatchObject({ ok: true, value: [{ mid: 1 }] })
  })

  test('its outcome is awaited until it is laid down; a new client id ends the wait', async () => {
    const desk = await fresh()
    await runOn(desk, [follow(), follow()])
    const [first, second] = [outcomeIn(desk, 1), outcomeIn(desk, 2)]
    await desk.store.transaction(t => t.putOutcome({ mid: 1, outcome: 'applied', facts: {} }))
    expect(await first).toEqual({ mid: 1, outcome: 'applied', facts: {} })
    await desk.store.transaction(async t => t.setMeta({ ...(await t.meta()), client: newId() }))
    expect(await second).toBeNull()
  })
})

test('a row is saved, then sent, then confirmed', async () => {
  const desk = await fresh()
  const wanted = follow()
  await runOn(desk, [wanted])
  const keys = [`follows/${wanted.args.id}`, 'follows/other']
  expect(await statesOf(desk.database, keys)).toEqual([{ is: 'saved' }, { is: 'confirmed', at: null }])
  const { client } = await desk.store.transaction(t => t.meta())
  await desk.database.meta.put({ k: 'line', offset: 0, sent: { client: newId(), mid: 1 }, agreedAt: 7 })
  expect((await statesOf(desk.database, keys))[0]).toEqual({ is: 'saved' })
  await desk.database.meta.put({ k: 'line', offset: 0, sent: { client, mid: 1 }, agreedAt: 7 })
  expect((await statesOf(desk.database, keys))[0]).toEqual({ is: 'sent' })
  await desk.store.transaction(async t => t.putEntry({ ...(await t.entries('waiting'))[0], state: 'answered', touches: [], before: [] }))
  expect((await statesOf(desk.database, keys))[0]).toEqual({ is: 'confirmed', at: 7 })
})

test('a live query follows the rows and what it depends on, and ends with its component', async () => {
  const key = ref('GB/T 1')
  const scope = effectScope()
  let asked = 0
  const found = scope.run(() => live(() => {
    const wanted = key.value
    return async reads => {
      asked++
      return (await reads.listBy('follows', 'key', wanted)).length
    }
  }, -1))!
  const shows = async (n: number): Promise<void> => {
    const { vi } = await import('vitest')
    await vi.waitFor(() => expect(found.value).toBe(n))
  }
  await shows(0)
  expect((await openDesk()).ok).toBe(true)
  await run('standards.follow', { id: newId(), key: 'GB/T 1' })
  await shows(1)
  key.value = 'GB/T 2'
  await nextTick()
  await shows(0)
  scope.stop()
  const before = asked
  await run('standards.follow', { id: newId(), key: 'GB/T 2' })
  await new Promise(done => setTimeout(done, 30))
  expect([asked, found.value]).toEqual([before, 0])
})

test('the first login makes what was done before it the user’s own, under the hub’s complex', async () => {
  const desk = await fresh()
  const [wanted, own] = [note('先记下的'), follow()]
  await runOn(desk, [own, wanted, { name: 'standards.unfollow', args: { id: own.args.id } }])
  const hub = { user: newId(), device: newId(), complex: newId() }
  const [, late] = await Promise.all([adoptOn(desk, hub), runOn(desk, [note('登录的同时')])])
  expect(late.ok).toBe(true)
  const reads = deskReads(desk)
  expect((await reads.list('standard_notes')).map(({ user, complex, text }) => ({ user, complex, text })).sort((a, b) => (a.text < b.text ? -1 : 1))).toEqual(['先记下的', '登录的同时'].sort().map(text => ({ user: hub.user, complex: hub.complex, text })))
  expect((await reads.list('follows')).map(({ user, ended }) => [user, ended])).toEqual([[hub.user, true]])
  const entries = await desk.database.outbox.toArray()
  for (const { args, hash } of entries) expect([(args as { complex: string }).complex, hash]).toEqual([hub.complex, await argsHash(args)])
  expect(entries.map(({ mid }) => mid)).toEqual([1, 2, 3, 4])
  expect(await desk.store.transaction(t => t.heldIn(`user:${hub.user}`))).toHaveLength(3)
  expect(await complexOf(desk)).toBe(hub.complex)
})

test('ids are UUIDv7', () => {
  const ids = Array.from({ length: 100 }, newId)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(100)
  expect(Math.abs(Number.parseInt(ids[0].replaceAll('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(60_000)
})
