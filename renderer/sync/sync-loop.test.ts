import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { fail } from '#shared/lib/result.ts'
import { randomBy } from '#shared/standards/index/random-catalogue.ts'
import { COMPLEX, type CoreDesk, coreDesk, coreHub, coreTables, type CoreHub, type CoreTables, loginOf, run, take1, uuid } from '#shared/sync/core.fixture.ts'
import { copyState } from '#shared/sync/memory-hub-state.fixture.ts'
import type { Desk } from '#shared/sync/run-command.ts'
import type { Row } from '#shared/sync/tx.ts'
import { freshDexieDesk } from '../db/dexie-desk.fixture.ts'
import { backOff } from './back-off.ts'
import { type FaultyLine, faultyLine, turn } from './faulty-line.fixture.ts'
import type { Heard } from './round.ts'
import { type Phase, syncLoop } from './sync-loop.ts'

type AnyDesk = Desk<CoreTables>
let ids = 5000
const silent: Heard = { clock: () => {}, sent: () => Promise.resolve(), laid: () => Promise.resolve() }

const start = (desk: AnyDesk, line: FaultyLine, heard: Partial<Heard> = {}) => {
  const ended = new AbortController()
  const phases: Phase[] = []
  const slept: number[] = []
  const sleep = async (ms: number, signal: AbortSignal): Promise<void> => {
    slept.push(ms)
    for (let n = 0; n < 5 && !signal.aborted; n++) await turn()
  }
  const loop = syncLoop({ desk, line, heard: { ...silent, ...heard }, newId: () => uuid(++ids), now: () => 1000, signal: ended.signal, tell: phase => void phases.push(phase), sleep, random: () => 0.5 })
  return { ...loop, phases, slept, end: async () => { ended.abort(); await loop.ended } }
}
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let n = 0; n < 5000; n++) {
    if (await holds()) return
    await turn()
  }
  throw new Error('it never came to be')
}
const waiting = (desk: AnyDesk): Promise<number> => desk.store.transaction(async t => (await t.entries('waiting')).length)
const rowsOf = (desk: AnyDesk): Promise<Row[]> =>
  desk.store.transaction(async t => {
    const rows: Row[] = []
    for (const { id } of await t.heldIn(`complex:${COMPLEX}`)) rows.push((await t.stored('seats', id))!.row)
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
  })

/** The same desk over Dexie: ids and membership as `coreDesk` makes them. */
const overDexie = async (core: CoreDesk): Promise<AnyDesk> => ({ ...core, store: (await freshDexieDesk(coreTables, core.store.meta)).desk })

