import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { commands } from '#shared/commands.ts'
import type { Hub } from '#shared/sync/apply-command.ts'
import { emptyHub } from '#shared/sync/memory-hub-state.fixture.ts'
import { memoryHub, type MemoryHub } from '#shared/sync/memory-hub.fixture.ts'
import { readPage } from '#shared/sync/page.ts'
import { applyPush } from '#shared/sync/push.ts'
import { type AppTables, tables } from '#shared/tables.ts'
import { ok } from '#shared/lib/result.ts'
import { adoptOn } from '../db/adopt.ts'
import { now, setClockOffset } from '../db/clock.ts'
import { openDatabase } from '../db/database.ts'
import { openDeskIn, type OpenDesk } from '../db/desk.ts'
import { deskReads } from '../db/live.ts'
import { newId } from '../db/new-id.ts'
import { outcomeIn } from '../db/outcome.fixture.ts'
import { runOn } from '../db/run.ts'
import type { HubLine } from './hub-line.ts'
import { startSync } from './start-sync.ts'

const AHEAD = 90_000
const held = new Map<string, Promise<unknown>>()
const locks = {
  request: (name: string, options: { signal?: AbortSignal } | (() => Promise<unknown>), work?: () => Promise<unknown>) => {
    const run = work ?? (options as () => Promise<unknown>)
    const signal = work ? (options as { signal?: AbortSignal }).signal : undefined
    const turn = (held.get(name) ?? Promise.resolve()).then(() => (signal?.aborted ? Promise.reject(new DOMException('', 'AbortError')) : run()))
    held.set(name, turn.catch(() => undefined))
    return turn
  },
}
vi.stubGlobal('navigator', { locks })
vi.stubGlobal('addEventListener', () => {})
vi.stubGlobal('removeEventListener', () => {})

let names = 0
let desk: OpenDesk
let hub: Hub<AppTables> & { store: MemoryHub<AppTables> }
let asked: string[]
let broken: boolean
const who = { user: newId(), device: newId(), complex: newId() }
const line: HubLine = {
  push: async request => {
    asked.push('push')
    if (broken) return { ok: false, problem: { code: 'unreachable', detail: '' } }
    const { answer } = await applyPush(hub, who, request)
    return 'code' in answer ? { ok: false, problem: answer } : ok(answer)
  },
  pull: async request => {
    asked.push('pull')
    if (broken) return { ok: false, problem: { code: 'unreachable', detail: '' } }
    const page = await readPage(hub, who, request)
    return 'code' in page ? { ok: false, problem: page } : ok(page)
  },
  pokes: (_, signal) => new Promise(resolve => signal.addEventListener('abort', () => resolve({ code: 'unreachable', detail: '' }))),
}
const settings = () => openDatabase(`start-${names}`)

beforeEach(async () => {
  names++
  asked = []
  broken = false
  setClockOffset(0)
  const store = memoryHub(tables, emptyHub(tables, 'e1'))
  store.state.memberships.set(who.user, [{ complex: who.complex, role: 'front', company: null }])
  hub = { store, commands, tables, now: () => Date.now() + AHEAD, afterwards: () => Promise.resolve() }
  const opened = await openDeskIn(settings(), () => {})
  if (!opened.ok) throw new Error(opened.problem.code)
  desk = opened.value
})

const note = (text: string) => ({ name: 'standards.addNote' as const, args: { id: newId(), number: 'GB/T 1-2020', text } })
const notes = async () => {
  const reads = deskReads(desk)
  return (await reads.withState('standard_notes', await reads.list('standard_notes'))).map(({ row, state }) => [row.text, state.is])
}

describe('sync', () => {
  test('sends what was done before the first login, confirms it, and sets the clock', async () => {
    await runOn(desk, [note('先记下的')])
    const off = startSync(desk, null, () => {})
    await vi.waitFor(() => expect(off.status.value).toEqual({ is: 'off', waiting: 1, at: null }))
    off.stop()
    await adoptOn(desk, who)
    const outcome = outcomeIn(desk, 1)
    const sync = startSync(desk, line, () => {})
    expect(await outcome).toEqual({ mid: 1, outcome: 'applied', facts: {} })
    await vi.waitFor(async () => expect(await notes()).toEqual([['先记下的', 'confirmed']]))
    await vi.waitFor(() => expect(sync.status.value).toMatchObject({ is: 'clock', waiting: 0 }))
    expect(Math.abs(now() - Date.now() - AHEAD)).toBeLessThan(5000)
    expect([...hub.store.state.rows.get('standard_notes')!.values()]).toMatchObject([{ text: '先记下的', user: who.user }])
    sync.stop()
  })

  test('is run by one window, seen by all, woken by any, and taken over when that window closes', async () => {
    await adoptOn(desk, who)
    hub = { ...hub, now: () => Date.now() }
    broken = true
    const windows = [startSync(desk, line, () => {}), startSync(desk, line, () => {})]
    for (const { status } of windows) await vi.waitFor(() => expect(status.value.is).toBe('offline'))
    const tried = asked.length
    broken = false
    windows[1].wake()
    for (const { status } of windows) await vi.waitFor(() => expect(status.value.is).toBe('in-step'))
    expect(asked.length).toBeLessThanOrEqual(tried + 3)
    windows[0].stop()
    await runOn(desk, [note('换了窗口')])
    await vi.waitFor(async () => expect(await notes()).toEqual([['换了窗口', 'confirmed']]), 5000)
    windows[1].stop()
  })

  test('says what a person has to close', async () => {
    await adoptOn(desk, who)
    hub = { ...hub, now: () => Date.now() }
    await runOn(desk, [note('没有权限的')])
    hub.store.state.memberships.set(who.user, [])
    const sync = startSync(desk, line, () => {})
    await vi.waitFor(() => expect(sync.status.value).toMatchObject({ is: 'attention', n: 1 }))
    sync.stop()
  })

  test('erases the work of a revoked device in every window, and starts as at first', async () => {
    await adoptOn(desk, who)
    await runOn(desk, [note('要抹去的')])
    hub.store.state.revokedDevices.add(who.device)
    const erased = vi.fn()
    const windows = [startSync(desk, line, erased), startSync(desk, line, erased)]
    await vi.waitFor(() => expect(erased).toHaveBeenCalledTimes(2))
    expect(windows[0].status.value.is).toBe('revoked')
    expect(await Promise.all(desk.database.tables.map(table => table.count()))).toEqual(desk.database.tables.map(() => 0))
    for (const window of windows) window.stop()
  })
})
