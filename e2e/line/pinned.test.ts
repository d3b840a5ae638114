// Whom a desk believes: a real TLS server with the certificates that a hub makes.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fingerprintOf, isPinned, type Chain } from '../../electron/hub/pinned.ts'
import { say } from '../../electron/hub/say.ts'
import { type Certificate, ownCertificate } from '../../hub/tls/certificate.ts'

const NAMES = { dns: ['hub.example'], ip: ['127.0.0.1'] }
const DAY = 24 * 3600_000
const now = Date.now()
let folder: string
let hub: Certificate
let stranger: Certificate
let server: Server
let heard: string[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pinli-pin-'))
  hub = await ownCertificate(join(folder, 'hub'), NAMES, now)
  stranger = await ownCertificate(join(folder, 'stranger'), NAMES, now)
  heard = []
  server = createServer(hub, (request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part)).on('end', () => {
      heard.push(`${request.method} ${request.url} ${body}`)
      response.end('{}')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const chainOf = ({ cert }: Certificate): string[] => cert.split(/(?=-----BEGIN)/).filter(part => part.includes('BEGIN'))
const pin = (chain: Chain, more: Partial<Parameters<typeof isPinned>[1]> = {}): boolean => isPinned(chain, { fingerprint: hub.fingerprint, host: '127.0.0.1', now, ...more })

test('what the hub prints is what a desk shows, also over the line', async () => {
  expect(fingerprintOf(chainOf(hub))).toBe(hub.fingerprint)
  let seen: string | null = null
  const said = await say(`https://127.0.0.1:${(server.address() as AddressInfo).port}`, { path: '/health', body: null }, chain => (seen = fingerprintOf(chain)) === hub.fingerprint && pin(chain))
  expect([seen, said, heard]).toEqual([hub.fingerprint, { status: 200, body: '{}' }, ['GET /health ']])
})

test('nothing is said to whom it does not admit', async () => {
  heard = []
  await expect(say(`https://127.0.0.1:${(server.address() as AddressInfo).port}`, { path: '/enrol', body: 'secret' }, chain => pin(chain, { fingerprint: stranger.fingerprint }))).rejects.toThrow()
  expect(heard).toEqual([])
})

test.each<[string, () => boolean, boolean]>([
  ['the hub by its address', () => pin(chainOf(hub)), true],
  ['by its name', () => pin(chainOf(hub), { host: 'hub.example' }), true],
  ['its own certificate, compared itself', () => pin([chainOf(hub)[0]], { fingerprint: fingerprintOf([chainOf(hub)[0]])! }), true],
  ['another name', () => pin(chainOf(hub), { host: 'other.example' }), false],
  ['after its end', () => pin(chainOf(hub), { now: now + 400 * DAY }), false],
  ['another hub', () => pin(chainOf(stranger)), false],
  ['another hub that shows our authority behind its own certificate', () => pin([chainOf(stranger)[0], chainOf(hub)[1]]), false],
  ['our authority, which is no server', () => pin([chainOf(hub)[1]]), false],
  ['no certificate', () => pin([]), false],
  ['rubbish', () => pin(['rubbish']), false],
])('%s', (_, trusted, expected) => expect(trusted()).toBe(expected))
