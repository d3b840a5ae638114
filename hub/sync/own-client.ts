// The hub acts as a client of its own where no person does: it says that holds have run out.
import { randomUUID } from 'node:crypto'
import { argsHash } from '#shared/sync/args-hash.ts'
import { type Caller, type Hub, applyCommand } from '#shared/sync/apply-command.ts'
import { type Poke, PROTO } from '#shared/sync/protocol.ts'
import type { Login } from '#shared/sync/store.ts'
import type { AppTables } from '#shared/tables.ts'
import type { AccessDatabase, Sql } from '../auth/database.ts'
import { groupOf } from '../auth/login.ts'

export type OwnClient = { login: Login; client: string; group: string; complexes: string[] }

/** The hub's own user, device and client, made when they are not there yet, with its role in every complex that there is now. */
export const ownClient = ({ transaction }: AccessDatabase): Promise<OwnClient> =>
  transaction(async sql => {
    const user = await onlyOne(sql, 'select id from users where login = $1', 'insert into users (id, login, display) values ($2, $1, $1)', HUB_LOGIN)
    const device = await onlyOne(sql, "select id from devices where kind = 'hub' and name = $1", "insert into devices (id, kind, name) values ($2, 'hub', $1)", HUB_LOGIN)
    await sql("insert into memberships (user_id, complex_id, role) select $1, id, 'hub' from complexes on conflict do nothing", [user])
    const login = { user, device }
    const group = await groupOf(sql, login)
    const [held] = await sql<{ id: string }>('select id from clients where group_id = $1 order by id limit 1', [group])
    const complexes = await sql<{ id: string }>('select id from complexes order by id')
    return { login, client: held?.id ?? randomUUID(), group, complexes: complexes.map(one => one.id) }
  })

/** No login name can be that: it has no passphrase and nobody types it. */
const HUB_LOGIN = '(hub)'

const onlyOne = async (sql: Sql, find: string, make: string, name: string): Promise<string> => {
  const [held] = await sql<{ id: string }>(find, [name])
  if (held) return held.id
  const id = randomUUID()
  await sql(make, [name, id])
  return id
}

/**
 * Ends holds that have run out, and waiting for what has begun, as commands like any other: whoever waited moves up in the same
 * transaction. Gives what moved; what could not be done now is found again the next time.
 */
export const expireDue = async (hub: Hub<AppTables>, own: OwnClient): Promise<Poke[]> => {
  const moved: Poke[] = []
  for (const complex of own.complexes) {
    for (const id of await dueIn(hub, complex)) {
      const applied = await giveExpire(hub, own, complex, id)
      if (!applied.error) moved.push(...applied.moved)
    }
  }
  return moved
}

/** At once the first hundred of each kind. */
const AT_ONCE = 100

const dueIn = (hub: Hub<AppTables>, complex: string): Promise<string[]> =>
  hub.store.write(async t => {
    const tx = t.tx(complex)
    const now = hub.now()
    const held = await tx.listRange('bookings', 'status_hold', ['held', 0], ['held', now + 1])
    const waiting = await tx.listRange('bookings', 'status_start', ['waitlisted', 0], ['waitlisted', now + 1])
    return [...held.slice(0, AT_ONCE), ...waiting.slice(0, AT_ONCE)].map(({ id }) => id)
  })

const giveExpire = async (hub: Hub<AppTables>, { login, client, group }: OwnClient, complex: string, id: string) => {
  const { epoch, last } = await hub.store.read(async t => ({ epoch: await t.epoch(), last: (await t.client(client, login))?.last ?? 0 }))
  const caller: Caller = { login, client, group, epoch, proto: PROTO }
  const args = { complex, id, reason: null }
  const hash = await argsHash(args)
  return applyCommand(hub, caller, { mid: last + 1, name: 'bookings.expire', args, hash, clientTs: hub.now() })
}
