// Who comes in: a person with a passphrase, on a device that the hub knows.
import { randomUUID } from 'node:crypto'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type LoginRequest, PASSPHRASE_MIN, type Session, loginProof } from '#shared/sync/login.ts'
import { Undo } from '#shared/sync/store.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import type { Login } from '#shared/sync/store.ts'
import { writeAudit } from './audit.ts'
import type { AccessDatabase, Sql } from './database.ts'
import { type Challenges, isSigned } from './device-proof.ts'
import type { Passwords } from './passwords.ts'
import { hashOf, isSame, readCode } from './secrets.ts'
import { PAGE_MS, REFRESH_MS, type Tokens, endSessions, noteTold, openSession } from './sessions.ts'
import type { Throttle } from './throttle.ts'

export type LoginParts = { database: AccessDatabase; passwords: Passwords; challenges: Challenges; accounts: Throttle; addresses: Throttle; now: () => number }

/** `holds`: the desk keeps the refresh token itself. */
export type LoggedIn = { login: Login; tokens: Tokens; group: string; holds: boolean }

/** `address` is where the request comes from: wrong tries are counted for it and for the account. */
export const logIn = async (parts: LoginParts, asked: LoginRequest, address: string): Promise<Result<LoggedIn, Refusal>> => {
  const { database: { sql, transaction }, accounts, addresses, now } = parts
  const tries = [accounts.try(asked.login), addresses.try(address)]
  for (const one of tries) if ('retryAfter' in one) return fail({ code: 'locked', retryAfter: one.retryAfter })
  const left = Math.min(...tries.map(one => ('left' in one ? one.left : 0)))
  const [user] = await sql<UserRow>('select id, pw_hash, secret_hash, secret_until, disabled_at from users where login = $1', [asked.login])
  const bySecret = (user?.secret_until?.getTime() ?? 0) > now() && isSame(user.secret_hash, hashOf(readCode(asked.password)))
  const byPassword = await parts.passwords.matches(user?.pw_hash ?? null, asked.password)
  if (byPassword === null) return fail({ code: 'busy', retryAfter: 5 })
  if (!user || user.disabled_at || !(bySecret || byPassword)) {
    await writeAudit(sql, { actor: user?.id ?? null, action: 'login-refused', detail: { address } })
    return fail({ code: 'wrong-login', left })
  }
  accounts.forgive(asked.login)
  addresses.forgive(address)
  if (bySecret && asked.newPassword === undefined) return fail({ code: 'choose-password' })
  if (asked.newPassword !== undefined && isWeak(asked.newPassword, asked)) return fail({ code: 'weak-password', min: PASSPHRASE_MIN })
  const newHash = asked.newPassword === undefined ? undefined : await parts.passwords.hash(asked.newPassword)
  if (newHash === null) return fail({ code: 'busy', retryAfter: 5 })
  return transaction(async sql => {
    // A secret is good once, and what was right a moment ago may have been taken back meanwhile: from here on the two follow one another.
    const known = [user.id, user.pw_hash, user.secret_hash]
    const still = newHash === undefined ? await sql(`select from users ${AS_KNOWN} for share`, known) : await sql(`update users set pw_hash = $4, secret_hash = null, secret_until = null ${AS_KNOWN} returning id`, [...known, newHash])
    if (still.length === 0) throw new Undo<Refusal>({ code: 'wrong-login', left })
    const [member] = await sql<{ complex: string }>('select complex_id as complex from memberships where user_id = $1 and revoked_at is null order by granted_at limit 1', [user.id])
    if (!member) throw new Undo<Refusal>({ code: 'forbidden' })
    const device = await deviceOf(sql, parts.challenges, asked, user.id, member.complex)
    if (newHash !== undefined) await endSessions(sql, 'user_id = $1', user.id, now())
    const login = { user: user.id, device: device.id }
    const group = await groupOf(sql, login, asked.group)
    const tokens = await openSession(sql, login, now(), asked.holds && !device.keyed ? PAGE_MS : REFRESH_MS)
    await sql('update devices set last_seen = $2 where id = $1', [device.id, new Date(now())])
    await writeAudit(sql, { complex: device.complex, actor: user.id, device: device.id, action: newHash === undefined ? 'login' : 'login-new-password', detail: { address } })
    return ok({ login, tokens, group, holds: device.keyed || (asked.holds ?? false) })
  }).catch(async (error: unknown) => {
    if (!(error instanceof Undo)) throw error
    const problem = error.problem as Refusal
    if (problem.code === 'device-revoked' && asked.device) await noteTold(sql, asked.device.id, now())
    return fail(problem)
  })
}

