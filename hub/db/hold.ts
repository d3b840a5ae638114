// The session that holds a database for this hub alone, and what is done when it ends: a restart of the database lets its lock go.
import pg from 'pg'
import type { Result } from '#shared/lib/result.ts'
import { Passing } from '#shared/sync/store.ts'
import { type HubDatabaseProblem, hubDatabaseProblemText } from '#shared/words/hub-database.ts'
import { type Repeating, repeat } from '../repeat.ts'

/** The database is another hub's now, or not fit for this one any more: its operator has to act. */
export class Halted extends Passing {}

/** `refusal`: why no work may be done now; null = the database is held. `stop` ends the session too. */
export type Hold = Repeating & { refusal: () => Passing | null }

const LOOK_MS = 250
const AGAIN_MS = 1000
/** A connection may break without a word, which asking finds out. */
const ASK_MS = 5000
const ASKED = { text: 'select', query_timeout: 10_000 }

/** Watches over the session; once it has ended, `take` gets another, with every check of a start, and until then work is refused. */
export const keepHold = (first: pg.Client, take: () => Promise<Result<pg.Client, HubDatabaseProblem>>, log: (line: string) => void): Hold => {
  let session: pg.Client | null = null
  let problem: HubDatabaseProblem | null = null
  let asked = Date.now()
  const hold = (client: pg.Client): void => {
    session = client
    problem = null
    const lost = (): void => void (session === client && (session = null))
    client.on('error', lost).on('end', lost)
  }
  const ask = async (client: pg.Client): Promise<void> => {
    asked = Date.now()
    await client.query(ASKED).catch(() => {
      if (session === client) session = null
      void client.end().catch(() => undefined)
    })
  }
  const look = async (): Promise<number> => {
    if (session) {
      if (Date.now() - asked >= ASK_MS) await ask(session)
      return LOOK_MS
    }
    const taken = await take()
    if (taken.ok) {
      hold(taken.value)
      log('The database is held by this hub again.')
      return LOOK_MS
    }
    if (taken.problem.code !== problem?.code) log(`中心停止受理，会自动再试：${hubDatabaseProblemText(taken.problem, 'zh')}\nThe hub refuses work and tries again: ${hubDatabaseProblemText(taken.problem, 'en')}`)
    problem = taken.problem
    return AGAIN_MS
  }
  hold(first)
  const watch = repeat('the hold on the database', look, { firstMs: LOOK_MS, againMs: AGAIN_MS }, log)
  return {
    refusal: () => {
      if (session) return null
      return problem && problem.code !== 'database-unreachable' ? new Halted(hubDatabaseProblemText(problem, 'en')) : new Passing('the database is being taken again')
    },
    stop: async () => {
      await watch.stop()
      await session?.end()
    },
  }
}

type Taken = Parameters<pg.Pool['connect']>[0]

/** Gives no connection as long as `refusal` says why. */
export class HeldPool extends pg.Pool {
  readonly #refusal: () => Error | null
  constructor(config: pg.PoolConfig, refusal: () => Error | null) {
    super(config)
    this.#refusal = refusal
  }
  override connect(): Promise<pg.PoolClient>
  override connect(taken: Taken): void
  override connect(taken?: Taken): Promise<pg.PoolClient> | void {
    const refused = this.#refusal()
    if (!refused) return taken ? super.connect(taken) : super.connect()
    if (!taken) return Promise.reject(refused)
    taken(refused, undefined, () => undefined)
  }
}
