// A complex with its people and instruments, as a database that is copied for each measurement.
import pg from 'pg'
import { promote } from '../../hub/bookings/promotion.ts'
import { openSession } from '../../hub/auth/sessions.ts'
import { openDatabase } from '../../hub/db/database.ts'
import { hubStore } from '../../hub/db/hub-store.ts'
import { querying } from '../../hub/db/query.ts'
import { newId } from '../../renderer/db/new-id.ts'
import { commands } from '#shared/commands.ts'
import { type Caller, type Hub, applyCommand } from '#shared/sync/apply-command.ts'
import { PROTO, type SentCommand } from '#shared/sync/protocol.ts'
import { type AppTables, tables } from '#shared/tables.ts'
import { hubDatabaseProblemText } from '#shared/words/hub-database.ts'

/** `token`: an access token of 15 minutes. */
export type Member = Caller & { token: string; resource: string; next: number }

export type Opened = { pool: pg.Pool; hub: Hub<AppTables>; url: string; close: () => Promise<void> }

export type Worlds = { members: Member[]; epoch: string; company: string; complex: string; copy(name: string): Promise<string>; open(name: string): Promise<Opened> }

export const MEMBERS = 200
const HOUR = 3600_000
const FIRST = Date.UTC(2027, 0, 4)

export const hubOn = (pool: pg.Pool): Hub<AppTables> => ({ store: hubStore(pool, tables), commands, tables, now: Date.now, afterwards: promote })

export const openWorlds = async (server: string): Promise<Worlds> => {
  const addressOf = (name: string): string => Object.assign(new URL(server), { pathname: `/${name}` }).href
  const asServer = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await asServer('create database world')
  const world = await fill(addressOf('world'))
  const copy = async (name: string): Promise<string> => {
    await asServer(`create database ${name} template world`)
    return addressOf(name)
  }
  return {
    ...world,
    copy,
    open: async name => {
      const url = await copy(name)
      const opened = await openDatabase(url)
      if (!opened.ok) throw new Error(hubDatabaseProblemText(opened.problem, 'en'))
      const { pool, close } = opened.value
      return { url, pool, hub: hubOn(pool), close }
    },
  }
}

/** Each member has an instrument of their own, so that nobody waits for another but in the counters of the complex. */
export const nextPlace = ({ complex, company }: Pick<Worlds, 'complex' | 'company'>, member: Member): SentCommand => {
  const mid = ++member.next
  const start = FIRST + mid * HOUR
  const args = { complex, id: newId(), company, purpose: '', start, end: start + HOUR, slots: [{ id: newId(), resource: member.resource }] }
  return { mid, name: 'bookings.place', args, hash: `${member.client}/${mid}`, clientTs: start }
}

const fill = async (url: string): Promise<Pick<Worlds, 'members' | 'epoch' | 'company' | 'complex'>> => {
  const opened = await openDatabase(url)
  if (!opened.ok) throw new Error(hubDatabaseProblemText(opened.problem, 'en'))
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  const sql = querying(owner)
  const [complex, company] = [newId(), newId()]
  await sql("insert into complexes (id, name, district) values ($1, '柯桥综合体', '柯桥')", [complex])
  const [{ epoch }] = await sql<{ epoch: string }>('select epoch from hub_meta')
  const members: Member[] = []
  for (let n = 0; n < MEMBERS; n++) {
    const login = { user: newId(), device: newId() }
    await sql('insert into users (id, login, display) values ($1, $1, $1)', [login.user])
    await sql("insert into devices (id, complex_id, kind, name, pubkey) values ($1, $2, 'desktop', $1, '')", [login.device, complex])
    await sql("insert into memberships (user_id, complex_id, role) values ($1, $2, 'lab')", [login.user, complex])
    const { access: token } = await openSession(sql, login, Date.now())
    members.push({ login, client: newId(), group: newId(), epoch, proto: PROTO, token, resource: newId(), next: 0 })
  }
  const hub = hubOn(opened.value.pool)
  const give = async (name: string, args: object): Promise<void> => {
    const mid = ++members[0].next
    const applied = await applyCommand(hub, members[0], { mid, name, args, hash: `first/${mid}`, clientTs: 0 })
    if (applied.error) throw new Error(applied.error.code)
  }
  const hours = [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 0, to: 1440 }))
  await give('companies.register', { complex, id: company, name: '甲织造', uscc: null, address: null, contact: null, phone: null })
  for (const { resource } of members) await give('resources.add', { complex, id: resource, name: '拉力机', lanes: 1, approval: false, open: false, hours, granuleMin: 60, beforeMin: 0, afterMin: 0, holdMin: 120 })
  const { rows } = await owner.query("select from commands where outcome <> 'applied'")
  if (rows.length > 0) throw new Error('the world was not made')
  await owner.end()
  await opened.value.close()
  return { members, epoch, company, complex }
}
