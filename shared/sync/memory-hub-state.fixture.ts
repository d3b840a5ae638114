// What the hub's database in memory holds.
import type { RowMaps } from './memory-rows.fixture.ts'
import type { Membership, Scope } from './scopes.ts'
import type { HubClient, Login, StoredCommand } from './store.ts'
import type { TableRule, Tables } from './tables.ts'
import type { Row, TableMap } from './tx.ts'

export type HubState = {
  epoch: string
  rows: RowMaps
  scopes: Map<Scope, { ver: number; horizon: number }>
  /** Rows of a scope, oldest version first: key `table/id`. */
  feeds: Map<Scope, Map<string, { ver: number; gone: boolean }>>
  clients: Map<string, ClientRow>
  commands: Map<string, Map<number, StoredCommand>>
  memberships: Map<string, readonly Membership[]>
  revokedDevices: Set<string>
}
export type ClientRow = Login & { group: string; last: number; durable: number }

export const emptyHub = <T extends TableMap>(tables: Tables<T>, epoch: string): HubState => ({
  epoch,
  rows: new Map(Object.keys(tables).map(table => [table, new Map<string, Row>()])),
  scopes: new Map(),
  feeds: new Map(),
  clients: new Map(),
  commands: new Map(),
  memberships: new Map(),
  revokedDevices: new Set(),
})

export const copyState = (state: HubState): HubState => ({
  epoch: state.epoch,
  rows: nested(state.rows),
  scopes: new Map(state.scopes),
  feeds: nested(state.feeds),
  clients: new Map(state.clients),
  commands: nested(state.commands),
  memberships: new Map(state.memberships),
  revokedDevices: new Set(state.revokedDevices),
})

const nested = <K, L, V>(maps: Map<K, Map<L, V>>): Map<K, Map<L, V>> => new Map([...maps].map(([key, map]) => [key, new Map(map)]))

/** True when the row stands in the way of another that occupies its place; `mine` go before the committed ones. */
export const overlaps = <T extends TableMap>(tables: Tables<T>, table: string, row: Row, committed: Iterable<Row>, mine: ReadonlyMap<string, Row>): boolean => {
  const rule = (tables[table] as TableRule<Row>).exclusive
  if (!rule?.when(row)) return false
  const value = (of: Row, field: string): unknown => (of as unknown as { [field: string]: unknown })[field]
  const clashes = (other: Row): boolean =>
    other.id !== row.id && rule.when(other) && rule.same.every(field => value(other, field) === value(row, field)) &&
    (value(other, rule.from) as number) < (value(row, rule.to) as number) && (value(row, rule.from) as number) < (value(other, rule.to) as number)
  for (const other of mine.values()) if (clashes(other)) return true
  for (const other of committed) if (!mine.has(other.id) && clashes(other)) return true
  return false
}

export const clientFor = (state: HubState, id: string, login: Login): HubClient | undefined => {
  const client = state.clients.get(id)
  return client && { own: client.user === login.user && client.device === login.device, revoked: state.revokedDevices.has(client.device), last: client.last, durable: client.durable }
}
