// Clients, whose they are, and what people may do: statements that reading and writing transactions share.
import type { Membership } from '#shared/sync/scopes.ts'
import type { HubClient, Login } from '#shared/sync/store.ts'
import type { Query } from './query.ts'

export type FoundClient = HubClient & { epoch: string }

/** The client as this login sees it, and the hub's epoch. */
export const findClient = async (query: Query, id: string, { user, device }: Login): Promise<FoundClient | undefined> => (await query<FoundClient>(FIND, [id, user, device])).at(0)

/** Locks the client to the end of the transaction and registers it when it is new; in a group of another login it is not one's own. */
export const lockClient = async (query: Query, id: string, group: string, { user, device }: Login): Promise<HubClient & { epoch?: string }> => {
  const locked = async (): Promise<FoundClient | undefined> => (await query<FoundClient>(`${FIND} for no key update of c`, [id, user, device])).at(0)
  const known = await locked()
  if (known) return known
  await query('insert into client_groups (id, user_id, device_id) values ($1, $2, $3) on conflict (id) do nothing', [group, user, device])
  await query('insert into clients (id, group_id) select $1, id from client_groups where id = $2 and user_id = $3 and device_id = $4 on conflict (id) do nothing', [id, group, user, device])
  return (await locked()) ?? { own: false, revoked: false, last: 0, durable: 0 }
}

export const isRevoked = async (query: Query, id: string): Promise<boolean> => (await query('select from clients c join client_owners o using (group_id) where c.id = $1 and o.revoked', [id])).length > 0

export const membershipsOf = (query: Query, user: string): Promise<Membership[]> =>
  query<Membership>('select complex_id as complex, role, company_id as company from memberships where user_id = $1 and revoked_at is null order by complex_id, role, company_id', [user])

export const epochOf = async (query: Query): Promise<string> => (await query<{ epoch: string }>('select epoch from hub_meta'))[0].epoch

const FIND = `
  select (select epoch from hub_meta) as epoch, o.user_id = $2 and o.device_id = $3 as own, o.revoked, c.last_mutation_id as last, c.durable_mutation_id as durable
  from clients c join client_owners o using (group_id) where c.id = $1`