const AS_KNOWN = 'where id = $1 and disabled_at is null and pw_hash is not distinct from $2 and secret_hash is not distinct from $3'

/** What a session says of its user, beside the tokens. */
export const describeLogin = async (sql: Sql, { user, device }: Login, group: string): Promise<Pick<Session, 'user' | 'login' | 'display' | 'device' | 'group' | 'memberships' | 'epoch'>> => {
  const [person] = await sql<{ login: string; display: string; epoch: string }>('select login, display, (select epoch from hub_meta) as epoch from users where id = $1', [user])
  const memberships = await sql<Session['memberships'][number]>(
    `select m.complex_id as complex, m.role, m.company_id as company, c.name as "complexName" from memberships m join complexes c on c.id = m.complex_id
     where m.user_id = $1 and m.revoked_at is null and m.role <> 'hub' order by m.complex_id, m.role`,
    [user],
  )
  return { user, device, group, ...person, memberships }
}

/** The one group of a user on a device; what the desk has made before its first login is taken over. */
export const groupOf = async (sql: Sql, { user, device }: Login, offered?: string): Promise<string> => {
  await sql('select 1 from devices where id = $1 for update', [device])
  const [held] = await sql<{ id: string }>('select id from client_groups where user_id = $1 and device_id = $2 order by id limit 1', [user, device])
  if (held) return held.id
  for (const id of [offered, randomUUID()]) {
    const made = id === undefined ? [] : await sql<{ id: string }>('insert into client_groups (id, user_id, device_id) values ($1, $2, $3) on conflict do nothing returning id', [id, user, device])
    if (made[0]) return made[0].id
  }
  throw new Error('no group could be made')
}

type UserRow = { id: string; pw_hash: string | null; secret_hash: Buffer | null; secret_until: Date | null; disabled_at: Date | null }
type KnownDevice = { id: string; complex: string; keyed: boolean }

const deviceOf = async (sql: Sql, challenges: Challenges, { device, login, holds }: LoginRequest, user: string, complex: string): Promise<KnownDevice> => {
  if (!device) {
    const id = randomUUID()
    await sql("insert into devices (id, complex_id, kind, name) values ($1, $2, 'browser', $3)", [id, complex, holds ? '浏览器（未加密）' : '浏览器'])
    return { id, complex, keyed: false }
  }
  const [held] = await sql<{ id: string; complex: string; kind: string; pubkey: Buffer | null; revoked_at: Date | null; wipe: boolean }>('select id, complex_id as complex, kind, pubkey, revoked_at, wipe from devices where id = $1', [device.id])
  const { challenge = '', signature = '' } = device
  const proved = held?.pubkey ? challenges.take(challenge, held.id) && isSigned(held.pubkey, loginProof(challenge, held.id, login), signature) : held?.kind === 'browser' && (await hasLoggedIn(sql, user, held.id))
  if (!held || !proved) throw new Undo<Refusal>({ code: 'device-refused' })
  if (held.revoked_at) throw new Undo<Refusal>({ code: 'device-revoked', wipe: held.wipe })
  return { id: held.id, complex: held.complex, keyed: held.pubkey !== null }
}

/** A browser has no key: it is known by those who have used it. */
const hasLoggedIn = async (sql: Sql, user: string, device: string): Promise<boolean> => (await sql('select 1 from logins where user_id = $1 and device_id = $2 limit 1', [user, device])).length > 0

const isWeak = (chosen: string, { login, password }: LoginRequest): boolean => [...chosen].length < PASSPHRASE_MIN || chosen.toLowerCase() === login || chosen === password
