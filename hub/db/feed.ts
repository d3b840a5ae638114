// The feed of a scope: which row changed in it, and at which version.
import type { Poke } from '#shared/sync/protocol.ts'
import type { Scope } from '#shared/sync/scopes.ts'
import type { Touch } from '#shared/sync/store.ts'
import type { Tables } from '#shared/sync/tables.ts'
import type { Row, TableMap, TableName } from '#shared/sync/tx.ts'
import type { Query } from './query.ts'
import { anyRow } from './row-tables.ts'

/**
 * One new version of its scope for every touch. The counters are locked one after the other in the order of the touches, which is
 * sorted; from here to the commit a scope belongs to this transaction, so that no version appears below one that was read.
 */
export const touchScopes = (query: Query, complex: string, touches: readonly Touch[]): Promise<Poke[]> =>
  query<Poke>(TOUCH, [complex, touches.map(({ scope }) => scope), touches.map(({ table }) => table), touches.map(({ id }) => id), touches.map(({ gone }) => gone)])

const TOUCH = `
  with touched as (
    select scope, tbl, id, gone, row_number() over (partition by scope order by place) as n, place
    from unnest($2::text[], $3::text[], $4::text[], $5::boolean[]) with ordinality as t (scope, tbl, id, gone, place)),
  counted as (
    insert into scopes (name, ver) select scope, count(*) from touched group by scope order by min(place)
    on conflict (name) do update set ver = scopes.ver + excluded.ver returning name, ver),
  stood as (
    insert into sync_rows (scope, complex_id, tbl, id, ver, gone)
    select t.scope, $1, t.tbl, t.id, c.ver - (select count(*) from touched o where o.scope = t.scope) + t.n, t.gone from touched t join counted c on c.name = t.scope
    on conflict (scope, complex_id, tbl, id) do update set ver = excluded.ver, gone = excluded.gone, at = now())
  select name as scope, ver from counted order by name`

type FeedRow<T extends TableMap> = { table: TableName<T>; id: string; ver: number; row: Row | null }

export type FeedReader<T extends TableMap> = (query: Query, scope: Scope, ver: number, limit: number) => Promise<FeedRow<T>[]>

/** Reads a feed with the rows as they are now, in one statement. */
export const feedReader = <T extends TableMap>(tables: Tables<T>): FeedReader<T> => {
  const sql = `
    select s.tbl as "table", s.id, s.ver, s.gone, r.row
    from (select complex_id, tbl, id, ver, gone from sync_rows where scope = $1 and ver > $2 order by ver limit $3) s
    left join lateral (${anyRow(tables, 's.tbl', 's.complex_id', 's.id')}) r on not s.gone
    order by s.ver`
  return async (query, scope, ver, limit) =>
    (await query<FeedRow<T> & { gone: boolean }>(sql, [scope, ver, limit])).map(({ gone, ...found }) => {
      if (!gone && found.row === null) throw new Error(`${found.table}/${found.id} stands in ${scope} and is not to be seen there`)
      return found
    })
}
