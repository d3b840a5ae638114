// The operator sends what a surrendered computer held, in the name of whose it is.
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { Hub } from '#shared/sync/apply-command.ts'
import type { PushedFor, PushRequest } from '#shared/sync/protocol.ts'
import { applyPush } from '#shared/sync/push.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import type { Login } from '#shared/sync/store.ts'
import type { AppTables } from '#shared/tables.ts'
import { writeAudit } from '../auth/audit.ts'
import type { AccessDatabase } from '../auth/database.ts'
import type { Pokes } from './pokes.ts'

export type PushForParts = { hub: Hub<AppTables>; database: AccessDatabase; pokes: Pokes }

/** By the rules that hold for the owner's own push. Its numbers are kept, so that the computer doubles nothing if it comes back. */
export const pushFor = async ({ hub, database, pokes }: PushForParts, asked: PushRequest): Promise<Result<PushedFor, Refusal>> => {
  const { group, client, commands } = asked
  const [login] = await database.sql<Login>('select user_id as user, device_id as device from client_groups where id = $1', [group])
  if (!login) return fail({ code: 'not-found' })
  const mids = commands.map(({ mid }) => mid)
  // Told before it is done: nothing is sent in another's name untold.
  await database.transaction(sql => writeAudit(sql, { action: 'pushed-for', target: group, detail: { client, mids } }))
  const { answer, moved } = await applyPush(hub, login, asked)
  pokes.tell(moved)
  if ('code' in answer) return fail(answer)
  const outcomes = await hub.store.read(t => t.outcomes(client, Math.min(...mids) - 1, Math.max(...mids)))
  return ok({ ...answer, outcomes })
}
