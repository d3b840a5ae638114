// What the hub's database holds, as one value: written before a seed, read and compared when it is at rest.
import type pg from 'pg'
import { rowOf, rowTables, rulesOf } from '../../hub/db/row-tables.ts'
import type { ClientRow, HubState } from '#shared/sync/memory-hub-state.fixture.ts'
import { emptyHub } from '#shared/sync/memory-hub-state.fixture.ts'
import type { Membership, Scope } from '#shared/sync/scopes.ts'
import type { StoredCommand } from '#shared/sync/store.ts'
import type { Row } from '#shared/sync/tx.ts'
import { tables } from '#shared/tables.ts'
import { COMPLEX, HUB, PEOPLE } from './world.ts'

/** The complex, its people and their devices: the same for all seeds. */
export const writeWorld = async (owner: pg.ClientBase): Promise<void> => {
  await owner.query("insert into complexes (id, name, district) values ($1, '柯桥', '柯桥')", [COMPLEX])
  for (const { user, device } of [...PEOPLE, HUB]) {
    await owner.query('insert into users (id, login, display) values ($1, $1, $1)', [user])
    await owner.query("insert into devices (id, complex_id, kind, name, pubkey) values ($1, $2, 'desktop', $1, '')", [device, COMPLEX])
  }
}

/** In place of all that was there. */
export const writeState = async (owner: pg.ClientBase, state: HubState): Promise<void> => {
  const names = [...REFERRED, ...rulesOf(tables).map(([name]) => name).filter(name => !REFERRED.includes(name))]
  await owner.query(['begin', ...['memberships', ...[...names].reverse(), 'commands', 'clients', 'client_groups', 'sync_rows', 'scopes'].map(name => `delete from ${name}`)].join('; '))
  await owner.query('update hub_meta set epoch = $1', [state.epoch])
  const statements = rowTables(tables)
  for (const name of names) for (const row of state.rows.get(name)!.values()) await owner.query(statements.get(name)!.insert, [row.complex, row.id, ...statements.get(name)!.valuesOf(row)])
  for (const [name, { ver, horizon }] of state.scopes) await owner.query('insert into scopes values ($1, $2, $3)', [name, ver, horizon])
  for (const [scope, feed] of state.feeds) {
    const rows = [...feed].map(([key, { ver, gone }]) => ({ tbl: key.split('/')[0], id: key.split('/')[1], ver, gone }))
    await owner.query('insert into sync_rows (scope, complex_id, tbl, id, ver, gone) select $1, $2, tbl, id, ver, gone from json_to_recordset($3) as r (tbl text, id text, ver bigint, gone boolean)', [scope, COMPLEX, JSON.stringify(rows)])
  }
  for (const [id, { group, user, device, last, durable }] of state.clients) {
    await owner.query('insert into client_groups values ($1, $2, $3) on conflict do nothing', [group, user, device])
    await owner.query('insert into clients values ($1, $2, $3, $4)', [id, group, last, durable])
  }
  for (const { client, mid, name, args, hash, dependsOn, clientTs, proto, serverTs, outcome, code, facts } of [...state.commands.values()].flatMap(commands => [...commands.values()])) {
    await owner.query('insert into commands values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', [client, mid, name, JSON.stringify(args), hash, dependsOn, clientTs, proto, serverTs, outcome, code, JSON.stringify(facts)])
  }
  await owner.query('commit')
  await writeChange(owner, state)
}

/** What an operator does beside the commands: access, durable backups, forgotten tombstones. */
export const writeChange = async (owner: pg.ClientBase, { memberships, revokedDevices, clients, scopes }: HubState): Promise<void> => {
  await owner.query('begin')
  await owner.query('update memberships set revoked_at = now()')
  for (const [user, held] of memberships) {
    for (const { complex, role, company } of held) await owner.query('insert into memberships values ($1, $2, $3, $4) on conflict (user_id, complex_id, role, company_id) do update set revoked_at = null', [user, complex, role, company])
  }
  await owner.query('update devices set revoked_at = case when id = any($1) then now() end', [[...revokedDevices]])
  for (const [id, { durable }] of clients) await owner.query('update clients set durable_mutation_id = $2 where id = $1', [id, durable])
  for (const [scope, { horizon }] of scopes) {
    await owner.query('update scopes set horizon = $2 where name = $1', [scope, horizon])
    await owner.query('delete from sync_rows where scope = $1 and gone and ver <= $2', [scope, horizon])
  }
  await owner.query('commit')
}

/** Rows that others refer to, in the order in which they have to come. */
const REFERRED = ['companies', 'resources', 'instruments', 'bookings', 'indicator_sets', 'benchmarks']

export const readState = async (owner: pg.ClientBase): Promise<HubState> => {
  const all = async <R extends pg.QueryResultRow>(sql: string): Promise<R[]> => (await owner.query<R>(sql)).rows
  const [{ epoch }] = await all<{ epoch: string }>('select epoch from hub_meta')
  const state = emptyHub(tables, epoch)
  for (const [name, rule] of rulesOf(tables)) for (const { row } of await all<{ row: Row }>(`select ${rowOf(rule)} as row from ${name} t`)) state.rows.get(name)!.set(row.id, row)
  for (const { name, ...counter } of await all<{ name: Scope; ver: number; horizon: number }>('select * from scopes')) {
    state.scopes.set(name, counter)
    state.feeds.set(name, new Map())
  }
  for (const { scope, key, ...at } of await all<{ scope: Scope; key: string; ver: number; gone: boolean }>("select scope, tbl || '/' || id as key, ver, gone from sync_rows order by ver")) state.feeds.get(scope)!.set(key, at)
  for (const { id, ...client } of await all<ClientRow & { id: string }>('select id, user_id as user, device_id as device, group_id as "group", last_mutation_id as last, durable_mutation_id as durable from clients join client_owners using (group_id)')) state.clients.set(id, client)
  const stored = await all<StoredCommand>('select client_id as client, mid, name, args, args_hash as hash, depends_on as "dependsOn", client_ts as "clientTs", proto, server_ts as "serverTs", outcome, code, facts from commands order by mid')
  for (const command of stored) state.commands.set(command.client, (state.commands.get(command.client) ?? new Map<number, StoredCommand>()).set(command.mid, command))
  for (const { user, ...held } of await all<Membership & { user: string }>('select user_id as user, complex_id as complex, role, company_id as company from memberships where revoked_at is null')) state.memberships.set(user, [held])
  for (const { id } of await all<{ id: string }>('select id from devices where revoked_at is not null')) state.revokedDevices.add(id)
  return state
}
