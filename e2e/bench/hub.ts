// `npm run bench:hub`: what the hub does a second beside the same statements without its rules, what 200 desks wait for, and how 1,000
// come back when it is killed. Figures only, nothing is judged.
import { setMaxListeners } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEngine } from '../../hub/db/engine.ts'
import { hubDatabaseProblemText } from '#shared/words/hub-database.ts'
import { hubLoad } from './hub-load.ts'
import { hubRates } from './hub-rates.ts'
import { openWorlds } from './hub-world.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean' }, seconds: { type: 'string', default: '10' } } })

setMaxListeners(0)
const say = (line: string): void => void process.stderr.write(`${line} …\n`)

const folder = mkdtempSync(join(tmpdir(), 'pinli-bench-'))
chmodSync(folder, 0o711) // the database's user has to get in
try {
  const engine = await startEngine(join(folder, 'postgres'))
  if (!engine.ok) throw new Error(hubDatabaseProblemText(engine.problem, 'en'))
  try {
    say('Making the people')
    const worlds = await openWorlds(engine.value.url)
    say('Commands and pages')
    const rates = await hubRates(worlds)
    const load = await hubLoad(worlds, join(folder, 'hub'), Number(values.seconds), say)
    const figures = Object.entries({ ...rates, ...load }).map(([name, value]) => [name, Number(value.toPrecision(3))] as const)
    process.stdout.write(values.json ? `${JSON.stringify(Object.fromEntries(figures))}\n` : figures.map(([name, value]) => `${name.padEnd(22)} ${value}\n`).join(''))
  } finally {
    await engine.value.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
