// `npm run simulate`: seeds over the product's own code until the first violations, with counts that show what was met.
import { parseArgs } from 'node:util'
import { runSeedOnDexie } from './dexie-store.ts'
import { PLANTS } from './plants.ts'
import { type Run, runSeed } from './seed.ts'
import { COUNTS, type Counts } from './sim.ts'
import { firstState } from './world.ts'

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' }, bug: { type: 'string' }, bugs: { type: 'boolean' }, json: { type: 'boolean' }, store: { type: 'string', default: 'memory' }, trace: { type: 'boolean' } } })

const SHOWN = 10
const BUG_SEEDS = 2000

// What commands refuse is thrown to undo their savepoint; where, nobody asks.
Error.stackTraceLimit = values.trace ? 20 : 0

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const STORES: { readonly [store: string]: typeof runSeed | undefined } = { memory: runSeed, dexie: runSeedOnDexie }

const first = await firstState()
process.exitCode = values.bugs ? await findBugs() : await runSeeds(+values.seeds, +values.from)

async function runSeeds(seeds: number, from: number): Promise<number> {
  const plant = values.bug === undefined ? undefined : PLANTS[values.bug]
  if (values.bug !== undefined && !plant) {
    say(`no bug ${values.bug}: ${Object.keys(PLANTS).join(' ')}`)
    return 2
  }
  const runOver = STORES[values.store]
  if (!runOver) {
    say(`no store ${values.store}: ${Object.keys(STORES).join(' ')}`)
    return 2
  }
  const totals = Object.fromEntries(COUNTS.map(count => [count, 0])) as Counts
  let violations = 0
  const started = process.cpuUsage()
  for (let seed = from; seed < from + seeds; seed++) {
    const run: Run = await runOver(first, seed, plant, values.trace ? say : undefined)
    for (const count of COUNTS) totals[count] += run.counts[count]
    if (run.violation === null) continue
    violations++
    if (violations <= SHOWN) say(`seed ${seed}: ${run.violation}`)
  }
  const { user, system } = process.cpuUsage(started)
  const result = { seeds, violations, ...totals, seedsPerSecond: Math.round(seeds / ((user + system) / 1e6)) }
  const rare = COUNTS.filter(count => totals[count] * 20 <= seeds)
  if (rare.length > 0 && seeds >= 20) say(`met too seldom: ${rare.join(', ')}`)
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${Object.entries(result).map(([name, value]) => `${name.padEnd(15)} ${value}`).join('\n')}\n`)
  return violations > 0 || (rare.length > 0 && seeds >= 20) ? 1 : 0
}

async function findBugs(): Promise<number> {
  const bugs: { bug: string; caughtAt: number | null }[] = []
  for (const [bug, plant] of Object.entries(PLANTS)) {
    let caughtAt: number | null = null
    let violation: string | null = null
    for (let seed = 1; seed <= BUG_SEEDS && caughtAt === null; seed++) {
      violation = (await runSeed(first, seed, plant)).violation
      if (violation !== null) caughtAt = seed
    }
    bugs.push({ bug, caughtAt })
    if (!values.json) say(`${bug.padEnd(4)} ${caughtAt === null ? 'NOT CAUGHT' : `seed ${caughtAt}: ${violation!.split('\n')[0]}`}`)
  }
  process.stdout.write(`${JSON.stringify({ bugs })}\n`)
  return bugs.every(({ caughtAt }) => caughtAt !== null) ? 0 : 1
}
