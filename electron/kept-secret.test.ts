import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let keyring = true
vi.mock('electron', () => ({ safeStorage: {}, app: { getPath: () => '' }, dialog: {} }))
vi.mock('./engine.ts', () => ({
  safeToKeep: () => Promise.resolve(keyring),
  seal: (_: unknown, secret: string) => Promise.resolve(Buffer.from(`sealed ${Buffer.from(secret).toString('hex')}`)),
  open: (_: unknown, sealed: Buffer) => Promise.resolve(Buffer.from(sealed.toString().slice(7), 'hex').toString()),
}))
const { keptSecrets } = await import('./kept-secret.ts')

let parent = ''
let folder = ''
beforeEach(() => {
  keyring = true
  parent = mkdtempSync(join(tmpdir(), 'pinli-logins-'))
  folder = join(parent, 'logins')
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

test('each group has its own, over the end of the app, sealed by the keyring', async () => {
  const logins = keptSecrets(folder)
  expect(await logins.of('a').held()).toBeNull()
  expect([await logins.of('a').keep('token a'), await logins.of('b').keep('token b'), await logins.of('a').keep(null)]).toEqual([true, true, true])
  expect(readdirSync(folder)).toEqual(['b.bin'])
  expect(readFileSync(join(folder, 'b.bin'), 'utf8')).not.toContain('token')
  const next = keptSecrets(folder)
  expect([await next.of('a').held(), await next.of('b').held()]).toEqual([null, 'token b'])
})

test('without a keyring nothing lies on the disk, and it is held until the app ends', async () => {
  keyring = false
  const logins = keptSecrets(folder)
  expect([await logins.of('a').keep('token a'), await logins.of('a').held(), existsSync(folder)]).toEqual([false, 'token a', false])
  expect(await keptSecrets(folder).of('a').held()).toBeNull()
})

test('a computer that leaves its hub keeps none', async () => {
  const logins = keptSecrets(folder)
  await logins.of('a').keep('token a')
  await logins.forget()
  expect([await logins.of('a').held(), existsSync(folder)]).toEqual([null, false])
})
