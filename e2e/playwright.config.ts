import { defineConfig } from '@playwright/test'

// Started by build/e2e.mjs, which makes the build, a display, an engine and a browser ready; what is packed or drawn only when asked for.
const onDemand = [...(process.env['PINLI_TEST_PACKED'] ? [] : ['**/packed.spec.ts']), ...(process.env['PINLI_SHOTS'] ? [] : ['**/screens.spec.ts'])]

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: process.env['PINLI_TEST_OUT'] ?? '../test-results',
  workers: Number(process.env['PINLI_TEST_WORKERS'] ?? 1),
  fullyParallel: false,
  // Two desks, a display and an engine on a busy machine: a second try, and the summary says how many needed it.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  projects: [
    { name: 'electron', testIgnore: ['**/web.spec.ts', '**/hub-browser.spec.ts', '**/hub-plain.spec.ts', '**/batch.spec.ts', ...onDemand] },
    { name: 'chromium', testIgnore: ['**/desktop*.spec.ts', '**/hub.spec.ts', '**/hub-bookings.spec.ts', '**/hub-mended.spec.ts', '**/users.spec.ts', '**/lock.spec.ts', '**/backup.spec.ts', '**/mirror.spec.ts', '**/packed.spec.ts', ...onDemand] },
  ],
})
