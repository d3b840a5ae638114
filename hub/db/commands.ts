// Commands with their outcomes.
import { recordOf } from '#shared/sync/history.ts'
import type { Outcome } from '#shared/sync/protocol.ts'
import type { StoredCommand } from '#shared/sync/store.ts'
import type { Query } from './query.ts'

export const findCommand = async (query: Query, client: string, mid: number): Promise<StoredCommand | undefined> => {
  const [found] = await query<Nullable<StoredCommand>>(
    `select client_id as client, mid, name, args, args_hash as hash, depends_on as "dependsOn", client_ts as "clientTs", proto, server_ts as "serverTs", outcome, code, facts
    from commands where client_id = $1 and mid = $2`,
    [client, mid],
  )
  return found && withoutNull(found)
}

/** Stores the outcome and moves the client's last mutation id to it. */
export const recordCommand = async (query: Query, { client, mid, name, args, hash, dependsOn, clientTs, proto, serverTs, outcome, code, facts }: StoredCommand): Promise<void> => {
  const moved = await query(
    `with command as (insert into commands (client_id, mid, name, args, args_hash, depends_on, client_ts, proto, server_ts, outcome, code, facts, record)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))
    update clients set last_mutation_id = $2 where id = $1 returning id`,
    [client, mid, name, JSON.stringify(args ?? null), hash, dependsOn, clientTs, proto, serverTs, outcome, code, JSON.stringify(facts), recordOf(args)],
  )
  if (moved.length === 0) throw new Error(`client ${client} is not known`)
}

/** In the transaction that takes the command; `target` is what it speaks of, as `recordOf` names it. */
export const auditCommand = async (query: Query, { client, name, args }: Pick<StoredCommand, 'client' | 'name' | 'args'>): Promise<void> => {
  const record = recordOf(args)
  await query(
    `insert into audit (complex_id, actor, device, action, target) select $2, g.user_id, g.device_id, $3, $4 from clients c join client_groups g on g.id = c.group_id where c.id = $1`,
    [client, record?.split('/')[0] ?? null, name, record],
  )
}

export const outcomesOf = async (query: Query, client: string, above: number, last: number): Promise<Outcome[]> =>
  (await query<Nullable<Outcome>>('select mid, outcome, code, facts from commands where client_id = $1 and mid > $2 and mid <= $3 order by mid', [client, above, last])).map(withoutNull)

type Nullable<R> = { [K in keyof R]: R[K] | null }

/** What is null in a column is missing in the object. */
const withoutNull = <R extends object>(found: Nullable<R>): R => Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null)) as R
