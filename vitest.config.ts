import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['{shared,renderer,electron,hub,build,e2e}/**/*.test.{ts,mjs}'],
    environment: 'node',
    passWithNoTests: false,
    testTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 2,
  },
})
