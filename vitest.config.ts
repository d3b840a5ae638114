import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// vitest prints a failure with Map.groupBy, which Node 20 lacks: without this a red test shows a crash and no reason.
;(Map as unknown as { groupBy?: unknown }).groupBy ??= <K, V>(items: Iterable<V>, keyOf: (item: V) => K): Map<K, V[]> => {
  const groups = new Map<K, V[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

// Far from the complexes, whose days and hours count wherever a computer stands.
process.env['TZ'] = 'America/New_York'

export default defineConfig({
  plugins: [vue()],
  test: {
    environment: 'node',
    passWithNoTests: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: ['{shared,renderer,electron,hub,build,e2e}/**/*.test.{ts,mjs}'], exclude: ['**/node_modules/**', '**/*.pg.test.ts'] } },
      // One start of PostgreSQL serves all of these.
      { extends: true, test: { name: 'postgres', include: ['{hub,e2e}/**/*.pg.test.ts'], globalSetup: ['hub/db/engines.fixture.ts'] } },
    ],
  },
})
