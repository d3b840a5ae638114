// How Vite builds each runtime. `build[name](out)` makes one target in the folder (or file) `out`.
import vue from '@vitejs/plugin-vue'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { createHash } from 'node:crypto'
import { build as vite } from 'vite'
import { inRoot, manifest, root } from './paths.mjs'

const quiet = { configFile: false, logLevel: 'warn', envDir: false }

export const build = {
  renderer: async out => {
    await vite(rendererConfig(out))
    listForOffline(out)
  },
  electron: async out => {
    await vite(nodeConfig({ entry: 'electron/main.ts', out, file: 'main.cjs', format: 'cjs', target: 'node18' }))
    await vite(nodeConfig({ entry: 'electron/preload.ts', out, file: 'preload.cjs', format: 'cjs', target: 'node18' }))
  },
  pinli: out => buildNode('hub/cli/main.ts', out),
  // The hub's packages stay beside it: some bring programs and native parts of their own.
  hub: out => buildNode('hub/main.ts', out, { noExternal: [] }),
  simulate: out => buildNode('e2e/simulate/main.ts', out),
  killtest: async out => {
    await vite(besideHub('e2e/killtest/main.ts', out))
    await vite(pageConfig({ entry: 'e2e/killtest/in-page.ts', out, file: 'page.js' }))
  },
  benchHub: out => vite(besideHub('e2e/bench/hub.ts', out)),
  benchBookings: out => vite(besideHub('e2e/bench/bookings/main.ts', out)),
}

/** Bundles one entry for plain Node 20 into the file `out` (`.mjs`), packages included unless `ssr` says otherwise. */
export const buildNode = async (entry, out, ssr) => {
  const folder = mkdtempSync(`${out}-`)
  try {
    await vite(nodeConfig({ entry, out: folder, file: 'main.mjs', format: 'es', target: 'node20', ssr }))
    renameSync(join(folder, 'main.mjs'), out)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const version = { __PINLI_VERSION__: JSON.stringify(manifest.version) }

/** One build serves the app and old office browsers: Chromium 109 is the last for Windows 7. */
const rendererConfig = out => ({
  ...quiet,
  root: inRoot('renderer'),
  publicDir: inRoot('renderer', 'public'),
  base: './',
  plugins: [vue()],
  define: { ...version, __VUE_PROD_DEVTOOLS__: 'false', __VUE_I18N_FULL_INSTALL__: 'true', __VUE_I18N_LEGACY_API__: 'false', __INTLIFY_PROD_DEVTOOLS__: 'false' },
  worker: { format: 'es' },
  build: {
    target: 'chrome109',
    outDir: out,
    emptyOutDir: true,
    // The CSP has no inline scripts and no data: fonts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { checks: { pluginTimings: false } },
    reportCompressedSize: false,
  },
})

const nodeConfig = ({ entry, out, file, format, target, ssr }) => ({
  ...quiet,
  root,
  publicDir: false,
  define: { ...version, __ELECTRON_VERSION__: JSON.stringify(manifest.devDependencies.electron) },
  ssr: { noExternal: true, external: ['electron'], target: 'node', ...ssr },
  build: {
    ssr: true,
    target,
    outDir: out,
    emptyOutDir: false,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: { input: inRoot(entry), output: { format, entryFileNames: file, codeSplitting: false } },
  },
})

/** What drives the built hub, with the hub's packages beside it. */
const besideHub = (entry, out) => nodeConfig({ entry, out, file: 'main.mjs', format: 'es', target: 'node20', ssr: { noExternal: [] } })

/** One script that runs in a page. */
const pageConfig = ({ entry, out, file }) => ({
  ...quiet,
  root,
  publicDir: false,
  build: { target: 'chrome109', outDir: out, emptyOutDir: false, reportCompressedSize: false, lib: { entry: inRoot(entry), formats: ['iife'], name: 'inPage', fileName: () => file } },
})

/** Writes into the service worker which files make the whole app, and a name that changes with any of them. */
const listForOffline = out => {
  const worker = join(out, 'sw.js')
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== 'sw.js')
    .map(entry => relative(out, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(out, file)))
  const list = JSON.stringify(['./', ...files.filter(file => file !== 'index.html').map(file => `./${file}`)])
  writeFileSync(worker, readFileSync(worker, 'utf8').replace('__FILES__', list).replace('__BUILD__', hash.digest('hex').slice(0, 16)))
}
