import { type Scope, scopesOf } from '#shared/sync/scopes.ts'
import type { HubRead } from '#shared/sync/store.ts'
import type { TableMap } from '#shared/sync/tx.ts'
import { epochOf, findClient, membershipsOf } from './clients.ts'
import { outcomesOf } from './commands.ts'
import type { FeedReader } from './feed.ts'
import type { Query } from './query.ts'

/** A reading transaction: one snapshot. Rows show once `access` has said whose scopes may be read. */
export const hubRead = <T extends TableMap>(query: Query, readFeed: FeedReader<T>): HubRead<T> => {
  let epoch: string | undefined
  let granted: Counters = {}
  return {
    epoch: async () => (epoch ??= await epochOf(query)),
    client: async (id, login) => {
      const found = await findClient(query, id, login)
      epoch = found?.epoch
      return found
    },
    access: async user => {
      const access = { user, memberships: await membershipsOf(query, user) }
      granted = await grant(query, scopesOf(access))
      return access
    },
    scope: scope => Promise.resolve(granted[scope] ?? { ver: 0, horizon: 0 }),
    rowsAfter: (scope, ver, limit) => readFeed(query, scope, ver, limit),
    outcomes: (client, above, last) => outcomesOf(query, client, above, last),
  }
}

type Counters = { [scope: string]: { ver: number; horizon: number } }

/** Opens the wall for these scopes to the end of the transaction; gives their counters. */
const grant = async (query: Query, scopes: readonly Scope[]): Promise<Counters> => {
  const [{ counters }] = await query<{ counters: Counters }>(
    `select set_config('pinli.scopes', array_to_string($1::text[], ' '), true) as wall,
      (select coalesce(json_object_agg(name, json_build_object('ver', ver, 'horizon', horizon)), '{}') from scopes where name = any($1)) as counters`,
    [scopes],
  )
  return counters
}
