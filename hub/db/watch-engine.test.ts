import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addPerson, adminOf, enrolDevice, firstAdmin, pullAs, pushAs, startTestHub } from '../http/hub.fixture.ts'
import { openDatabase } from './database.ts'
import { startEngine } from './engine.ts'
import { watchEngine } from './watch-engine.ts'

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

test('a database that is killed under a hub runs again within seconds, says so, and holds all that was acknowledged', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'pinli-watch-'))
  chmodSync(parent, 0o711) // the engine's own user has to get in
  const folder = join(parent, 'hub')
  const engine = valueOf(await startEngine(folder))
  const opened = valueOf(await openDatabase(engine.url))
  const said: string[] = []
  const watch = watchEngine(engine, line => void said.push(line))
  const hub = await startTestHub(opened.pool, { restarts: watch.restarts, workMs: 100 })
  try {
    const desk = await enrolDevice(hub, firstAdmin(hub).code)
    const admin = await adminOf(hub)
    const [{ complex }] = admin.session.memberships
    const front = await addPerson(hub, admin.session.access, 'front', [{ complex, role: 'front', company: null }], desk)
    const acknowledged: string[] = []
    const refused = new Set<unknown>()
    const health: unknown[] = []
    const register = async (until: () => boolean): Promise<void> => {
      for (let id = randomUUID(); !until(); ) {
        const { status, body } = await pushAs(hub, front, 'companies.register', { complex, id, name: id, uscc: null, address: null, contact: null, phone: null })
        if (status === 200) {
          acknowledged.push(id)
          front.mid++
          id = randomUUID()
        } else {
          refused.add(`${status} ${String(body['code'])}`)
          health.push((await hub.ask('/health')).body)
          await sleep(50)
        }
      }
    }
    const work = register(() => acknowledged.length >= 60)
    await vi.waitUntil(() => acknowledged.length >= 20, { timeout: 30_000, interval: 1 })
    const before = acknowledged.length
    const killed = Date.now()
    process.kill(Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
    await work
    expect(before).toBeLessThan(60)
    expect(Date.now() - killed).toBeLessThan(30_000)
    expect([...refused]).toEqual(['503 busy'])
    expect(health[0]).toMatchObject({ hub: '柯桥综合体', database: { up: false, restarts: 0 } })
    expect((await hub.ask('/health')).body).toMatchObject({ hub: '柯桥综合体', database: { up: true, restarts: 1 } })
    expect(said.slice(0, 1).concat(said.slice(-1))).toEqual(['The database has ended; starting it again …', expect.stringMatching(/^The database runs again/)])
    const held = new Set((await pullAs(hub, front)).changes.map(({ id }) => id))
    expect(acknowledged.filter(id => !held.has(id))).toEqual([])
  } finally {
    await hub.close()
    await watch.stop()
    await opened.close()
    await engine.stop()
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 })
  }
}, 120_000)

describe('it waits longer each time', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('while it does not start, and begins anew once it has stayed for a minute', async () => {
    const starts: number[] = []
    const begun = Date.now()
    let running = true
    let startable = false
    const watch = watchEngine({
      isRunning: () => running,
      start: () => {
        starts.push((Date.now() - begun) / 1000)
        running = startable
        return Promise.resolve(startable ? { ok: true, value: null } : { ok: false, problem: { code: 'engine-failed', step: 'start', detail: 'on purpose' } })
      },
    }, () => undefined)
    await vi.advanceTimersByTimeAsync(2500)
    running = false
    await vi.advanceTimersByTimeAsync(180_000)
    expect(starts).toEqual([3, 4, 6, 10, 18, 34, 66, 126])
    expect(watch.restarts()).toBe(0)
    startable = true
    await vi.advanceTimersByTimeAsync(200_000)
    expect([starts.length, watch.restarts()]).toEqual([9, 1])
    running = false
    await vi.advanceTimersByTimeAsync(3500)
    expect([starts.length, watch.restarts()]).toEqual([10, 2])
    running = false
    await vi.advanceTimersByTimeAsync(2500)
    expect(watch.restarts()).toBe(3)
    const stopped = watch.stop()
    await vi.runAllTimersAsync()
    await stopped
  })
})
