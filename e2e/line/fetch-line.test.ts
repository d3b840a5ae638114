// The line to the hub against a real server on loopback.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fail, ok } from '#shared/lib/result.ts'
import type { PullRequest, PushRequest } from '#shared/sync/protocol.ts'
import { eventsOf } from '../../renderer/sync/event-stream.ts'
import { fetchLine } from '../../renderer/sync/fetch-line.ts'

const id = '019ac000-0000-7000-8000-000000000001'
const caller = { proto: 1, schema: 1, epoch: 'e', group: id, client: id }
const pushed: PushRequest = { ...caller, commands: [{ mid: 1, name: 'n', args: { text: '毛坯' }, hash: 'h', clientTs: 1 }] }
const pulled: PullRequest = { ...caller, cursors: {}, limit: 500, acked: 0 }
const never = new AbortController().signal

type Seen = { path: string; headers: IncomingMessage['headers']; body: string }
let answer: (seen: Seen, response: ServerResponse) => void = () => {}
let server: Server
let hub = ''
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece)).on('end', () => answer({ path: request.url!, headers: request.headers, body }, response))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const says = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
  answer = (_, response) => response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
}
const line = () => fetchLine(hub, () => Promise.resolve(ok('T')))

describe('a request', () => {
  test('travels with its token and comes back read', async () => {
    const seen: Seen[] = []
    answer = (one, response) => {
      seen.push(one)
      response.end(JSON.stringify({ lastMutationId: 1, serverTime: 7, later: 'ignored' }))
    }
    expect(await line().push(pushed, never)).toEqual({ ok: true, value: { lastMutationId: 1, serverTime: 7 } })
    expect([seen[0].path, seen[0].headers.authorization, seen[0].headers['content-type'], JSON.parse(seen[0].body)]).toEqual(['/sync/push', 'Bearer T', 'application/json', pushed])
  })

  test('without a login is not sent', async () => {
    answer = () => { throw new Error('it was sent') }
    expect(await fetchLine(hub, () => Promise.resolve(fail({ code: 'logged-out' }))).pull(pulled, never)).toEqual({ ok: false, problem: { code: 'logged-out' } })
  })

  test.each<[string, number, unknown, Record<string, string>, object]>([
    ['a refusal', 409, { code: 'mid-gap', expected: 3 }, {}, { code: 'mid-gap', expected: 3 }],
    ['a revoked device', 401, { code: 'device-revoked', wipe: true }, {}, { code: 'device-revoked', wipe: true }],
    ['a token that is over', 401, '', {}, { code: 'logged-out' }],
    ['a busy hub', 503, { code: 'busy', retryAfter: 2 }, { 'retry-after': '9' }, { code: 'busy', retryAfter: 9 }],
    ['a busy proxy', 503, 'later', { 'retry-after': '4' }, { code: 'busy', retryAfter: 4 }],
    ['a broken hub', 500, 'oops', {}, { code: 'unreachable', detail: 'HTTP 500' }],
    ['another protocol', 200, { lastMutationId: 'one' }, {}, { code: 'garbled', detail: '/sync/push lastMutationId' }],
    ['a login page of the network', 200, '<html>', {}, { code: 'garbled', detail: '/sync/push ' }],
    ['a redirect', 302, '', { location: 'https://example.org/' }, { code: 'unreachable' }],
  ])('%s is told apart', async (_, status, body, headers, problem) => {
    says(status, body, headers)
    expect(await line().push(pushed, never)).toMatchObject({ ok: false, problem })
  })

  test('that is broken off, or finds nobody, is unreachable', async () => {
    answer = () => {}
    const stop = new AbortController()
    const asked = line().pull(pulled, stop.signal)
    stop.abort()
    expect(await asked).toMatchObject({ ok: false, problem: { code: 'unreachable' } })
    expect(await fetchLine('http://127.0.0.1:1', () => Promise.resolve(ok('T'))).pull(pulled, never)).toMatchObject({ ok: false, problem: { code: 'unreachable' } })
  })
})

test('pokes are heard as they come; what is no poke is passed over', async () => {
  const scope = `user:${id}` as const
  answer = (seen, response) => {
    expect([seen.path, seen.headers.accept, seen.headers.authorization]).toEqual(['/sync/poke', 'text/event-stream', 'Bearer T'])
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const piece of [': hello\n\n', `data: {"scope":"${scope}","v`, 'er":3}\n\n', 'data: {"scope":"odd"}\n\ndata: no json\n\n', 'data: {"epoch":"e2"}\n\n', `event: poke\r\ndata: {"scope":"${scope}",\r\ndata: "ver":4}\r\n\r\n`]) response.write(piece)
    response.end()
  }
  const heard: unknown[] = []
  expect(await line().pokes(poke => heard.push(poke), never)).toMatchObject({ code: 'unreachable' })
  expect(heard).toEqual([{ scope, ver: 3 }, { epoch: 'e2' }, { scope, ver: 4 }])
})

test('events come out the same however the stream is cut', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom('a', '毛', ' ', ':', '"') }), { maxLength: 5 }), fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.nat({ max: 60 }), { maxLength: 6 }), async (data, end, cuts) => {
      const bytes = new TextEncoder().encode(data.map(text => `:beat${end}data: ${text}${end}${end}`).join(''))
      const edges = [0, ...cuts.map(cut => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
      const pieces = edges.slice(1).map((to, i) => bytes.slice(edges[i], to))
      const found: string[] = []
      // One more byte, since an event ends with the line that follows a carriage return.
      for await (const one of eventsOf(new Blob([...pieces, ':']).stream(), () => {})) found.push(one)
      expect(found).toEqual(data)
    }),
  ))

test('an event without an end is given up', async () => {
  const endless = new ReadableStream<Uint8Array>({ pull: controller => controller.enqueue(new TextEncoder().encode('data: ' + 'x'.repeat(9000))) })
  await expect((async () => { for await (const one of eventsOf(endless, () => {})) expect(one).toBe('') })()).rejects.toThrow('without an end')
})
