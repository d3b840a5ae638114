import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CANCEL_PATIENCE, startRun, type Port } from './import-run.ts'
import type { Imported, ImportJob, News, Reply, Request } from './protocol.ts'

const job: ImportJob = { files: [], mode: 'replace', date: '2026-11-20' }
const imported: Imported = {
  meta: { date: '2026-11-20', built: '2026-11-24T06:03:00Z', records: 2, origin: 'import', sources: [], tallies: { read: 2, kept: 2, merged: 0, refused: 0, repaired: 0 } },
  before: null, changes: null, repairs: {}, differing: 0,
}
const news = (phase: News['phase']): News => ({ phase, file: null, done: 1, total: 2, tallies: imported.meta.tallies, refused: [], repairs: [] })

/** A worker that answers only what a test tells it to. */
const fakePort = () => {
  const asked: Request[] = []
  const port: Port & { asked: Request[]; stopped: boolean; say(reply: Reply): void } = {
    asked, stopped: false, onmessage: null, onerror: null,
    postMessage: (request: Request) => { asked.push(request) },
    terminate: () => { port.stopped = true },
    say: reply => port.onmessage?.({ data: reply } as MessageEvent<Reply>),
  }
  return port
}

/** Locks as the browser has them, for `ifAvailable`. */
const fakeLocks = () => {
  const held = new Set<string>()
  return {
    request: async <T>(name: string, _: LockOptions, work: (lock: object | null) => Promise<T>) => {
      await Promise.resolve()
      if (held.has(name)) return work(null)
      held.add(name)
      return Promise.resolve(work({})).finally(() => held.delete(name))
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { locks: fakeLocks() })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const settled = () => vi.advanceTimersByTimeAsync(0)

test('a run passes news on, ends with what was imported and stops its worker', async () => {
  const port = fakePort()
  const heard: News[] = []
  const run = startRun({ ask: 'import', job }, each => heard.push(each), () => port)
  await settled()
  expect(port.asked).toEqual([{ ask: 'import', job }])
  port.say({ say: 'news', news: news('reading') })
  port.say({ say: 'end', end: { ok: true, value: imported } })
  expect(await run.end).toEqual({ ok: true, value: imported })
  expect(heard).toEqual([news('reading')])
  expect(port.stopped).toBe(true)
})

test('a cancel is asked of the worker, which may still tidy up', async () => {
  const port = fakePort()
  const run = startRun({ ask: 'import', job }, () => {}, () => port)
  await settled()
  run.cancel()
  run.cancel()
  expect(port.asked.filter(({ ask }) => ask === 'cancel')).toHaveLength(1)
  port.say({ say: 'end', end: { ok: false, problem: { code: 'cancelled' } } })
  expect(await run.end).toEqual({ ok: false, problem: { code: 'cancelled' } })
})

test('a worker that does not answer a cancel in time is stopped', async () => {
  const port = fakePort()
  const run = startRun({ ask: 'import', job }, () => {}, () => port)
  await settled()
  run.cancel()
  await vi.advanceTimersByTimeAsync(CANCEL_PATIENCE - 1)
  expect(port.stopped).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await run.end).toEqual({ ok: false, problem: { code: 'cancelled' } })
  expect(port.stopped).toBe(true)
})

test('once the catalogue is being stored a cancel has no effect', async () => {
  const port = fakePort()
  const run = startRun({ ask: 'import', job }, () => {}, () => port)
  await settled()
  port.say({ say: 'ready' })
  expect(port.asked.at(-1)).toEqual({ ask: 'save' })
  run.cancel()
  await vi.advanceTimersByTimeAsync(CANCEL_PATIENCE * 2)
  expect(port.stopped).toBe(false)
  port.say({ say: 'end', end: { ok: true, value: imported } })
  expect(await run.end).toEqual({ ok: true, value: imported })
})

test('a cancel that comes before the catalogue is stored keeps it from being stored', async () => {
  const port = fakePort()
  const run = startRun({ ask: 'import', job }, () => {}, () => port)
  await settled()
  run.cancel()
  port.say({ say: 'ready' })
  expect(port.asked.map(({ ask }) => ask)).not.toContain('save')
  expect(await run.end).toEqual({ ok: false, problem: { code: 'cancelled' } })
})

test('a cancel before the worker stands starts none', async () => {
  const opened = vi.fn(fakePort)
  const run = startRun({ ask: 'import', job }, () => {}, opened)
  run.cancel()
  expect(await run.end).toEqual({ ok: false, problem: { code: 'cancelled' } })
  expect(opened).not.toHaveBeenCalled()
})

test('a second run waits for nothing: it is told that one runs', async () => {
  const port = fakePort()
  const first = startRun({ ask: 'import', job }, () => {}, () => port)
  await settled()
  const second = startRun({ ask: 'import', job }, () => {}, fakePort)
  expect(await second.end).toEqual({ ok: false, problem: { code: 'import-busy' } })
  port.say({ say: 'end', end: { ok: true, value: imported } })
  await first.end
  await settled()
  const thirdPort = fakePort()
  const third = startRun({ ask: 'import', job }, () => {}, () => thirdPort)
  await settled()
  thirdPort.say({ say: 'end', end: { ok: true, value: imported } })
  expect((await third.end).ok).toBe(true)
})

test('a worker that breaks off ends the run', async () => {
  const port = fakePort()
  const run = startRun({ ask: 'import', job }, () => {}, () => port)
  await settled()
  port.onerror?.({ message: 'out of memory' } as ErrorEvent)
  expect(await run.end).toEqual({ ok: false, problem: { code: 'import-broke-off', detail: 'out of memory' } })
  expect(port.stopped).toBe(true)
})
