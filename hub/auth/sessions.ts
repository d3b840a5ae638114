// Tokens: an opaque access token for minutes, and a refresh token that is good once.
import { randomBytes, randomUUID } from 'node:crypto'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type Session, refreshProof } from '#shared/sync/login.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import type { Login } from '#shared/sync/store.ts'
import { writeAudit } from './audit.ts'
import type { AccessDatabase, Sql } from './database.ts'
import { isSigned } from './device-proof.ts'
import { hashOf, isSame, newToken } from './secrets.ts'

export const ACCESS_MS = 15 * 60_000
export const REFRESH_MS = 30 * 24 * 3600_000
/** Of a page that holds the token itself: it renews every quarter of an hour while it stands, and the line is not encrypted. */
export const PAGE_MS = 3600_000
/** An answer that got lost may be asked for again with the same token so long. */
const LOST_ANSWER_MS = 60_000

/** Whose request it is. `until`: end of the access token, ms. */
export type Caller = { login: Login; session: string; until: number }

export type Tokens = Pick<Session, 'access' | 'accessUntil' | 'refreshUntil'> & { refresh: string }

/** Asked on every request, so that whatever is taken back is taken back at once. */
export const whoseToken = async (sql: Sql, token: string, now: number): Promise<Result<Caller, Refusal>> => {
  const [found] = await sql<{ user: string; device: string; session: string; until: Date; ended: boolean; revoked: boolean; wipe: boolean }>(
    `select l.user_id as user, l.device_id as device, l.id as session, a.until, l.revoked_at is not null or u.disabled_at is not null as ended, d.revoked_at is not null as revoked, d.wipe
     from access_tokens a join logins l on l.id = a.login_id join users u on u.id = l.user_id join devices d on d.id = l.device_id where a.hash = $1`,
    [hashOf(token)],
  )
  if (!found) return fail({ code: 'not-logged-in' })
  if (found.revoked) {
    await noteTold(sql, found.device, now)
    return fail({ code: 'device-revoked', wipe: found.wipe })
  }
  if (found.ended || found.until.getTime() <= now) return fail({ code: 'not-logged-in' })
  return ok({ login: { user: found.user, device: found.device }, session: found.session, until: found.until.getTime() })
}

/** A revoked device has asked, by something that only it holds, and is told so with this answer. */
export const noteTold = async (sql: Sql, device: string, now: number): Promise<void> => void (await sql('update devices set told_at = $2 where id = $1 and told_at is null', [device, new Date(now)]))

/** A new session of a user on a device, in the caller's transaction; it ends when it wasn't renewed for `forMs`. */
export const openSession = async (sql: Sql, { user, device }: Login, now: number, forMs = REFRESH_MS): Promise<Tokens> => {
  const id = randomUUID()
  const { token, hash } = refreshToken(id)
  await sql('insert into logins (id, device_id, user_id, refresh_hash, family, last_seen, expires_at) values ($1, $2, $3, $4, $1, $5, $6)', [id, device, user, hash, new Date(now), new Date(now + forMs)])
  return { ...(await newAccess(sql, id, now)), refresh: token, refreshUntil: now + forMs }
}

/**
 * A refresh token for new tokens. One that was used before ends the session, since two then hold it; only an answer that was lost may
 * be asked for again within a minute. A device with a key signs the token. `forMs`: as for `openSession`.
 */
export const renewSession = (database: AccessDatabase, refresh: string, signature: string | undefined, now: number, forMs = REFRESH_MS): Promise<Result<{ login: Login; tokens: Tokens }, Refusal>> =>
  database.transaction(async sql => {
    const [held] = await sql<HeldSession>(
      `select l.id, l.user_id as user, l.device_id as device, l.refresh_hash, l.prev_hash, l.last_seen, l.expires_at, l.revoked_at is not null or u.disabled_at is not null as ended,
       d.revoked_at is not null as revoked, d.wipe, d.pubkey
       from logins l join users u on u.id = l.user_id join devices d on d.id = l.device_id where l.id = $1 for update of l`,
      [sessionOf(refresh)],
    )
    if (held?.revoked) {
      if (isSame(held.refresh_hash, hashOf(refresh))) await noteTold(sql, held.device, now)
      return fail({ code: 'device-revoked', wipe: held.wipe })
    }
    if (!held || held.ended || held.expires_at.getTime() <= now) return fail({ code: 'not-logged-in' })
    if (held.pubkey && !(signature && isSigned(held.pubkey, refreshProof(refresh), signature))) return fail({ code: 'device-refused' })
    const login = { user: held.user, device: held.device }
    const hash = hashOf(refresh)
    const again = isSame(held.prev_hash, hash) && now - held.last_seen.getTime() < LOST_ANSWER_MS
    if (!again && !isSame(held.refresh_hash, hash)) {
      await endSessions(sql, 'id = $1', held.id, now)
      await writeAudit(sql, { actor: held.user, device: held.device, action: 'refresh-reused', target: held.id })
      return fail({ code: 'not-logged-in' })
    }
    const next = refreshToken(held.id)
    await sql('update logins set refresh_hash = $2, prev_hash = $3, last_seen = $4, expires_at = $5 where id = $1', [held.id, next.hash, hash, new Date(now), new Date(now + forMs)])
    await sql('update devices set last_seen = $2 where id = $1', [held.device, new Date(now)])
    await sql('delete from access_tokens where login_id = $1 and until <= $2', [held.id, new Date(now)])
    return ok({ login, tokens: { ...(await newAccess(sql, held.id, now)), refresh: next.token, refreshUntil: now + forMs } })
  })

/** Ends sessions and with them their access tokens. `which` names a column and comes from our own code alone. */
export const endSessions = async (sql: Sql, which: 'id = $1' | 'user_id = $1' | 'device_id = $1', value: string, now: number): Promise<void> => {
  const ended = await sql<{ id: string }>(`update logins set revoked_at = $2 where ${which} and revoked_at is null returning id`, [value, new Date(now)])
  // The tokens of a revoked device stay until their end: they carry the news that it is revoked.
  if (which !== 'device_id = $1') await sql('delete from access_tokens where login_id = any($1)', [ended.map(({ id }) => id)])
}

type HeldSession = { id: string; user: string; device: string; refresh_hash: Buffer; prev_hash: Buffer | null; last_seen: Date; expires_at: Date; ended: boolean; revoked: boolean; wipe: boolean; pubkey: Buffer | null }

const newAccess = async (sql: Sql, session: string, now: number): Promise<Pick<Tokens, 'access' | 'accessUntil'>> => {
  const access = newToken()
  await sql('insert into access_tokens (hash, login_id, until) values ($1, $2, $3)', [hashOf(access), session, new Date(now + ACCESS_MS)])
  return { access, accessUntil: now + ACCESS_MS }
}

/** It begins with its session, so that a used one is known as such however often it was renewed since. */
const refreshToken = (session: string): { token: string; hash: Buffer } => {
  const token = Buffer.concat([Buffer.from(session.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString('base64url')
  return { token, hash: hashOf(token) }
}

const sessionOf = (refresh: string): string =>
  Buffer.from(refresh, 'base64url').subarray(0, 16).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
