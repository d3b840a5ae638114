// A catalogue pack from a real server on loopback whose line breaks, into the desk's real store.
import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { currentPack, isNews, OFFER_PATH } from '#shared/standards/pack/offer.ts'
import { openPack } from '#shared/standards/pack/read-pack.ts'
import { randomPack } from '../../hub/catalogue/pack.fixture.ts'
import { openDatabase } from '../../renderer/db/database.ts'
import { packPieces, type PackPieces } from '../../renderer/db/pack-pieces.ts'
import { fetchPack, sizeOf } from '../../renderer/standards/from-hub/fetch-pack.ts'
import { isDue } from '../../renderer/standards/from-hub/told.ts'
import { hubFiles } from '../../renderer/sync/hub-files.ts'

let pack: Buffer
let sha256: string
let server: Server
let hub = ''
let answer: (headers: IncomingHttpHeaders, response: ServerResponse) => void
let asked: IncomingHttpHeaders[] = []
beforeAll(async () => {
  pack = await randomPack({ records: 8000 })
  sha256 = createHash('sha256').update(pack).digest('hex')
  server = createServer(({ headers }, response) => {
    asked.push(headers)
    answer(headers, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

let pieces: PackPieces
let told: number[]
let names = 0
beforeEach(() => {
  pieces = packPieces(openDatabase(`fetch-${++names}`))
  told = []
  asked = []
  answer = (headers, response) => serve(pack, headers, response)
})

/** As a hub does; `upTo`: bytes of the answer after which the line breaks. */
const serve = (bytes: Buffer, { range, 'if-range': ifRange }: IncomingHttpHeaders, response: ServerResponse, upTo = Infinity): void => {
  const from = range !== undefined && ifRange === `"${sha256}"` ? Number(/^bytes=(\d+)-$/.exec(range)![1]) : 0
  const rest = bytes.subarray(from)
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length, ...(from > 0 && { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }) })
  if (upTo >= rest.length) return void response.end(rest)
  response.write(rest.subarray(0, upTo), () => setTimeout(() => response.destroy(), 50))
}
const take = (signal = new AbortController().signal, store = pieces) => fetchPack({ sha256, bytes: pack.length }, { hub: hubFiles(hub), pieces: store, tell: done => told.push(done), signal })
const same = async (blob: Blob): Promise<boolean> => Buffer.from(await blob.arrayBuffer()).equals(pack)

describe('a pack of the hub', () => {
  test('comes whole, is kept piece by piece, and is not asked for twice', async () => {
    const whole = await take()
    expect([whole.ok && (await same(whole.value)), told[0], told.at(-1), told.length > 3]).toEqual([true, 0, pack.length, true])
    const again = await take()
    expect([again.ok && (await same(again.value)), asked.length, asked[0].range]).toEqual([true, 1, undefined])
  })

  test('goes on where a broken line stopped, also in a window opened later', async () => {
    const cut = Math.floor(pack.length / 2)
    answer = (headers, response) => serve(pack, headers, response, cut)
    expect(await take()).toMatchObject({ ok: false, problem: { code: 'fetch-broke-off' } })
    const kept = sizeOf(await pieces.held(sha256))
    expect([kept > 0, kept <= cut, kept]).toEqual([true, true, told.at(-1)])
    answer = (headers, response) => serve(pack, headers, response)
    const whole = await take()
    expect([whole.ok && (await same(whole.value)), asked[1].range, asked[1]['if-range']]).toEqual([true, `bytes=${kept}-`, `"${sha256}"`])
  })

  test('stops at a block that is not what was published, keeps those before and fetches it anew', async () => {
    const damaged = Buffer.from(pack)
    damaged[damaged.length - 100] ^= 1
    answer = (headers, response) => serve(damaged, headers, response)
    expect(await take()).toMatchObject({ ok: false, problem: { code: 'PACK-damaged', why: 'block' } })
    const kept = sizeOf(await pieces.held(sha256))
    expect(kept).toBeGreaterThan(pack.length / 3)
    answer = (headers, response) => serve(pack, headers, response)
    const whole = await take()
    expect([whole.ok && (await same(whole.value)), asked[1].range]).toEqual([true, `bytes=${kept}-`])
  })

  test('begins anew where the server answers with the whole', async () => {
    answer = (headers, response) => serve(pack, headers, response, Math.floor(pack.length / 2))
    await take()
    answer = (_, response) => serve(pack, {}, response)
    const whole = await take()
    expect(whole.ok && (await same(whole.value))).toBe(true)
  })

  test('ends when a person stops it, and what came stays', async () => {
    const stop = new AbortController()
    answer = (_, response) => void response.writeHead(200).write(pack.subarray(0, Math.floor(pack.length * 0.7)), () => setTimeout(() => stop.abort(), 500))
    expect(await take(stop.signal)).toEqual({ ok: false, problem: { code: 'cancelled' } })
    expect(sizeOf(await pieces.held(sha256))).toBeGreaterThan(0)
  })

  test.each<[string, (response: ServerResponse) => void, string]>([
    ['is gone', response => response.writeHead(404).end('{"code":"not-found"}'), 'not-found'],
    ['is a page of something else', response => response.writeHead(200).end('<!doctype html><title>Log in to the network</title>'), 'PACK-none'],
    ['is on a hub that fails', response => response.writeHead(502).end('oops'), 'garbled'],
    ['is behind a line that is dead', response => response.destroy(), 'unreachable'],
  ])('that %s is said in words', async (_, say, code) => {
    answer = (_headers, response) => say(response)
    expect(await take()).toMatchObject({ ok: false, problem: { code } })
    expect(await pieces.held(sha256)).toEqual([])
  })

  test('that the disk has no room for is refused', async () => {
    const full: PackPieces = { ...pieces, add: () => Promise.resolve({ ok: false, problem: { code: 'CAT-store-full', neededBytes: 1 } }) }
    expect(await take(undefined, full)).toMatchObject({ ok: false, problem: { code: 'CAT-store-full' } })
  })

  test('of another hash takes the place of what was kept', async () => {
    answer = (headers, response) => serve(pack, headers, response, Math.floor(pack.length / 2))
    await take()
    expect(await pieces.held('f'.repeat(64))).toEqual([])
    expect(await pieces.held(sha256)).toEqual([])
  })

  test('opens when it is here', async () => {
    const whole = await take()
    expect(whole.ok && (await openPack(whole.value))).toMatchObject({ ok: true, value: { signed: true } })
  })
})

describe('what the hub offers', () => {
  const offer = { sha256: 'a'.repeat(64), bytes: 1, date: '2026-11-02', built: '2026-11-25T00:00:00.000Z', records: 1, publisher: '' }

  test('is read by its schema', async () => {
    answer = (_, response) => response.end(JSON.stringify({ pack: offer }))
    expect(await hubFiles(hub).tell(OFFER_PATH, currentPack)).toEqual({ ok: true, value: { pack: offer } })
    answer = (_, response) => response.end(JSON.stringify({ pack: { ...offer, sha256: '../x' } }))
    expect(await hubFiles(hub).tell(OFFER_PATH, currentPack)).toMatchObject({ ok: false, problem: { code: 'garbled' } })
  })

  test.each([
    ['nothing is held', null, true],
    ['the examples are held', { date: '2026-12-31', built: '2027', origin: 'starter' }, true],
    ['an earlier day is held', { date: '2026-11-01', built: '2027', origin: 'import' }, true],
    ['an earlier build of the day is held', { date: '2026-11-02', built: '2026-11-24T00:00:00.000Z', origin: 'hub' }, true],
    ['the same is held', { date: '2026-11-02', built: '2026-11-25T00:00:00.000Z', origin: 'hub' }, false],
    ['a later day is held', { date: '2026-11-03', built: '2026', origin: 'pack' }, false],
  ] as const)('is weighed where %s', (_, held, news) => expect(isNews(offer, held)).toBe(news))

  test('is asked for once an hour, and at once of another hub', () => {
    const last = { hub, at: 10_000_000, pack: null }
    expect([isDue(null, hub, 0), isDue(last, hub, last.at + 3599_999), isDue(last, hub, last.at + 3600_000), isDue(last, 'other', last.at + 1), isDue(last, hub, last.at - 1)]).toEqual([true, false, true, true, true])
  })
})
