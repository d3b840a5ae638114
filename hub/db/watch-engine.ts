import { hubDatabaseProblemText } from '#shared/words/hub-database.ts'
import { type Repeating, repeat } from '../repeat.ts'
import type { Engine } from './engine.ts'

/** `restarts`: how often since the watch began. `stop` it before the engine. */
export type EngineWatch = Repeating & { restarts: () => number }

const LOOK_MS = 1000
const LONGEST_MS = 60_000

/** Starts the engine again when it has ended by itself: at once, then with ever longer waits as long as it doesn't stay for a minute. */
export const watchEngine = (engine: Pick<Engine, 'isRunning' | 'start'>, log: (line: string) => void, now: () => number = Date.now): EngineWatch => {
  let restarts = 0
  let tries = 0
  let tried = 0
  const look = async (): Promise<number> => {
    if (engine.isRunning()) {
      if (now() - tried > LONGEST_MS) tries = 0
      return LOOK_MS
    }
    log('The database has ended; starting it again …')
    const started = await engine.start()
    if (started.ok) restarts++
    const wait = Math.min(LONGEST_MS, LOOK_MS * 2 ** tries++)
    tried = now()
    log(started.ok ? 'The database runs again; postgres.log in the hub’s folder says why it had ended.' : `${hubDatabaseProblemText(started.problem, 'en')} The next try is in ${wait / 1000} s.`)
    return wait
  }
  return { ...repeat('the watch over the database', look, { firstMs: LOOK_MS, againMs: LOOK_MS }, log), restarts: () => restarts }
}
