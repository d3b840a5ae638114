import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import { buildSegment } from '#shared/standards/index/build.ts'
import { randomBy, randomCatalogue } from '#shared/standards/index/random-catalogue.ts'
import type { Standard } from '#shared/standards/standard.ts'
import { activateCatalogue } from '../../db/catalogue.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import type { Reply, Request } from './protocol.ts'
import { createSearchClient, type Port, type SearchClient } from './search-client.ts'
import { createSearchHost } from './search-host.ts'

const DAY = '2026-11-25'
const meta = (records: number): CatalogueMeta => ({ date: '2026-11-01', built: `build of ${records}`, records, origin: 'import', sources: [], tallies: { read: records, kept: records, merged: 0, refused: 0, repaired: 0 } })
const standards = randomCatalogue(randomBy(5), 200)
const held = standards[0]

let database: Database
let names = 0
const open: (() => void)[] = []
beforeEach(() => {
  database = openDatabase(`host-${++names}`)
})
afterEach(() => {
  for (const close of open.splice(0)) close()
})

const activate = async (rows: readonly Standard[], spoil: (parts: { hot: ArrayBuffer; cold: ArrayBuffer }) => { hot: ArrayBuffer; cold: ArrayBuffer } = parts => parts): Promise<void> => {
  const { hot, cold } = spoil(buildSegment({ standards: rows, meta: meta(rows.length) }))
  const done = await activateCatalogue({ meta: meta(rows.length), changes: null, hot: new Blob([hot]), cold: new Blob([cold]), report: null }, database)
  expect(done.ok).toBe(true)
}

/** Page and worker in one process, with messages copied between them as between threads. */
const window = (): SearchClient => {
  const port: Port = { onmessage: null, postMessage: (request: Request) => queueMicrotask(() => host.receive(structuredClone(request))), terminate: () => undefined }
  const host = createSearchHost({ database, say: (data: Reply) => queueMicrotask(() => port.onmessage?.({ data: structuredClone(data) } as MessageEvent<Reply>)), now: () => performance.now(), today: () => DAY, breathe: () => Promise.resolve() })
  open.push(() => host.close())
  return createSearchClient(port)
}
const ready = (client: SearchClient, records: number) => vi.waitFor(() => expect(client.state.value).toMatchObject({ phase: 'ready', meta: { records } }), 10_000)
const total = async (client: SearchClient, text = '') => (await client.search('tab', { text, filters: {}, order: 'relevance', day: DAY }, 20))?.total

describe('the search of a window', () => {
  it('answers what was asked before the catalogue was open', async () => {
    await activate(standards)
    const client = window()
    expect(await total(client)).toBe(200)
    const answer = await client.search('tab', { text: held.number, filters: {}, order: 'relevance', day: DAY }, 20)
    expect(answer?.hits.map(hit => hit.number)).toContain(held.number)
    expect((await client.rows('tab', 0, 1))[0].number).toBe(answer?.hits[0].number)
    expect((await client.detail(held.number, DAY))?.standard).toEqual(held)
    expect(await client.detail('GB 0-1900', DAY)).toBeNull()
  })

  it('says that there is none, and opens one as soon as it is there', async () => {
    const client = window()
    await vi.waitFor(() => expect(client.state.value).toEqual({ phase: 'none' }), 10_000)
    expect(await total(client)).toBeUndefined()
    await activate(standards)
    await ready(client, 200)
    expect(await total(client)).toBe(200)
  })

  it('follows when another window changes the catalogue, and goes on when that one is closed', async () => {
    await activate(standards)
    const [first, second] = [window(), window()]
    await Promise.all([ready(first, 200), ready(second, 200)])
    await activate(standards.slice(0, 50))
    await Promise.all([ready(first, 50), ready(second, 50)])
    open.shift()!()
    first.close()
    expect(await total(second)).toBe(50)
  })

  it.each([
    ['a damaged hot part', (parts: { hot: ArrayBuffer; cold: ArrayBuffer }) => ({ ...parts, hot: parts.hot.slice(0, 5000) }), { code: 'CAT-damaged', part: 'hot' }],
    ['rows that are no rows', (parts: { hot: ArrayBuffer; cold: ArrayBuffer }) => (new Uint8Array(parts.cold).fill(0xff, 4000), parts), { code: 'CAT-store-unreadable' }],
    ['a damaged cold part', (parts: { hot: ArrayBuffer; cold: ArrayBuffer }) => ({ ...parts, cold: parts.cold.slice(0, 90) }), { code: 'CAT-damaged', part: 'cold' }],
  ])('fails with a code over %s, and works again after an import', async (_, spoil, problem) => {
    await activate(standards, spoil)
    const client = window()
    expect(await total(client)).toBeUndefined()
    await vi.waitFor(() => expect(client.state.value).toMatchObject({ phase: 'failed', problem }), 10_000)
    client.reopen()
    expect(await total(client)).toBeUndefined()
    await vi.waitFor(() => expect(client.state.value).toMatchObject({ phase: 'failed', problem }), 10_000)
    await activate(standards)
    await ready(client, 200)
    expect(await total(client)).toBe(200)
  })
})