const live = async (seed: number, deskOf: (hub: CoreHub, n: number) => Promise<AnyDesk>): Promise<void> => {
  const random = randomBy(seed * 31 + 7)
  const hub = coreHub()
  const desks = await Promise.all([1, 2, 3].map(async n => {
    const core = coreDesk(hub, n)
    const desk = await deskOf(hub, n)
    return { desk, line: faultyLine(hub, loginOf(core), random), given: 0 }
  }))
  const loops = desks.map(({ desk, line }) => start(desk, line))
  let backup = copyState(hub.store.state)
  let restores = 0
  let next = 100 + seed * 100
  for (let step = 0; step < 30; step++) {
    const i = random.below(3)
    const { desk, line } = desks[i]
    line.faults = random.below(4) * 15
    const choice = random.below(10)
    if (choice < 5) {
      const ran = random.chance(0.7) || next % 100 < 3 ? await take1(desk as CoreDesk, next++, { row: `r${random.below(4)}` }) : await run(desk as CoreDesk, 'seats.rename', { id: uuid(next - 1 - random.below(2)), name: `n${step}` })
      if (ran.ok) desks[i].given++
      loops[i].wake('work')
    } else if (choice === 5) {
      await loops[i].end()
      loops[i] = start(desk, line)
    } else if (choice === 6) backup = copyState(hub.store.state)
    else if (choice === 7 && random.chance(0.4)) hub.store.state = { ...copyState(backup), epoch: `e${++restores + 1}` }
    for (let n = random.below(12); n > 0; n--) await turn()
  }
  for (const { line } of desks) line.faults = 0
  for (const loop of loops) loop.wake('now')
  const agreed = async (): Promise<boolean> => {
    if ((await Promise.all(desks.map(({ desk }) => waiting(desk)))).some(n => n > 0)) return false
    const all = JSON.stringify([...hub.store.state.rows.get('seats')!.values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
    return (await Promise.all(desks.map(({ desk }) => rowsOf(desk)))).every(rows => JSON.stringify(rows) === all)
  }
  await until(agreed)
  for (const loop of loops) await loop.end()
  for (const { desk } of desks) {
    const { client, lastMid } = await desk.store.transaction(t => t.meta())
    expect(hub.store.state.clients.get(client)?.last ?? 0).toBe(lastMid)
  }
  const given = desks.reduce((sum, desk) => sum + desk.given, 0)
  expect(given).toBeGreaterThan(0)
}

describe('three desks on bad lines, with crashes and restores, come to agree', () => {
  test('in memory', async () => {
    for (let seed = 1; seed <= 60; seed++) await live(seed, (hub, n) => Promise.resolve(coreDesk(hub, n)))
  })
  test('over Dexie', async () => {
    for (let seed = 1; seed <= 8; seed++) await live(seed, (hub, n) => overDexie(coreDesk(hub, n)))
  })
})

describe('the loop', () => {
  const one = () => {
    const hub = coreHub()
    const desk = coreDesk(hub, 1)
    return { hub, desk, line: faultyLine(hub, loginOf(desk), randomBy(1)) }
  }

  test('sends a long queue in several requests, and says how far it got', async () => {
    const { hub, desk, line } = one()
    for (let id = 10; id < 130; id++) await take1(desk, id, { row: String(id) })
    const sent: number[] = []
    const loop = start(desk, line, { sent: (_, mid) => Promise.resolve(void sent.push(mid)) })
    await until(async () => (await waiting(desk)) === 0)
    await loop.end()
    expect([sent, line.pushes]).toEqual([[50, 100, 120], 3])
    expect(hub.store.state.rows.get('seats')!.size).toBe(120)
  })

  test('backs off further with each failure, and tries at once when asked', async () => {
    const { desk, line } = one()
    line.faults = 100
    const loop = start(desk, line)
    await until(() => loop.slept.length >= 4)
    expect(loop.slept.slice(0, 4)).toEqual([500, 1000, 2000, 4000])
    expect(loop.phases.slice(0, 2)).toEqual([{ is: 'syncing' }, { is: 'offline' }])
    line.faults = 0
    loop.wake('now')
    await until(() => loop.phases.at(-1)!.is === 'idle')
    await loop.end()
  })

  test('stops between two pages when a person says so, keeps what came, and goes on when asked', async () => {
    const { hub, desk, line } = one()
    const other = coreDesk(hub, 2)
    for (let id = 10; id < 60; id++) await take1(other, id, { row: String(id) })
    const first = start(other, faultyLine(hub, loginOf(other), randomBy(2)))
    await until(async () => (await waiting(other)) === 0)
    await first.end()
    let pages = 0
    const loop = start(desk, line, { laid: () => Promise.resolve(void (++pages === 3 && loop.pause())) })
    await until(() => loop.phases.at(-1)!.is === 'paused')
    const held = (await rowsOf(desk)).length
    const told = loop.phases.flatMap(phase => (phase.is === 'syncing' && phase.pages ? [phase.pages] : []))
    expect(told.map(({ taken, ahead }) => taken + ahead)).toEqual([50, 50, 50])
    loop.wake('work')
    for (let n = 0; n < 50; n++) await turn()
    expect([held, (await rowsOf(desk)).length, loop.phases.at(-1)!.is]).toEqual([told.at(-1)!.taken, held, 'paused'])
    loop.wake('now')
    await until(() => loop.phases.at(-1)!.is === 'idle')
    await loop.end()
    expect(await rowsOf(desk)).toHaveLength(50)
  })

  test('asks no more often than it has to', async () => {
    const { desk, line } = one()
    const loop = start(desk, line)
    await until(() => line.pulls > 3)
    await loop.end()
    expect(loop.slept.slice(0, 4)).toEqual([1000, 75_000, 1000, 75_000])
  })

  test.each<[string, (hub: CoreHub, desk: CoreDesk) => void, Phase]>([
    ['a revoked device', (hub, desk) => hub.store.state.revokedDevices.add(desk.store.meta.device), { is: 'revoked', wipe: true }],
    ['a client of another login', (hub, desk) => hub.store.state.clients.set(desk.store.meta.client, { user: 'x', device: 'y', group: 'z', last: 0, durable: 0 }), { is: 'not-yours' }],
  ])('ends at %s, and what waits is kept', async (_, refuse, phase) => {
    const { hub, desk, line } = one()
    refuse(hub, desk)
    await take1(desk, 10)
    const loop = start(desk, line)
    await loop.ended
    expect([loop.phases.at(-1), await waiting(desk)]).toEqual([phase, 1])
  })

  test('ends when the app is too old, and what waits is kept for the next one', async () => {
    const { desk, line } = one()
    await take1(desk, 10)
    const loop = start(desk, { ...line, push: () => Promise.resolve(fail({ code: 'schema-too-old', min: 2 })) })
    await loop.ended
    expect([loop.phases.at(-1), await waiting(desk)]).toEqual([{ is: 'outdated', min: 2 }, 1])
  })

  test('without a login tries again, in time or when someone has logged in', async () => {
    const { desk, line } = one()
    let token = false
    const loop = start(desk, { ...line, pull: (request, signal) => (token ? line.pull(request, signal) : Promise.resolve(fail({ code: 'logged-out' }))) })
    await until(() => loop.phases.at(-1)!.is === 'logged-out')
    token = true
    loop.wake('now')
    await until(() => loop.phases.at(-1)!.is === 'idle')
    await loop.end()
  })

  test('gives a cloned profile a client of its own', async () => {
    const { hub, desk, line } = one()
    const clone = coreDesk(hub, 1)
    await take1(desk, 10)
    await take1(clone, 11, { row: 'b' })
    const loops = [start(desk, line), start(clone, faultyLine(hub, loginOf(clone), randomBy(2)))]
    await until(async () => hub.store.state.rows.get('seats')!.size === 2 && (await waiting(desk)) + (await waiting(clone)) === 0)
    for (const loop of loops) await loop.end()
    expect(desk.store.meta.client).not.toBe(clone.store.meta.client)
  })

  test('goes on under a new client when the hub wants what the desk no longer holds', async () => {
    const { hub, desk, line } = one()
    await take1(desk, 10)
    await take1(desk, 11, { row: 'b' })
    const { client } = desk.store.meta
    desk.store.entries.delete(1)
    const loop = start(desk, line)
    await until(async () => (await waiting(desk)) === 0)
    await loop.end()
    expect([desk.store.meta.client === client, hub.store.state.rows.get('seats')!.size]).toEqual([false, 1])
  })

  test('hears pokes: one that is news wakes it, its own echo does not', async () => {
    const { hub, desk, line } = one()
    let hear: (ver: number) => void = () => {}
    const poked: FaultyLine = { ...line, pull: (request, signal) => line.pull(request, signal), pokes: (tell, signal) => new Promise(resolve => {
      hear = ver => tell({ scope: `complex:${COMPLEX}`, ver })
      signal.addEventListener('abort', () => resolve({ code: 'unreachable', detail: '' }))
    }) }
    const ended = new AbortController()
    let polls = 0
    const sleep = (ms: number, signal: AbortSignal): Promise<void> => new Promise(resolve => {
      if (ms === 1000) return resolve()
      polls++
      signal.addEventListener('abort', () => resolve())
    })
    const loop = syncLoop({ desk, line: poked, heard: silent, newId: () => uuid(1), now: () => 1, signal: ended.signal, tell: () => {}, sleep, random: () => 0 })
    await until(() => polls === 1)
    const other = coreDesk(hub, 2)
    await take1(other, 20)
    const otherLoop = start(other, faultyLine(hub, loginOf(other), randomBy(3)))
    await until(async () => (await waiting(other)) === 0)
    await otherLoop.end()
    hear(hub.store.state.scopes.get(`complex:${COMPLEX}`)!.ver)
    await until(() => polls === 2)
    expect((await rowsOf(desk)).map(({ id }) => id)).toEqual([uuid(20)])
    const { pulls } = line
    hear(1)
    for (let n = 0; n < 30; n++) await turn()
    expect([polls, line.pulls]).toEqual([2, pulls])
    loop.wake('work')
    await until(() => polls === 3)
    ended.abort()
    await loop.ended
  })
})

test('once the line is back, pokes are listened to again without waiting for what many failures asked', async () => {
  const hub = coreHub()
  const desk = coreDesk(hub, 1)
  const line = faultyLine(hub, loginOf(desk), randomBy(4))
  let [down, listens] = [true, 0]
  const cut: FaultyLine = {
    ...line,
    pull: (...asked) => (down ? Promise.resolve(fail({ code: 'unreachable', detail: '' })) : line.pull(...asked)),
    pokes: (_, signal) => new Promise(resolve => {
      listens++
      if (down) return resolve({ code: 'unreachable', detail: '' })
      signal.addEventListener('abort', () => resolve({ code: 'unreachable', detail: '' }))
    }),
  }
  const ended = new AbortController()
  // Sleeps that nothing but a rousing ends.
  const sleep = (ms: number, signal: AbortSignal): Promise<void> => new Promise(resolve => {
    if (ms === 1000) return resolve()
    signal.addEventListener('abort', () => resolve())
  })
  const phases: Phase[] = []
  const loop = syncLoop({ desk, line: cut, heard: silent, newId: () => uuid(1), now: () => 1, signal: ended.signal, tell: phase => void phases.push(phase), sleep, random: () => 0.3 })
  await until(() => phases.at(-1)?.is === 'offline' && listens === 1)
  down = false
  loop.wake('now')
  await until(() => phases.at(-1)?.is === 'idle' && listens === 2)
  ended.abort()
  await loop.ended
})

test('back-off: full jitter up to a minute, on top of what the hub asks for', () => {
  const offline = { code: 'unreachable', detail: '' } as const
  expect([1, 2, 6, 7, 50].map(n => backOff(n, offline, 0.999999))).toEqual([1000, 2000, 32_000, 60_000, 60_000].map(ms => expect.closeTo(ms, -1) as number))
  expect(backOff(3, offline, 0)).toBe(0)
  expect(backOff(1, { code: 'busy', retryAfter: 7 }, 0.5)).toBe(7500)
})
