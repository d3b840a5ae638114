// `npm run bench:lookup [-- --json] [-- --worker] [-- --queries N]`: the lookup's figures on 118,000 real records, as a table or one JSON
// object. `--worker` leaves out the window. The records are read from `../shared/data`, beside the checkout.
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { bootstrapPackages, bootstrapSystem } from './bootstrap.mjs'
import { runPlaywright } from './e2e.mjs'
import { makeFresh } from './fresh.mjs'
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { during, main, say, stop } from './say.mjs'

const data = inRoot('..', 'shared', 'data')
const cache = inRoot('node_modules', '.cache', 'pinli-bench')
const catalogues = ['gb', 'iso', 'iec', 'jis', 'oiml', 'cie']
/** These six come to nearly 111,800 records; ETSI rows fill up to the round figure. */
const etsiRows = 6_210

const bench = async ({ json, windowToo, queries }) => {
  if (!existsSync(data)) stop('No catalogues in ../shared/data: the lookup is measured on real records only.')
  await bootstrapPackages()
  await makeFresh('pinli')
  mkdirSync(cache, { recursive: true })
  const folder = await importedCatalogue()
  const worker = await workerFigures(folder, queries)
  if (worker.missed) say(`${worker.missed} of ${worker.spelled} spellings with a year don't bring their own edition first, such as ${worker.missedExamples.slice(0, 3).join('; ')}`)
  const window = windowToo ? await windowFigures(folder, worker.queries) : {}
  const figures = { records: worker.records, workerP95: window.workerP95 ?? worker.nodeP95, paintedP95: window.paintedP95 ?? null, loadMs: window.loadMs ?? null, bareReadMs: window.bareReadMs ?? null, memoryMB: window.memoryMB ?? null }
  process.stdout.write(json ? `${JSON.stringify(figures)}\n` : table(figures, worker, window))
  return 0
}

/** Imports once; again when the rules or the files have changed. */
const importedCatalogue = async () => {
  const files = catalogues.map(name => join(data, `${name}.ndjson.gz`))
  const key = createHash('sha256').update(readFileSync(inRoot('dist', 'pinli.mjs'))).update(files.map(file => statSync(file).mtimeMs).join()).update(String(etsiRows)).digest('hex').slice(0, 16)
  const folder = join(cache, `catalogue-${key}`)
  if (existsSync(folder)) return folder
  const etsi = join(cache, 'etsi.ndjson')
  const lines = []
  for await (const line of createInterface({ input: createReadStream(join(data, 'etsi.ndjson.gz')).pipe(createGunzip()) })) {
    lines.push(line)
    if (lines.length === etsiRows) break
  }
  writeFileSync(etsi, `${lines.join('\n')}\n`)
  await during('Importing the catalogues', async () => {
    const { code, out } = await run(process.execPath, [inRoot('dist', 'pinli.mjs'), 'import', ...files, etsi, '--out', folder, '--date', '2026-11-01'])
    if (code !== 0) stop(out)
  })
  return folder
}

const workerFigures = async (folder, queries) => {
  const program = join(cache, `lookup-worker-${process.pid}.mjs`)
  const out = `${program}.json`
  try {
    const { buildNode } = await import('./vite.mjs')
    await buildNode('e2e/bench/lookup-worker.ts', program)
    await during('Measuring the search by itself', async () => {
      const result = await run(process.execPath, [program, folder, String(queries), out])
      if (result.code !== 0) stop(result.out)
    })
    return JSON.parse(readFileSync(out, 'utf8'))
  } finally {
    for (const file of [program, out]) rmSync(file, { force: true })
  }
}

const windowFigures = async (folder, queries) => {
  await bootstrapSystem({ tests: true })
  await makeFresh('renderer', 'electron')
  const [queriesFile, out] = ['queries', 'figures'].map(name => join(cache, `${name}-${process.pid}.json`))
  writeFileSync(queriesFile, JSON.stringify(queries.slice(0, WINDOW_QUERIES)))
  try {
    const code = await runPlaywright(['--config', inRoot('e2e', 'bench', 'playwright.config.ts'), 'lookup.bench'], { stdio: ['ignore', process.stderr, process.stderr], env: { PINLI_BENCH_CATALOGUE: folder, PINLI_BENCH_QUERIES: queriesFile, PINLI_BENCH_OUT: out } })
    if (code !== 0) stop('The figures of the window could not be measured: see above.')
    return JSON.parse(readFileSync(out, 'utf8'))
  } finally {
    for (const file of [queriesFile, out]) rmSync(file, { force: true })
  }
}

/** A key in the window takes some frames, so fewer are typed there. */
const WINDOW_QUERIES = 150

const table = (figures, worker, window) => {
  const ms = value => (typeof value === 'number' ? `${value.toFixed(2)} ms` : 'not measured')
  const rows = [
    ['records', figures.records.toLocaleString('en'), `${worker.hotMB.toFixed(1)} MB hot, ${worker.coldMB.toFixed(1)} MB cold`],
    ['key in the worker, p95', ms(window.workerP95), `target 1 ms; p50 ${ms(window.workerP50)}, p99 ${ms(window.workerP99)}`],
    ['the same in Node, p95', ms(worker.nodeP95), `${worker.keystrokes} keys; p50 ${ms(worker.nodeP50)}, p99 ${ms(worker.nodeP99)}`],
    ['key to painted list, p95', ms(figures.paintedP95), `target 16 ms; ${window.keystrokes ?? 0} keys; p50 ${ms(window.paintedP50)}, p99 ${ms(window.paintedP99)}`],
    ['opening', ms(figures.loadMs), `target 1.2 times a bare read${window.loadMs ? `: ${(window.loadMs / window.bareReadMs).toFixed(2)}` : ''}`],
    ['bare read of the same', ms(figures.bareReadMs), 'read and touched once'],
    ['renderer at rest', typeof figures.memoryMB === 'number' ? `${figures.memoryMB.toFixed(0)} MB` : 'not measured', 'working set 10 s after the last key'],
    ['spellings with a year', `${(100 - (worker.missed / worker.spelled) * 100).toFixed(2)} %`, `bring their edition first, of ${worker.spelled}`],
  ]
  return `${rows.map(([name, value, note]) => `${name.padEnd(26)}${value.padStart(14)}   ${note}`).join('\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => {
    const words = process.argv.slice(2)
    const at = words.indexOf('--queries')
    return bench({ json: words.includes('--json'), windowToo: !words.includes('--worker'), queries: at < 0 ? 600 : Number(words[at + 1]) })
  })
}
