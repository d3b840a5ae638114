// Commands and pages a second through the hub's store and rules, and through `pg` alone: the same statements with the same values over
// the same kind of pool, recorded before. Both in turn, block by block, so that they meet the same machine.
import type pg from 'pg'
import { applyCommand } from '#shared/sync/apply-command.ts'
import { LIMITS, type PullRequest, SCHEMA } from '#shared/sync/protocol.ts'
import { readPage } from '#shared/sync/page.ts'
import { scope } from '#shared/sync/scopes.ts'
import type { SentCommand } from '#shared/sync/protocol.ts'
import { type Member, type Worlds, hubOn, nextPlace } from './hub-world.ts'

const BLOCKS = 6
const CONNECTIONS = [1, 8]
const COMMANDS = 360
const PAGES = 48

type Statement = string | { name: string; text: string; values: unknown[] }
type Lane = { member: Member; commands: SentCommand[]; statements: Statement[][] }

export const hubRates = async (worlds: Worlds): Promise<{ [figure: string]: number }> => {
  const figures: { [figure: string]: number } = {}
  for (const count of CONNECTIONS) Object.assign(figures, await rates(worlds, count))
  const { commands1, commands8, rawCommands1, rawCommands8 } = figures
  return { ratio: Math.min(commands1 / rawCommands1, commands8 / rawCommands8), ...figures }
}

const rates = async (worlds: Worlds, count: number): Promise<{ [figure: string]: number }> => {
  const [recorded, product, raw] = [await worlds.open(`recorded${count}`), await worlds.open(`product${count}`), await worlds.open(`raw${count}`)]
  const lanes = worlds.members.slice(1, 1 + count).map((member): Lane => ({ member: { ...member }, commands: [], statements: [] }))
  const recording = recordingPool(recorded.pool)
  for (let n = 0; n < COMMANDS; n++) {
    const lane = lanes[n % count]
    const sent = nextPlace(worlds, lane.member)
    lane.commands.push(sent)
    await applyCommand(hubOn(recording.pool), lane.member, sent)
    lane.statements.push(recording.taken())
  }
  const blocks = await inTurn(lanes, COMMANDS / count / BLOCKS,
    async ({ member, commands }, n) => {
      const applied = await applyCommand(product.hub, member, commands[n])
      if (applied.error) throw new Error(applied.error.code)
    },
    ({ statements }, n) => replay(raw.pool, statements[n]))

  const pages = lanes.map(() => [] as Statement[][])
  const requests = lanes.map(({ member }) => Array.from({ length: PAGES / count }, (_, n) => pageRequest(worlds, member, n)))
  let rows = 0
  for (const [i, { member }] of lanes.entries()) {
    for (const request of requests[i]) {
      const page = await readPage(hubOn(recording.pool), member.login, request)
      if ('code' in page) throw new Error(page.code)
      rows += page.changes.length
      pages[i].push(recording.taken())
    }
  }
  const paged = await inTurn(lanes, PAGES / count / BLOCKS,
    async ({ member }, n, i) => void (await readPage(product.hub, member.login, requests[i][n])),
    (_, n, i) => replay(raw.pool, pages[i][n]))
  for (const opened of [recorded, product, raw]) await opened.close()
  return {
    [`commands${count}`]: COMMANDS * TIMED / blocks.product, [`rawCommands${count}`]: COMMANDS * TIMED / blocks.raw, [`ratio${count}`]: blocks.raw / blocks.product,
    [`pages${count}`]: PAGES * TIMED / paged.product, [`rawPages${count}`]: PAGES * TIMED / paged.raw, [`pageRatio${count}`]: paged.raw / paged.product,
    ...(count === 1 && { statementsPerCommand: lanes[0].statements.at(-1)!.length, rowsPerPage: rows / PAGES }),
  }
}

/** The first block warms both up and isn't counted. */
const TIMED = (BLOCKS - 1) / BLOCKS

type Step = (lane: Lane, n: number, i: number) => Promise<void>

const inTurn = async (lanes: readonly Lane[], size: number, product: Step, raw: Step): Promise<{ product: number; raw: number }> => {
  const seconds = { product: 0, raw: 0 }
  for (let block = 0; block < BLOCKS; block++) {
    for (const [name, step] of [['product', product], ['raw', raw]] as const) {
      const started = performance.now()
      await Promise.all(lanes.map(async (lane, i) => {
        for (let n = Math.round(block * size); n < Math.round((block + 1) * size); n++) await step(lane, n, i)
      }))
      if (block > 0) seconds[name] += (performance.now() - started) / 1000
    }
  }
  return seconds
}

const replay = async (pool: pg.Pool, statements: readonly Statement[]): Promise<void> => {
  const client = await pool.connect()
  for (const statement of statements) await client.query(statement as string)
  client.release()
}

/** Notes what goes to the database. One transaction at a time. */
const recordingPool = (pool: pg.Pool): { pool: pg.Pool; taken: () => Statement[] } => {
  let noted: Statement[] = []
  const connect = async (): Promise<Partial<pg.PoolClient>> => {
    const client = await pool.connect()
    const query = (statement: Statement): Promise<pg.QueryResult> => {
      noted.push(statement)
      return client.query(statement as string)
    }
    return { query: query as pg.PoolClient['query'], on: client.on.bind(client), off: client.off.bind(client), release: client.release.bind(client) }
  }
  const taken = (): Statement[] => {
    const all = noted
    noted = []
    return all
  }
  return { pool: { connect } as unknown as pg.Pool, taken }
}

/** A full page somewhere in the middle of what the complex has done. */
const pageRequest = ({ complex, epoch }: Worlds, { client, group, proto, login }: Member, n: number): PullRequest => ({
  proto, schema: SCHEMA, epoch, group, client, limit: LIMITS.pageRows, acked: 0,
  cursors: { [scope('complex', complex)]: { ver: 1 + n * 10, floor: 0 }, [scope('public', complex)]: { ver: 0, floor: 0 }, [scope('user', login.user)]: { ver: 0, floor: 0 } },
})
