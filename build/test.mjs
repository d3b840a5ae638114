// `npm test`: everything, one suite after the other, going on after a failure. The last line counts: a check (imports, lint, types,
// build) counts as one, suites count their tests.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { bootstrapPackages, bootstrapSystem } from './bootstrap.mjs'
import { packForTests } from './dist.mjs'
import { runPlaywright } from './e2e.mjs'
import { makeFresh } from './fresh.mjs'
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { main, say } from './say.mjs'

const node = (script, ...args) => run(process.execPath, [inRoot(...script.split('/')), ...args], { show: true })
const reports = inRoot('test-results', 'reports')
const succeeded = code => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** The oldest PostgreSQL that the hub works with, where it is installed. */
const debian15 = '/usr/lib/postgresql/15/bin'

let packed = null

const suites = {
  imports: async () => succeeded((await node('build/check-imports.mjs')).code),
  lint: async () => succeeded((await node('node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0')).code),
  types: async () => succeeded((await node('node_modules/vue-tsc/bin/vue-tsc.js', '-b')).code),
  unit: async () => {
    const file = reportFile('unit')
    const { code } = await node('node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`)
    const report = read(file)
    return counted(code, report && { passed: report.numPassedTests, failed: report.numFailedTests + report.numFailedTestSuites })
  },
  build: async () => {
    await makeFresh('renderer', 'electron', 'pinli', 'hub', 'simulate', 'killtest')
    return succeeded(0)
  },
  model: async () => succeeded((await node('dist/simulate.mjs', '--seeds', process.env.PINLI_MODEL_SEEDS ?? '5000')).code),
  bugs: async () => succeeded((await node('dist/simulate.mjs', '--bugs')).code),
  pgmodel: async () => {
    const seeds = Number(process.env.PINLI_PG_SEEDS ?? 300)
    const newest = await node('dist/simulate.mjs', '--store', 'pg', '--seeds', String(seeds))
    const oldest = existsSync(debian15) ? await node('dist/simulate.mjs', '--store', 'pg', '--engine', debian15, '--seeds', String(Math.ceil(seeds / 3)), '--from', String(seeds + 1)) : { code: 0 }
    return succeeded(newest.code || oldest.code)
  },
  kill: async () => succeeded((await node('build/killtest.mjs', '--rounds', process.env.PINLI_KILL_ROUNDS ?? '5')).code),
  pack: async () => {
    packed = await packForTests()
    return succeeded(0)
  },
  e2e: async () => {
    const file = reportFile('e2e')
    const code = await runPlaywright(['--reporter=list,json'], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...(packed && { PINLI_TEST_PACKED: packed }) }, stdio: ['ignore', process.stderr, process.stderr] })
    const report = read(file)
    if (report?.stats.flaky) say(`${report.stats.flaky} end-to-end tests passed on the second try only`)
    return counted(code, report && { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected + report.errors.length })
  },
}

await main(async () => {
  await bootstrapPackages()
  await bootstrapSystem({ tests: true })
  mkdirSync(reports, { recursive: true })
  const results = []
  for (const [name, suite] of Object.entries(suites)) {
    say(`\n== ${name}`)
    const started = Date.now()
    const result = await suite().catch(error => {
      say(error.stack ?? String(error))
      return succeeded(1)
    })
    results.push({ name, ...result, seconds: Math.round((Date.now() - started) / 1000) })
  }
  say('')
  for (const { name, passed, failed, seconds } of results) process.stdout.write(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(8)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(seconds).padStart(5)} s\n`)
  const total = key => results.reduce((sum, result) => sum + result[key], 0)
  process.stdout.write(`${total('passed')} passed, ${total('failed')} failed\n`)
  return total('failed') === 0 ? 0 : 1
})

function reportFile(name) {
  const file = `${reports}/${name}-${process.pid}.json`
  rmSync(file, { force: true })
  return file
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** A suite that ends badly without a failed test (it did not even start, a worker died) has failed once. */
function counted(code, report) {
  if (!report) return succeeded(1)
  return code !== 0 && report.failed === 0 ? { ...report, failed: 1 } : report
}
