import { createHash } from 'node:crypto'
import { symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomPack } from '../catalogue/pack.fixture.ts'
import { onPostgres } from '../db/database.fixture.ts'
import { type TestHub, startTestHub } from './hub.fixture.ts'

onPostgres('server', database => {
  let hub: TestHub
  beforeAll(async () => (hub = await startTestHub(database().pool)))
  afterAll(() => hub.close())

  const raw = (headers: Record<string, string>, method = 'GET', path = '/health') =>
    new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
      request(`${hub.url}${path}`, { method, headers }, response => resolve({ status: response.statusCode!, headers: response.resume().headers })).on('error', reject).end()
    })

  test('says what it is to anyone, and nothing of its people', async () => {
    const { status, body, headers } = await hub.ask('/health')
    expect([status, body]).toEqual([200, { hub: '柯桥综合体', version: 'test', proto: 1, serverTime: hub.clock.now, database: { up: true, restarts: 0 }, backup: { age: null, elsewhere: false } }])
    for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy']) expect(headers.get(name)).toBeTruthy()
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('a page of the app may ask, one of another site may not, and a name that is not ours is turned away', async () => {
    const app = await raw({ origin: 'app://pinli' })
    expect([app.status, app.headers['access-control-allow-origin'], app.headers['access-control-allow-credentials']]).toEqual([200, 'app://pinli', undefined])
    const preflight = await raw({ origin: 'app://pinli', 'access-control-request-method': 'POST' }, 'OPTIONS', '/sync/push')
    expect([preflight.status, preflight.headers['access-control-allow-headers']]).toEqual([204, 'authorization, content-type, range, if-range'])
    expect((await raw({ origin: hub.url })).status).toBe(200)
    for (const origin of ['https://evil.example', 'null', 'app://pinli.example', 'app://other', hub.url.replace(/:\d+$/, ':1')]) {
      const { status, headers } = await raw({ origin })
      expect([origin, status, headers['access-control-allow-origin']]).toEqual([origin, 403, undefined])
    }
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'evil.example:1']) expect((await raw({ host })).status).toBe(421)
    expect((await raw({ host: 'localhost:1' })).status).toBe(200)
  })

  test.each<[string, { method?: string; raw?: string; headers?: Record<string, string> }, number, object]>([
    ['no JSON', { raw: '{"login":' }, 400, { code: 'malformed', where: 'body' }],
    ['nothing', { raw: '' , method: 'POST' }, 400, { code: 'malformed', where: 'body' }],
    ['a body of another type', { raw: '<login/>', headers: { 'content-type': 'text/xml' } }, 415, { code: 'wrong-type' }],
    ['a form', { raw: 'login=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, { code: 'wrong-type' }],
    ['too much', { raw: JSON.stringify({ login: 'x'.repeat(1 << 20) }) }, 413, { code: 'too-large', maxBytes: 1 << 20 }],
    ['what is nested too deep', { raw: `{"login":${'['.repeat(100_000)}${']'.repeat(100_000)}}` }, 400, { code: 'malformed', where: 'body' }],
    ['a prototype', { raw: '{"__proto__":{"login":"a"}}' }, 400, { code: 'malformed', where: 'body' }],
    ['the wrong method', { method: 'DELETE' }, 404, { code: 'not-found' }],
  ])('refuses %s in words', async (_, sent, status, body) => expect(await hub.ask('/login', sent)).toMatchObject({ status, body }))

  test('a head that is no HTTP ends its own connection and nothing else', async () => {
    const answer = await new Promise<string>(resolve => {
      const socket = connect(Number(new URL(hub.url).port), '127.0.0.1', () => socket.end('hello\r\n\r\n'))
      let text = ''
      socket.on('data', part => (text += part.toString())).on('close', () => resolve(text)).on('error', () => resolve(text))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400/)
    expect((await hub.ask('/health')).status).toBe(200)
  })

  test('serves the pages with their policy, by ETag, and nothing beside them', async () => {
    const { status, body, headers } = await hub.ask('/')
    expect([status, body['text'], headers.get('content-type')]).toEqual([200, '<!doctype html><title>品立</title>', 'text/html; charset=utf-8'])
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await hub.ask('/', { headers: { 'if-none-match': headers.get('etag')! } })).status).toBe(304)
    writeFileSync(join(hub.folder, 'pages', 'assets', 'a.js'), 'x')
    expect((await hub.ask('/assets/a.js')).headers.get('cache-control')).toContain('immutable')
    symlinkSync(join(hub.folder, 'first-admin.txt'), join(hub.folder, 'pages', 'out.txt'))
    for (const path of ['/out.txt', '/../first-admin.txt', '/%2e%2e/first-admin.txt', '/..%2ffirst-admin.txt', '/%00', '/%', '/assets', '/nothing.js', '/catalogue/../first-admin.txt'])
      expect([path, [400, 404].includes((await raw({}, 'GET', path)).status)]).toEqual([path, true])
  })

  test('serves a pack by its hash, whole, in ranges and anew when it is another', async () => {
    const pack = await randomPack({ records: 20 })
    const sha256 = createHash('sha256').update(pack).digest('hex')
    writeFileSync(join(hub.folder, 'packs', sha256), pack)
    const get = async (headers: Record<string, string>) => {
      const response = await fetch(`${hub.url}/catalogue/${sha256}`, { headers })
      return [response.status, Buffer.from(await response.arrayBuffer()), response.headers.get('content-range')]
    }
    const whole = await fetch(`${hub.url}/catalogue/${sha256}`)
    expect([whole.status, Buffer.from(await whole.arrayBuffer()), whole.headers.get('etag'), whole.headers.get('accept-ranges')]).toEqual([200, pack, `"${sha256}"`, 'bytes'])
    const size = pack.length
    expect(await get({ range: `bytes=${size - 5}-` })).toEqual([206, pack.subarray(-5), `bytes ${size - 5}-${size - 1}/${size}`])
    expect(await get({ range: 'bytes=-3' })).toEqual([206, pack.subarray(-3), `bytes ${size - 3}-${size - 1}/${size}`])
    expect(await get({ range: 'bytes=3-4' })).toEqual([206, pack.subarray(3, 5), `bytes 3-4/${size}`])
    expect(await get({ range: `bytes=90-${size + 1000}`, 'if-range': `"${sha256}"` })).toEqual([206, pack.subarray(90), `bytes 90-${size - 1}/${size}`])
    expect(await get({ range: 'bytes=90-', 'if-range': '"another"' })).toEqual([200, pack, null])
    expect(await get({ range: `bytes=${size}-` })).toEqual([416, expect.anything(), `bytes */${size}`])
    for (const range of ['bytes=4-3', 'bytes=a-b', 'lines=1-2', 'bytes=1-2,4-5']) expect((await get({ range }))[0]).toBe(200)
    for (const name of ['x', sha256.toUpperCase(), '0'.repeat(64)]) expect((await hub.ask(`/catalogue/${name}`)).status).toBe(404)
    const app = await raw({ origin: 'app://pinli', 'access-control-request-headers': 'range, if-range' }, 'OPTIONS', `/catalogue/${sha256}`)
    expect([app.status, app.headers['access-control-expose-headers']]).toEqual([204, 'content-range'])
  })

  test('tells anyone which pack is the current one, also when it came while the hub ran', async () => {
    const pack = await randomPack({ records: 30, seq: 2, date: '2026-11-02' })
    const sha256 = createHash('sha256').update(pack).digest('hex')
    writeFileSync(join(hub.folder, 'packs', 'snap-2.pack'), pack)
    writeFileSync(join(hub.folder, 'packs', 'snap-3.pack'), pack.subarray(0, 1000))
    expect((await hub.ask('/catalogue/current')).body).toEqual({ pack: { sha256, bytes: pack.length, date: '2026-11-02', built: '2026-11-25T00:00:00.000Z', records: 30, publisher: '示例发布方' } })
    expect(hub.logged.filter(line => line.includes('pack'))).toEqual([expect.stringMatching(/^pack "snap-3.pack" is not offered: .*cut off/)])
    expect((await fetch(`${hub.url}/catalogue/${sha256}`)).headers.get('content-length')).toBe(`${pack.length}`)
  })
}, true)
