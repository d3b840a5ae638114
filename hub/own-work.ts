// What the hub does by the clock.
import type { Hub } from '#shared/sync/apply-command.ts'
import type { AppTables } from '#shared/tables.ts'
import type { AccessDatabase, Sql } from './auth/database.ts'
import { type Repeating, repeat } from './repeat.ts'
import { expireDue, ownClient } from './sync/own-client.ts'
import type { Pokes } from './sync/pokes.ts'

export type OwnWorkParts = { hub: Hub<AppTables>; database: AccessDatabase; pokes: Pokes; log: (line: string) => void; everyMs: number }

export const doOwnWork = ({ hub, database, pokes, log, everyMs }: OwnWorkParts): Repeating => {
  const pass = async (): Promise<number> => {
    pokes.tell(await expireDue(hub, await ownClient(database)))
    await forgetEnded(database.sql, hub.now())
    return everyMs
  }
  return repeat("the hub's own work", pass, { firstMs: 0, againMs: everyMs }, log)
}

/** Access tokens that have run out; a day later, since those of a revoked device say so until then. */
const forgetEnded = async (sql: Sql, now: number): Promise<void> => {
  await sql('delete from access_tokens where until < $1', [new Date(now - 24 * 3600_000)])
}
