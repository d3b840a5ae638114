import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

let folder
let server
let asked = 0
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pinli-engine-'))
  server = createServer(() => void asked++) // takes the connection and never says a word
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('XDG_CACHE_HOME', folder)
  vi.stubEnv('LOCALAPPDATA', folder)
  vi.stubEnv('electron_config_cache', join(folder, 'electron'))
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${server.address().port}/`)
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a server that says nothing is given up, from the mirror that is named, and not asked again that day', async () => {
  const { fetchOfficial } = await import('./engine-official.mjs')
  const started = Date.now()
  expect(await fetchOfficial()).toBeNull()
  expect(Date.now() - started).toBeGreaterThan(7_500)
  expect(Date.now() - started).toBeLessThan(15_000)
  expect(asked).toBe(1)
  const again = Date.now()
  expect(await fetchOfficial()).toBeNull()
  expect(Date.now() - again).toBeLessThan(500)
  expect(asked).toBe(1)
})
