// `npm run bench:board [-- --json]`: opening, scrolling and moving on a board of 60 resources and 420 bookings in real Electron, beside the
// best library for it, as a table or one JSON object.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bootstrapPackages, bootstrapSystem } from './bootstrap.mjs'
import { runPlaywright } from './e2e.mjs'
import { makeFresh } from './fresh.mjs'
import { inRoot } from './paths.mjs'
import { main, stop } from './say.mjs'

const bench = async json => {
  await bootstrapPackages()
  await bootstrapSystem({ tests: true })
  await makeFresh('renderer', 'electron')
  const cache = inRoot('node_modules', '.cache', 'pinli-bench')
  mkdirSync(cache, { recursive: true })
  const out = join(cache, `board-${process.pid}.json`)
  try {
    const code = await runPlaywright(['--config', inRoot('e2e', 'bench', 'playwright.config.ts'), 'board.bench'], { stdio: ['ignore', process.stderr, process.stderr], env: { PINLI_BENCH_OUT: out } })
    if (code !== 0) stop('The board could not be measured: see above.')
    const figures = JSON.parse(readFileSync(out, 'utf8'))
    process.stdout.write(json ? `${JSON.stringify(figures)}\n` : table(figures))
    return 0
  } finally {
    rmSync(out, { force: true })
  }
}

const table = ({ library, ...ours }) => {
  const ms = value => `${value.toFixed(0)} ms`
  const rows = [
    [`${ours.resources} resources, ${ours.bookings} bookings`, 'Pinli', '@event-calendar', ''],
    ['opened, median', ms(ours.openedMs), ms(library.mountedMs), `target 500 ms; ours reads the database too, worst of nine ${ms(ours.openedWorstMs)}`],
    ['longest gap, scrolling', ms(ours.scrollGapMs), ms(library.scrollGapMs), `target 100 ms; p95 ${ms(ours.scrollP95Ms)} and ${ms(library.scrollP95Ms)}`],
    ['longest gap, cursor', ms(ours.cursorGapMs), 'has none', `target 100 ms; p95 ${ms(ours.cursorP95Ms)}`],
    ['elements', String(ours.nodes), String(library.nodes), ''],
  ]
  return `${rows.map(([name, a, b, note]) => `${name.padEnd(32)}${a.padStart(10)}${b.padStart(18)}   ${note}`.trimEnd()).join('\n')}\n`
}

await main(() => bench(process.argv.includes('--json')))
