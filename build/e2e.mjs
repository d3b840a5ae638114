// `npm run e2e -- NAME`: end-to-end tests on the built app; NAME picks the specs whose file name contains it. Other words go to
// Playwright as they are (`--project electron`, `--headed`).
import { fileURLToPath } from 'node:url'
import { bootstrapPackages, bootstrapSystem } from './bootstrap.mjs'
import { findChromium } from './chromium.mjs'
import { startDisplays } from './display.mjs'
import { packForTests } from './dist.mjs'
import { findEngine } from './engine.mjs'
import { makeFresh } from './fresh.mjs'
import { inRoot } from './paths.mjs'
import { stayWith } from './run.mjs'
import { main, stop } from './say.mjs'

const WORKERS = 2

/** Runs Playwright with a display, an engine and a browser; answers with its exit code. */
export const runPlaywright = async (words, { env = {}, stdio } = {}) => {
  const engine = (await findEngine()) ?? stop('No Electron for the tests: see the messages above.')
  const chromium = findChromium() ?? stop('No Chromium for the tests (Debian: apt-get install chromium).')
  const display = await startDisplays(WORKERS)
  try {
    return await stayWith(process.execPath, [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--config', inRoot('e2e', 'playwright.config.ts'), ...words], {
      stdio,
      env: { ...display.env, PINLI_TEST_ENGINE: engine.binary, PINLI_TEST_CHROMIUM: chromium, PINLI_TEST_WORKERS: String(WORKERS), PINLI_TEST_OUT: inRoot('test-results', String(process.pid)), ELECTRON_RUN_AS_NODE: undefined, ...env },
    })
  } finally {
    display.end()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await bootstrapPackages()
    await bootstrapSystem({ tests: true })
    await makeFresh('renderer', 'electron', 'hub', 'pinli')
    const words = process.argv.slice(2)
    const env = words.includes('packed') ? { PINLI_TEST_PACKED: await packForTests() } : {}
    return runPlaywright(words, { env })
  })
}
