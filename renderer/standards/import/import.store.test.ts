// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import { lookAt } from '#shared/readers/look.ts'
import { activateCatalogue } from '../../db/catalogue.ts'
import { database } from '../../db/database.ts'
import type { Port } from './import-run.ts'
import { takeFiles, useImport } from './import.store.ts'
import type { Imported, ImportJob, News, Reply, Request, RunProblem } from './protocol.ts'

/** What the fake worker was given to import, with the ways to speak for it. */
const runs: { job: ImportJob; news(news: News): void; end(end: Result<Imported, RunProblem>): void }[] = []

class FakeWorker implements Pick<Port, 'postMessage' | 'terminate'> {
  onmessage: Port['onmessage'] = null
  onerror: Port['onerror'] = null
  postMessage(request: Request) {
    const say = (reply: Reply) => this.onmessage?.({ data: reply } as MessageEvent<Reply>)
    if (request.ask === 'look') void lookAt(request.file).then(found => say({ say: 'look', id: request.id, found }))
    if (request.ask === 'import') runs.push({ job: request.job, news: news => say({ say: 'news', news }), end: end => say({ say: 'end', end }) })
    if (request.ask === 'cancel') say({ say: 'end', end: fail({ code: 'cancelled' }) })
  }
  terminate() {
    this.onmessage = null
  }
}

let lockHeld = false
const waiting: (() => void)[] = []
beforeEach(async () => {
  runs.length = 0
  lockHeld = false
  vi.stubGlobal('Worker', FakeWorker)
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request: async <T>(_: string, { ifAvailable }: LockOptions, work: (lock: object | null) => Promise<T>) => {
    await (lockHeld && !ifAvailable ? new Promise<void>(done => waiting.push(done)) : Promise.resolve())
    return work(lockHeld ? null : {})
  } } })
  setActivePinia(createPinia())
  await Promise.all([database.settings.clear(), database.catalogues.clear(), database.parts.clear()])
})

const csv = (name = '目录.csv', columns = '编号,名称') => new File([`${columns}\nGB/T 1-2020,甲\n`], name, { lastModified: Date.UTC(2026, 10, 20) })
const meta: Imported['meta'] = { date: '2026-11-20', built: '2026-11-24T06:03:00Z', records: 1, origin: 'import', sources: [], tallies: { read: 1, kept: 1, merged: 0, refused: 0, repaired: 0 } }
const imported = ok<Imported>({ meta, before: null, changes: null, repairs: {}, differing: 0 })
const news: News = { phase: 'reading', file: '目录.csv', done: 1, total: 1, tallies: { ...meta.tallies, refused: 1 }, refused: [{ file: '目录.csv', line: 2, raw: '', cells: {}, reason: { code: 'no-number' } }], repairs: [] }

const chosen = async (...files: File[]) => {
  const store = useImport()
  store.choose(files)
  await vi.waitFor(() => expect(store.looking).toBe(false))
  await vi.waitFor(() => expect(store.held).not.toBeUndefined())
  return store
}
const begun = async (count: number) => vi.waitFor(() => expect(runs).toHaveLength(count))

test('files that are handed over are looked at, with the day of the newest', async () => {
  takeFiles([csv()])
  const store = await chosen()
  expect(store.ready.map(({ look }) => look.columns.map(({ name }) => name))).toEqual([['编号', '名称']])
  expect(store.date).toBe('2026-11-20')
  expect(store.step).toBe('choose')
})

test('a run shows its news and ends on the check', async () => {
  const store = await chosen(csv())
  const done = store.start()
  await begun(1)
  expect(runs[0].job).toMatchObject({ mode: 'replace', date: '2026-11-20', files: [{ mapping: { 编号: 'number', 名称: 'titleZh' } }] })
  expect(store.step).toBe('run')
  runs[0].news(news)
  expect(store.run).toMatchObject({ phase: 'reading', tallies: { read: 1, refused: 1 }, refused: [{ line: 2 }] })
  runs[0].end(imported)
  await done
  expect(store.end).toEqual(imported)
  expect(store.step).toBe('check')
  expect(store.running).toBe(false)
})

test('only while a run goes on does the browser ask before the page is left', async () => {
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }
  const store = await chosen(csv())
  expect(leave()).toBe(false)
  const done = store.start()
  await begun(1)
  expect(leave()).toBe(true)
  runs[0].end(imported)
  await done
  expect(leave()).toBe(false)
})

test('while a run goes on no other starts and no file is taken', async () => {
  const store = await chosen(csv())
  const done = store.start()
  await begun(1)
  await store.start()
  store.choose([csv('另一份.csv')])
  expect(runs).toHaveLength(1)
  expect(store.files).toHaveLength(1)
  runs[0].end(imported)
  await done
})

test('a cancelled run stays on its step and leads back to the columns', async () => {
  const store = await chosen(csv())
  const done = store.start()
  await begun(1)
  store.cancel()
  expect(store.run?.cancelling).toBe(true)
  await done
  expect(store.end).toEqual(fail({ code: 'cancelled' }))
  store.backToMapping()
  expect([store.step, store.running, store.files.length]).toEqual(['map', false, 1])
})

test('while another window imports this one stays at its columns and says so', async () => {
  lockHeld = true
  const store = await chosen(csv())
  await store.start()
  expect([store.step, store.busy, store.end]).toEqual(['map', true, null])
  lockHeld = false
  for (const go of waiting) go()
  await vi.waitFor(() => expect(store.busy).toBe(false))
  const done = store.start()
  await begun(1)
  runs[0].end(imported)
  await done
})

test('adding is only possible to a catalogue; the choice goes back to replacing', async () => {
  const store = await chosen(csv())
  store.mode = 'add'
  let done = store.start()
  await begun(1)
  expect(runs[0].job.mode).toBe('replace')
  runs[0].end(imported)
  await done
  await activateCatalogue({ meta, changes: null, hot: new Blob(['hot']), cold: new Blob(['cold']), report: null })
  await vi.waitFor(() => expect(store.held?.date).toBe('2026-11-20'))
  store.reset()
  expect(store.mode).toBe('replace')
  await chosen(csv())
  store.mode = 'add'
  done = store.start()
  await begun(2)
  expect(runs[1].job.mode).toBe('add')
  runs[1].end(imported)
  await done
})

test('a file without a column for the number does not start; how it is mapped then is remembered', async () => {
  const store = await chosen(csv())
  const { look } = store.ready[0]
  expect(store.mappings.choose(look, '编号', null)).toBeNull()
  expect(store.withoutNumber).toEqual(['目录.csv'])
  await store.start()
  expect(runs).toHaveLength(0)
  expect(store.mappings.choose(look, '编号', 'titleZh')).toBe('名称')
  store.mappings.choose(look, '名称', 'number')
  const done = store.start()
  await begun(1)
  runs[0].end(imported)
  await done
  await vi.waitFor(async () => expect(await database.settings.count()).toBe(1))
  store.reset()
  await chosen(csv('同样的列.csv', '名称,编号'))
  await vi.waitFor(() => expect(store.mappings.of(store.ready[0].look)).toEqual({ mapping: { 编号: 'titleZh', 名称: 'number' }, recalled: true }))
})
