// The login of this window: an access token in memory, renewed with a token that is good once and lies elsewhere.
import { fail, ok, type Result } from '#shared/lib/result.ts'
import { challengeReply, done, loginProof, refreshProof, session, type LoginRequest, type Session } from '#shared/sync/login.ts'
import type { Device } from '../db/device.ts'
import { exclusively } from '../db/exclusively.ts'
import { type AskProblem, askHub } from './ask-hub.ts'
import { signWith } from './device-key.ts'
import type { LineProblem } from './hub-line.ts'

export type SessionParts = {
  hub: string
  device: (login: string) => Promise<Device | null>
  /** Where this page keeps the token that renews the login; null = it lies in a cookie that only the hub reads. */
  refresh: { held: (group: string) => Promise<string | null>; keep: (kept: { group: string; token: string | null }) => Promise<unknown> } | null
  /** Whose work is renewed for; null = nobody's yet. */
  group: () => string | null
  /** Someone is logged in here: a logout that the hub could not be told leaves a cookie behind. */
  wanted: () => Promise<boolean>
  /** Before the session counts: the desk's work becomes this person's. False = it is somebody else's desk, the windows are loaded anew. */
  settle: (session: Session) => Promise<boolean>
}

export type Asked = Pick<LoginRequest, 'login' | 'password' | 'newPassword' | 'group'>

export type HubSession = {
  logIn(asked: Asked): Promise<Result<Session, AskProblem>>
  /** Ends it here in any case; false = the hub could not be told, there it ends by itself. */
  logOut(): Promise<boolean>
  /** The page goes, and the login with it: the hub is told without waiting. */
  leave(): void
  /** A token that is good now, renewed where it must be. */
  token: () => Promise<Result<string, LineProblem>>
  /** The hub takes the token no more. */
  stale(): void
}

/** So long before its end a token counts as over. */
const SPARE_MS = 30_000

export const hubSession = ({ hub, device, refresh, group, wanted, settle }: SessionParts): HubSession => {
  let held: { access: string; until: number } | null = null

  const begin = async (begun: Session): Promise<boolean> => {
    const here = await settle(begun)
    await refresh?.keep({ group: begun.group, token: begun.refresh ?? null })
    // By the hub's clock it ends at `accessUntil`, and ours may be wrong.
    held = here ? { access: begun.access, until: Date.now() + begun.accessUntil - begun.serverTime - SPARE_MS } : null
    return here
  }

  const renew = async (): Promise<Result<string, LineProblem>> => {
    if (held && held.until > Date.now()) return ok(held.access)
    const mine = group()
    const token = refresh ? mine && (await refresh.held(mine)) : undefined
    if (mine === null || token === null || !(await wanted())) return fail({ code: 'logged-out' })
    const key = token === undefined ? null : (await device(''))?.key
    const signature = token !== undefined && key ? await signWith(key, refreshProof(token)) : undefined
    const renewed = await askHub(hub, '/refresh', session, { body: { ...(token !== undefined && { refresh: token }), ...(signature !== undefined && { signature }) } })
    // A browser's cookie may be that of who used it before.
    if (renewed.ok) return renewed.value.group === mine && (await begin(renewed.value)) ? ok(held!.access) : fail({ code: 'logged-out' })
    const { problem } = renewed
    switch (problem.code) {
      case 'unreachable': case 'garbled': case 'busy': case 'device-revoked': return fail(problem)
      case 'not-logged-in': case 'device-refused':
        await refresh?.keep({ group: mine, token: null })
        return fail({ code: 'logged-out' })
      default: return fail({ code: 'unreachable', detail: problem.code })
    }
  }

  const proofOf = async (login: string): Promise<Result<LoginRequest['device'], AskProblem>> => {
    const known = await device(login)
    if (!known) return ok(undefined)
    if (!known.key) return ok({ id: known.id })
    const asked = await askHub(hub, '/challenge', challengeReply, { body: { device: known.id } })
    if (!asked.ok) return asked
    const { challenge } = asked.value
    return ok({ id: known.id, challenge, signature: await signWith(known.key, loginProof(challenge, known.id, login)) })
  }

  return {
    logIn: async ({ login: written, ...asked }) => {
      // As the hub reads it, for that is what it checks the signature against.
      const login = written.trim().toLowerCase()
      const proof = await proofOf(login)
      if (!proof.ok) return proof
      const entered = await askHub(hub, '/login', session, { body: { login, ...asked, ...(proof.value && { device: proof.value }), ...(refresh && { holds: true as const }) } })
      if (entered.ok) await exclusively(LOCK, () => begin(entered.value))
      return entered
    },
    logOut: async () => {
      const token = held ? ok(held.access) : await exclusively(LOCK, renew)
      held = null
      const mine = group()
      if (mine !== null) await refresh?.keep({ group: mine, token: null })
      return token.ok && (await askHub(hub, '/logout', done, { body: {}, token: token.value })).ok
    },
    leave: () => {
      if (held) void fetch(`${hub}/logout`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${held.access}` }, body: '{}', keepalive: true, credentials: 'omit' }).catch(() => undefined)
    },
    token: () => (held && held.until > Date.now() ? Promise.resolve(ok(held.access)) : exclusively(LOCK, renew)),
    stale: () => void (held = null),
  }
}

/** One window renews at a time: a token that comes twice ends the login. */
const LOCK = 'pinli-login'
