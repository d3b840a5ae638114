// `npm run bench:bookings [-- --json]`: figures of companies and bookings, each from a file of its own here. Figures only, nothing is judged.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEngine } from '../../../hub/db/engine.ts'
import { randomBy } from '#shared/standards/index/random-catalogue.ts'
import { hubDatabaseProblemText } from '#shared/words/hub-database.ts'
import { batchPlan } from './batch-plan.ts'
import { companySearch } from './company-search.ts'
import { finder } from './finder.ts'
import { importRows } from './import-rows.ts'
import { plan } from './plan.ts'
import { scene } from './scene.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean' } } })
const say = (line: string): void => void process.stderr.write(`${line} …\n`)

const folder = mkdtempSync(join(tmpdir(), 'pinli-bench-'))
chmodSync(folder, 0o711) // the database's user has to get in
try {
  say('Searching companies')
  const searched = companySearch()
  say('Finding times')
  const random = randomBy(1)
  const booked = scene(random)
  const found = finder(booked, random)
  say('Planning chains')
  const planned = plan(booked, random)
  say('Planning a batch')
  const batch = await batchPlan()
  const engine = await startEngine(join(folder, 'postgres'))
  if (!engine.ok) throw new Error(hubDatabaseProblemText(engine.problem, 'en'))
  try {
    say('Importing a list')
    const imported = await importRows(engine.value.url)
    const figures = Object.entries({ ...searched, ...imported, ...found, ...planned, ...batch }).map(([name, value]) => [name, Number(value.toPrecision(3))] as const)
    process.stdout.write(values.json ? `${JSON.stringify(Object.fromEntries(figures))}\n` : figures.map(([name, value]) => `${name.padEnd(22)} ${value}\n`).join(''))
  } finally {
    await engine.value.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
