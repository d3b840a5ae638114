// The core's small app of shared/sync on PostgreSQL: one table of seats with its exclusion, and people who may take them.
import type { Hub } from '#shared/sync/apply-command.ts'
import { COMPLEX, type CoreTables, coreCommands, coreTables, uuid } from '#shared/sync/core.fixture.ts'
import type { PushRequest } from '#shared/sync/protocol.ts'
import type { Login } from '#shared/sync/store.ts'
import type { TestDatabase } from './database.fixture.ts'
import { hubStore } from './hub-store.ts'

export type CoreOnPostgres = { hub: Hub<CoreTables>; epoch: string }

export const coreOnPostgres = async ({ asOwner, pool }: TestDatabase): Promise<CoreOnPostgres> => {
  await asOwner(`
    create table seats (complex_id text collate "C", id text collate "C", rev bigint not null, data jsonb not null,
      "row" text collate "C", "from" bigint, "to" bigint, primary key (complex_id, id),
      constraint seats_slot_taken exclude using gist (complex_id with =, "row" with =, int8range("from", "to") with &&) where ((data ->> 'taken')::boolean));
    grant select, insert, update on seats to pinli_app;
    insert into complexes (id, name, district) values ('${COMPLEX}', '柯桥', '柯桥')`)
  for (let n = 1; n <= 4; n++) await addPerson(asOwner, { user: uuid(100 + n), device: uuid(400 + n) })
  const [{ epoch }] = await asOwner<{ epoch: string }>('select epoch from hub_meta')
  return { epoch, hub: { store: hubStore(pool, coreTables), commands: coreCommands, tables: coreTables, now: () => 1000, afterwards: () => Promise.resolve() } }
}

export const addPerson = async (asOwner: TestDatabase['asOwner'], { user, device }: Login, complex = COMPLEX): Promise<void> => {
  await asOwner('insert into users (id, login, display) values ($1, $1, $1)', [user])
  await asOwner("insert into devices (id, complex_id, kind, name, pubkey) values ($1, $2, 'desktop', $1, '')", [device, complex])
  await asOwner("insert into memberships (user_id, complex_id, role) values ($1, $2, 'front')", [user, complex])
}

/** The `n`th person's caller and push of one command. */
export const loginOf = (n: number): Login => ({ user: uuid(100 + n), device: uuid(400 + n) })
export const pushOf = (n: number, epoch: string, mid: number, name: string, args: object): PushRequest => ({
  proto: 1, schema: 1, epoch, group: uuid(300 + n), client: uuid(200 + n), commands: [{ mid, name, args: { complex: COMPLEX, ...args }, hash: `${n}-${mid}`, clientTs: 500 }],
})
