// People and what they may do. An admin sees and changes those who belong to a complex of his.
import { randomUUID } from 'node:crypto'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { GrantedMembership, UserChange, UserChanged, UserList } from '#shared/sync/login.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import { Undo } from '#shared/sync/store.ts'
import type { Admin } from './admin.ts'
import { writeAudit } from './audit.ts'
import type { AccessDatabase, Sql } from './database.ts'
import { CODE_MS } from './enrolment.ts'
import { hashOf, newCode } from './secrets.ts'
import { endSessions } from './sessions.ts'
import type { Throttle } from './throttle.ts'

export type UserParts = { database: AccessDatabase; accounts: Throttle; now: () => number }

export const listUsers = async ({ database: { sql }, accounts, now }: UserParts, { complexes }: Admin): Promise<UserList> => {
  const rows = await sql<{ id: string; login: string; display: string; disabled: boolean; joined: boolean; made_at: Date; memberships: GrantedMembership[]; devices: number; seen: Date | null; secret_until: Date | null }>(
    `select u.id, u.login, u.display, u.disabled_at is not null as disabled, u.pw_hash is not null as joined, u.made_at, u.secret_until,
     json_agg(json_build_object('complex', m.complex_id, 'role', m.role, 'company', m.company_id) order by m.complex_id, m.role) as memberships,
     (select count(distinct device_id)::int from logins l where l.user_id = u.id and l.revoked_at is null) as devices, (select max(last_seen) from logins l where l.user_id = u.id) as seen
     from users u join memberships m on m.user_id = u.id and m.revoked_at is null and m.role <> 'hub' and m.complex_id = any($1) group by u.id order by u.login`,
    [complexes],
  )
  const users = rows.map(({ made_at: made, seen, secret_until: until, ...user }) => ({
    ...user, created: made.getTime(), lastSeen: seen?.getTime() ?? null, lockedUntil: accounts.lockedUntil(user.login), secretUntil: until && until.getTime() > now() ? until.getTime() : null,
  }))
  return { users }
}

/** `changed`: whose access is another now. */
export const changeUser = async (parts: UserParts, admin: Admin, change: UserChange): Promise<Result<{ said: UserChanged; changed: string }, Refusal>> =>
  parts.database
    .transaction(async sql => {
      const user = change.do === 'add' ? randomUUID() : change.user
      const said = await make(sql, parts, admin, change, user)
      await writeAudit(sql, { actor: admin.user, action: `user-${change.do}`, target: user, detail: { ...('memberships' in change && { memberships: change.memberships }) } })
      return ok({ said: { user, ...said }, changed: user })
    })
    .catch((error: unknown) => {
      if (error instanceof Undo) return fail(error.problem as Refusal)
      throw error
    })

type Said = Omit<UserChanged, 'user'>

const make = async (sql: Sql, { accounts, now }: UserParts, admin: Admin, change: UserChange, user: string): Promise<Said> => {
  if (change.do === 'add') {
    const added = await sql('insert into users (id, login, display) values ($1, $2, $3) on conflict do nothing returning id', [user, change.login, change.display])
    if (added.length === 0) throw new Undo<Refusal>({ code: 'login-taken' })
    await grant(sql, admin, user, change.memberships)
    return giveSecret(sql, user, now())
  }
  const login = await lockUser(sql, admin, user, change.do !== 'roles')
  switch (change.do) {
    case 'roles':
      await sql('update memberships set revoked_at = $3 where user_id = $1 and complex_id = any($2) and revoked_at is null', [user, admin.complexes, new Date(now())])
      await grant(sql, admin, user, change.memberships)
      return {}
    case 'secret':
      accounts.forgive(login)
      await endSessions(sql, 'user_id = $1', user, now())
      await sql('update users set pw_hash = null where id = $1', [user])
      return giveSecret(sql, user, now())
    case 'disable':
      await endSessions(sql, 'user_id = $1', user, now())
      await sql('update users set disabled_at = $2 where id = $1 and disabled_at is null', [user, new Date(now())])
      return {}
    case 'unlock':
      accounts.forgive(login)
      return {}
    case 'enable':
      await sql('update users set disabled_at = null where id = $1', [user])
      return {}
  }
}

/** A person who belongs to none of the admin's complexes isn't found. `whole`: it touches the account, so all of them must be his. */
const lockUser = async (sql: Sql, { user: asking, complexes }: Admin, user: string, whole: boolean): Promise<string> => {
  const [held] = await sql<{ login: string }>('select login from users where id = $1 for update', [user])
  const member = await sql<{ complex: string; role: string }>('select distinct complex_id as complex, role from memberships where user_id = $1 and (revoked_at is null or $2)', [user, asking === null])
  if (!held || member.some(({ role }) => role === 'hub') || !member.some(({ complex }) => complexes.includes(complex))) throw new Undo<Refusal>({ code: 'not-found' })
  if (user === asking || (whole && !member.every(({ complex }) => complexes.includes(complex)))) throw new Undo<Refusal>({ code: 'forbidden' })
  return held.login
}

const grant = async (sql: Sql, { complexes }: Admin, user: string, memberships: readonly GrantedMembership[]): Promise<void> => {
  for (const { complex, role, company } of memberships) {
    if (!complexes.includes(complex)) throw new Undo<Refusal>({ code: 'not-found' })
    if ((role === 'company') !== (company !== null)) throw new Undo<Refusal>({ code: 'malformed', where: 'memberships.company' })
    if (company !== null) {
      await sql("select set_config('pinli.complex', $1, true)", [complex])
      if ((await sql('select 1 from companies where complex_id = $1 and id = $2', [complex, company])).length === 0) throw new Undo<Refusal>({ code: 'not-found' })
    }
    await sql('insert into memberships (user_id, complex_id, role, company_id) values ($1, $2, $3, $4) on conflict (user_id, complex_id, role, company_id) do update set revoked_at = null, granted_at = now()', [user, complex, role, company])
  }
}

const giveSecret = async (sql: Sql, user: string, now: number): Promise<Said> => {
  const secret = newCode()
  await sql('update users set secret_hash = $2, secret_until = $3 where id = $1', [user, hashOf(secret), new Date(now + CODE_MS)])
  return { secret, secretUntil: now + CODE_MS }
}
