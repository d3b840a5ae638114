import { X509Certificate } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer, get } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Certificate, certificateFingerprint, ownCertificate } from './certificate.ts'
import { machineNames } from './names.ts'

const DAY = 24 * 3600_000
const NOW = Date.now()
const NAMES = { dns: ['hub.example', 'localhost'], ip: ['127.0.0.1', '192.0.2.10', '2001:db8::1'] }

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'pinli-tls-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const answerOver = async ({ cert, key }: Certificate, ca: string): Promise<string> => {
  const server = createServer({ cert, key }, (_, response) => response.end('yes'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    return await new Promise<string>((resolve, reject) => {
      get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, ca }, response => response.on('data', (text: Buffer) => resolve(text.toString()))).on('error', reject)
    })
  } finally {
    server.close()
  }
}

test('its authority is all that a client has to trust, and no other will do', async () => {
  const own = await ownCertificate(folder, NAMES, NOW)
  expect(await answerOver(own, own.authority)).toBe('yes')
  const other = await ownCertificate(join(folder, 'other'), NAMES, NOW)
  await expect(answerOver(own, other.authority)).rejects.toThrow(/verify|self.signed|issuer/i)
})

test('it names every address, may not sign, and the keys are for their owner only', async () => {
  const { cert, authority, fingerprint } = await ownCertificate(folder, NAMES, NOW)
  const read = new X509Certificate(cert)
  for (const name of NAMES.dns) expect(read.checkHost(name)).toBe(name)
  for (const ip of NAMES.ip) expect(read.checkIP(ip)).toBeTruthy()
  expect([read.ca, new X509Certificate(authority).ca]).toEqual([false, true])
  expect(fingerprint).toBe(new X509Certificate(authority).fingerprint256.replaceAll(':', '').toLowerCase())
  expect(await certificateFingerprint(authority)).toBe(fingerprint)
  for (const name of ['authority.key', 'hub.key']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
})

test('it is kept over a start, and renewed before its end or for a new address, the authority the same', async () => {
  const first = await ownCertificate(folder, NAMES, NOW)
  expect(await ownCertificate(folder, NAMES, NOW + 300 * DAY)).toEqual(first)
  const later = await ownCertificate(folder, NAMES, NOW + 370 * DAY)
  const moved = await ownCertificate(folder, { ...NAMES, ip: [...NAMES.ip, '192.0.2.99'] }, NOW + 370 * DAY)
  expect(new Set([first.cert, later.cert, moved.cert]).size).toBe(3)
  expect([later.fingerprint, moved.fingerprint]).toEqual([first.fingerprint, first.fingerprint])
  expect(await ownCertificate(folder, NAMES, NOW + 370 * DAY)).toEqual(moved)
})

test('a folder that cannot be written is an error, not a hub without a key', async () => {
  if (process.getuid?.() === 0) return
  chmodSync(folder, 0o500)
  await expect(ownCertificate(join(folder, 'tls'), NAMES, NOW)).rejects.toThrow(/EACCES/)
})

test('the names of a machine have its loopback and what the operator adds', () => {
  const { dns, ip } = machineNames(['hub.example', '192.0.2.7', 'Nicht gültig'])
  expect(dns).toEqual(expect.arrayContaining(['localhost', 'hub.example']))
  expect(ip).toEqual(expect.arrayContaining(['127.0.0.1', '192.0.2.7']))
  expect(dns).not.toContain('nicht gültig')
  const loopback = machineNames([]).ip.map(one => /^(?:127\.|::1$)/.test(one))
  expect(loopback).toEqual([...loopback].sort((a, b) => Number(a) - Number(b)))
})
