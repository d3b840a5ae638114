// What the hub does by the clock.
import type { Hub } from '#shared/sync/apply-command.ts'
import type { AppTables } from '#shared/tables.ts'
import type { AccessDatabase, Sql } from './auth/database.ts'
import { expireDue, ownClient } from './sync/own-client.ts'
import type { Pokes } from './sync/pokes.ts'

export type OwnWorkParts = { hub: Hub<AppTables>; database: AccessDatabase; pokes: Pokes; log: (line: string) => void; everyMs: number }

/** One pass after the other until stopped; a pass that fails is logged and comes again. `stop` waits for the one under way. */
export const doOwnWork = ({ hub, database, pokes, log, everyMs }: OwnWorkParts): { stop(): Promise<void> } => {
  let stopped = false
  let wake = (): void => undefined
  const pause = (): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, everyMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const run = async (): Promise<void> => {
    while (!stopped) {
      try {
        pokes.tell(await expireDue(hub, await ownClient(database)))
        await forgetEnded(database.sql, hub.now())
      } catch (error) {
        log(`the hub's own work: ${error instanceof Error ? error.message : String(error)}`)
      }
      if (!stopped) await pause()
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}

/** Access tokens that have run out; a day later, since those of a revoked device say so until then. */
const forgetEnded = async (sql: Sql, now: number): Promise<void> => {
  await sql('delete from access_tokens where until < $1', [new Date(now - 24 * 3600_000)])
}
