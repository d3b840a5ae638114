import { defineConfig } from '@playwright/test'

// Started by build/bench-*.mjs; one figure at a time, so that nothing else runs beside it.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.bench.ts',
  outputDir: process.env['PINLI_TEST_OUT'] ?? '../../test-results',
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
})
