// `npm run killtest`: a real hub, its PostgreSQL and a desk's browser are killed again and again while desks book the same few times.
// What the desks were told is held against the database in the end.
import { X509Certificate } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startEngine } from '../../hub/db/engine.ts'
import { hubDatabaseProblemText } from '#shared/words/hub-database.ts'
import { type BrowserDesk, openBrowserDesk } from './browser-desk.ts'
import { nodeFetch } from '../node-fetch.ts'
import { freePort, type HubProcess, postmasterOf, startHub } from '../hub-process.ts'
import { type NodeDesk, openNodeDesk } from './node-desk.ts'
import { addPerson } from './people.ts'
import { checkHub } from './hub-checks.ts'
import { makeTold } from './told.ts'
import { makeWorld } from './world.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, json: { type: 'boolean' } } })
const NODE_DESKS = 3
const DRAIN_MS = 60_000

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const folder = mkdtempSync(join(tmpdir(), 'pinli-killtest-'))
chmodSync(folder, 0o711) // the database's user has to get in
const data = join(folder, 'hub')
const told = makeTold()
let hub: HubProcess | undefined
let browser: BrowserDesk | undefined

try {
  process.exitCode = await run(Number(values.rounds))
} finally {
  await browser?.close()
  await hub?.end()
  const orphan = await startEngine(data)
  if (orphan.ok) await orphan.value.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function run(rounds: number): Promise<number> {
  if (!(rounds >= 1)) {
    say('--rounds is a number from 1 up')
    return 2
  }
  const port = await freePort()
  hub = await startHub(data, port)
  const authority = readFileSync(join(data, 'tls', 'authority.crt'), 'utf8')
  const ask = nodeFetch(authority)
  const people = []
  for (let n = 1; n <= NODE_DESKS + 1; n++) people.push(await addPerson(ask, data, `desk${n}`))
  const desks: NodeDesk[] = people.slice(0, NODE_DESKS).map(person => openNodeDesk({ person, hub: hub!.url, ask, told }))
  const world = await makeWorld(desks[0], people[0].complex)
  const executable = process.env['PINLI_TEST_CHROMIUM']
  if (executable) {
    const certificate = new X509Certificate(readFileSync(join(data, 'tls', 'hub.crt')))
    browser = await openBrowserDesk({ executable, profile: join(folder, 'browser'), certificate, hub: hub.url, person: people[NODE_DESKS], told, world })
  } else say('No Chromium here: no browser is killed.')

  for (const desk of desks) desk.work(world)
  for (let round = 1; round <= rounds; round++) {
    const before = told.acknowledged()
    const both = round % 3 === 0
    await firstAnswer(before)
    await Promise.all([killHub(both), browser && round % 2 === 0 && killBrowser(browser)])
    hub = await startHub(data, port)
    say(`round ${round}: ${told.acknowledged() - before} acknowledged, then killed the hub${both ? ' and its PostgreSQL' : ''}${browser && round % 2 === 0 ? ' and a browser' : ''}`)
  }
  const all = browser ? [...desks, browser] : desks
  const stuck = (await Promise.all(all.map(desk => desk.drain(DRAIN_MS)))).reduce((sum, waiting) => sum + waiting, 0)
  // What the last one sent is news for the others.
  for (const desk of all) await desk.drain(DRAIN_MS)
  const held = await Promise.all(all.map(desk => desk.rows(world)))
  await browser?.close()
  await hub.end()
  return report(rounds, stuck, held)
}

/** A hub that has just started takes its time on a busy machine; what it is killed in should be work. */
async function firstAnswer(before: number): Promise<void> {
  for (let waited = 0; told.acknowledged() === before && waited < 20_000; waited += 10) await sleep(10)
}

async function killHub(both: boolean): Promise<void> {
  await sleep(50 + Math.random() * 700)
  if (both) process.kill(postmasterOf(data), 'SIGKILL')
  if (both && Math.random() < 0.5) await sleep(Math.random() * 100)
  await hub!.kill()
}

async function killBrowser(desk: BrowserDesk): Promise<void> {
  await sleep(50 + Math.random() * 700)
  await desk.kill()
  await desk.start()
}

async function report(rounds: number, stuck: number, held: string[][]): Promise<number> {
  const engine = await startEngine(data)
  if (!engine.ok) throw new Error(hubDatabaseProblemText(engine.problem, 'en'))
  const found = await checkHub(engine.value.url, told, held)
  await engine.value.stop()
  for (const line of found.details.slice(0, 10)) say(line)
  const { lost, doubleBookings, duplicates } = found
  const result = { rounds, acknowledged: told.acknowledged(), lost, doubleBookings, duplicates, stuck }
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${Object.entries(result).map(([name, value]) => `${name.padEnd(15)} ${value}`).join('\n')}\n`)
  if (result.acknowledged === 0) say('Nothing was acknowledged: this run shows nothing.')
  return lost + doubleBookings + duplicates + stuck > 0 || result.acknowledged === 0 ? 1 : 0
}
