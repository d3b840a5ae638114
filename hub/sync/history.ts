// Who changed a record, told to whoever may see the record itself.
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type HistoryReply, type HistoryRequest, saidBy } from '#shared/sync/history.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import type { Scope } from '#shared/sync/scopes.ts'
import type { AccessDatabase } from '../auth/database.ts'

const STEPS = 100

/** Commands that were refused have changed nothing and are not told. A record outside the scopes is not found. */
export const readHistory = (database: AccessDatabase, scopes: readonly Scope[], { table, complex, id }: HistoryRequest): Promise<Result<HistoryReply, Refusal>> =>
  database.transaction(async sql => {
    await sql("select set_config('pinli.scopes', $1, true)", [scopes.join(' ')])
    if ((await sql(`select 1 from ${table} where complex_id = $1 and id = $2`, [complex, id])).length === 0) return fail({ code: 'not-found' })
    const found = await sql<{ at: number; name: string; args: unknown; by: string; letter: string | null; device: string; kind: string }>(
      `select c.server_ts as at, c.name, c.args, u.display as by, d.letter, d.name as device, d.kind
       from commands c join clients k on k.id = c.client_id join client_groups g on g.id = k.group_id join users u on u.id = g.user_id join devices d on d.id = g.device_id
       where c.record = $1 and c.outcome <> 'rejected' and c.name like $2 order by c.server_ts desc, c.client_id, c.mid desc limit $3`,
      [`${complex}/${id}`, `${table}.%`, STEPS + 1],
    )
    const steps = found.slice(0, STEPS).map(({ args, kind, by, ...step }) => ({ ...step, by: kind === 'hub' ? null : by, ...saidBy(args) }))
    return ok({ steps, more: found.length > STEPS })
  })
