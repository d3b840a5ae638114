// `npm run simulate`: seeds over the product's own code until the first violations, with counts that show what was met.
import { parseArgs } from 'node:util'
import { openMemory } from './hub-side.ts'
import { PLANTS } from './plants.ts'
import { onPostgres } from './postgres-lanes.ts'
import { type Run, runSeed } from './seed.ts'
import { COUNTS, type Counts, type OpenHub } from './sim.ts'
import { firstState } from './world.ts'

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' }, bug: { type: 'string' }, bugs: { type: 'boolean' }, json: { type: 'boolean' }, trace: { type: 'boolean' }, store: { type: 'string', default: 'memory' }, engine: { type: 'string' } } })

const SHOWN = 10
const BUG_SEEDS = 2000

// What commands refuse is thrown to undo their savepoint; where, nobody asks.
Error.stackTraceLimit = values.trace ? 20 : 0

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const first = await firstState()
process.exitCode = await run()

async function run(): Promise<number> {
  const [seeds, from] = [+values.seeds, +values.from]
  if (values.store === 'memory') return values.bugs ? findBugs() : runSeeds(seeds, from)
  if (values.store === 'pg' && values.bug === undefined && !values.bugs) return onPostgres(values.engine, lanes => runSeeds(seeds, from, lanes))
  say('--store is memory or pg; bugs are planted in memory only')
  return 2
}

async function runSeeds(seeds: number, from: number, lanes: readonly OpenHub[] = [openMemory]): Promise<number> {
  const plant = values.bug === undefined ? undefined : PLANTS[values.bug]
  if (values.bug !== undefined && !plant) {
    say(`no bug ${values.bug}: ${Object.keys(PLANTS).join(' ')}`)
    return 2
  }
  const totals = Object.fromEntries(COUNTS.map(count => [count, 0])) as Counts
  let violations = 0
  const [started, clock] = [process.cpuUsage(), performance.now()]
  let next = from
  const runLane = async (open: OpenHub): Promise<void> => {
    while (next < from + seeds) {
      const seed = next++
      const run: Run = await runSeed(first, seed, { plant, open, say: values.trace ? say : undefined })
      for (const count of COUNTS) totals[count] += run.counts[count]
      if (run.violation !== null && ++violations <= SHOWN) say(`seed ${seed}: ${run.violation}`)
    }
  }
  await Promise.all(lanes.map(runLane))
  const { user, system } = process.cpuUsage(started)
  // In memory the processor's time counts, which other programs don't lengthen; PostgreSQL has its own processes, so there the clock does.
  const seconds = values.store === 'pg' ? (performance.now() - clock) / 1e3 : (user + system) / 1e6
  const result = { seeds, violations, ...totals, seedsPerSecond: Number((seeds / seconds).toPrecision(3)) }
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
      violation = (await runSeed(first, seed, { plant })).violation
      if (violation !== null) caughtAt = seed
    }
    bugs.push({ bug, caughtAt })
    if (!values.json) say(`${bug.padEnd(4)} ${caughtAt === null ? 'NOT CAUGHT' : `seed ${caughtAt}: ${violation!.split('\n')[0]}`}`)
  }
  process.stdout.write(`${JSON.stringify({ bugs })}\n`)
  return bugs.every(({ caughtAt }) => caughtAt !== null) ? 0 : 1
}



