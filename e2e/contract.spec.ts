import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { txContract } from '#shared/sync/tx-contract.ts'
import { expect, test } from './fixtures.ts'
import { root } from './root.ts'

test('the desk’s database keeps the contract of stores in a real browser', async ({ desk }) => {
  const bundled = await build({ configFile: false, logLevel: 'warn', root, publicDir: false, build: { write: false, target: 'chrome109', lib: { entry: join(root, 'e2e', 'contract', 'in-page.ts'), formats: ['iife'], name: 'inPage' } } })
  await desk.page.evaluate((bundled as Rolldown.RolldownOutput[])[0].output[0].code)
  expect(await desk.page.evaluate(() => window.contract())).toEqual({ ran: Object.keys(txContract), failed: [] })
})
