import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type EnrolReply, type JoinPlace, type Session, challengeRequest, complexChange, deviceChange, enrolRequest, loginRequest, logoutRequest, recoverRequest, refreshRequest, surrenderRequest, userChange } from '#shared/sync/login.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import { answer, taking } from '../http/refuse.ts'
import type { Pokes } from '../sync/pokes.ts'
import { type Admin, adminOf, operator } from './admin.ts'
import { addComplex, listComplexes } from './complexes.ts'
import { changeDevice, listDevices } from './devices.ts'
import { enrol } from './enrolment.ts'
import { type LoggedIn, type LoginParts, describeLogin, groupOf, logIn } from './login.ts'
import { openSurrendered, recover, recoveryKeyOf } from './recovery.ts'
import { clearCookie, readCookie, setCookie } from './refresh-cookie.ts'
import { hashOf, isSame } from './secrets.ts'
import { type Caller, PAGE_MS, REFRESH_MS, endSessions, renewSession, whoseToken } from './sessions.ts'
import { changeUser, listUsers } from './users.ts'

/** `operatorToken` lies in a file beside the hub's data: whoever reads it runs the machine. `packKey`: the public part of the hub's own key for packs; `recovery`: the secret by which it opens what desks seal to it. `place`: where desks join; null = on plain http. */
export type AuthParts = LoginParts & { pokes: Pokes; hubName(): Promise<string>; place(): Omit<JoinPlace, 'hub'> | null; operatorToken: string; packKey: string; recovery: Uint8Array }

export const bearerOf = ({ headers: { authorization = '' } }: FastifyRequest): string => /^Bearer ([\w-]{20,100})$/.exec(authorization)?.[1] ?? ''

/** For what the machine's operator alone may do. */
export const operatorOnly = async ({ database: { sql }, operatorToken, now }: AuthParts, request: FastifyRequest): Promise<Result<null, Refusal>> => {
  const token = bearerOf(request)
  if (isSame(hashOf(operatorToken), hashOf(token))) return ok(null)
  const caller = await whoseToken(sql, token, now())
  return caller.ok ? fail({ code: 'forbidden' }) : caller
}

export const addLoginRoutes = (app: FastifyInstance, parts: AuthParts): void => {
  const { database, challenges, now } = parts
  const { sql } = database

  app.post('/enrol', taking(enrolRequest, async (asked, { ip }): Promise<Result<EnrolReply, Refusal>> => {
    const enrolled = await enrol(parts, asked, ip)
    return enrolled.ok ? ok({ ...enrolled.value, hub: await parts.hubName(), packKey: parts.packKey }) : enrolled
  }))

  app.post('/challenge', taking(challengeRequest, ({ device }) => Promise.resolve(ok({ challenge: challenges.give(device) }))))

  app.post('/login', taking(loginRequest, async (asked, request, reply) => {
    const entered = await logIn(parts, asked, request.ip)
    return entered.ok ? ok(await say(request, reply, entered.value)) : entered
  }))

  app.post('/refresh', taking(refreshRequest, async ({ refresh, signature }, request, reply) => {
    const cookie = readCookie(request)
    const token = refresh ?? cookie
    if (token === undefined) return fail({ code: 'not-logged-in' } as const)
    const renewed = await renewSession(database, token, signature, now(), refresh !== undefined && signature === undefined ? PAGE_MS : REFRESH_MS)
    if (!renewed.ok) {
      if (refresh === undefined) clearCookie(request, reply)
      return renewed
    }
    const { login, tokens } = renewed.value
    return ok(await say(request, reply, { login, tokens, group: await database.transaction(sql => groupOf(sql, login)), holds: refresh !== undefined }))
  }))

  app.post('/recover', taking(recoverRequest, async (asked, request) => {
    const caller = await whoseToken(sql, bearerOf(request), now())
    return caller.ok ? recover(parts, caller.value, asked) : caller
  }))

  app.post('/logout', taking(logoutRequest, async (_, request, reply) => {
    const caller = await whoseToken(sql, bearerOf(request), now())
    if (!caller.ok) return caller
    await database.transaction(sql => endSessions(sql, 'id = $1', caller.value.session, now()))
    parts.pokes.drop(new Set([caller.value.login.user]))
    clearCookie(request, reply)
    return ok({ done: true } as const)
  }))

  /** A device with a key keeps the refresh token itself, and so does a page without encryption; for a browser it lies in a cookie that no script reads. */
  const say = async (request: FastifyRequest, reply: FastifyReply, { login, tokens: { refresh, ...tokens }, group, holds }: LoggedIn): Promise<Session> => {
    if (!holds) setCookie(request, reply, refresh, tokens.refreshUntil - now())
    return { ...tokens, ...(holds && { refresh }), ...(await describeLogin(sql, login, group)), packKey: parts.packKey, recoveryKey: recoveryKeyOf(parts.recovery), serverTime: now() }
  }
}

export const addAdminRoutes = (app: FastifyInstance, parts: AuthParts): void => {
  const { database, now, operatorToken, pokes } = parts
  const { sql } = database

  const admin = async (request: FastifyRequest): Promise<Result<Admin, Refusal>> => {
    const token = bearerOf(request)
    if (isSame(hashOf(operatorToken), hashOf(token))) return ok(await operator(sql))
    const caller: Result<Caller, Refusal> = await whoseToken(sql, token, now())
    if (!caller.ok) return caller
    const found = await adminOf(sql, caller.value.login.user)
    return found.complexes.length > 0 ? ok(found) : fail({ code: 'forbidden' })
  }
  const reading = <T extends object>(read: (admin: Admin) => Promise<T>) => async (request: FastifyRequest, reply: FastifyReply) => {
    const asking = await admin(request)
    return answer(reply, asking.ok ? ok(await read(asking.value)) : asking)
  }

  const whereToJoin = async (): Promise<{ place?: JoinPlace }> => {
    const place = parts.place()
    return place ? { place: { hub: await parts.hubName(), ...place } } : {}
  }

  app.get('/admin/users', reading(asking => listUsers(parts, asking)))
  app.post('/admin/users', taking(userChange, async (change, request) => {
    const asking = await admin(request)
    if (!asking.ok) return asking
    const made = await changeUser(parts, asking.value, change)
    if (!made.ok) return made
    pokes.drop(new Set([made.value.changed]))
    return ok({ ...made.value.said, ...(made.value.said.secret !== undefined && (await whereToJoin())) })
  }))

  app.get('/admin/complexes', reading(asking => listComplexes(sql, asking)))
  app.post('/admin/complexes', taking(complexChange, async (change, request) => {
    const asking = await operatorOnly(parts, request)
    return asking.ok ? ok({ complex: await database.transaction(sql => addComplex(sql, change)) }) : asking
  }))

  app.post('/admin/surrendered', taking(surrenderRequest, async (asked, request) => {
    const asking = await operatorOnly(parts, request)
    return asking.ok ? ok(await openSurrendered(parts, asked)) : asking
  }))

  app.get('/admin/devices', reading(asking => listDevices(parts, asking)))
  app.post('/admin/devices', taking(deviceChange, async (change, request) => {
    const asking = await admin(request)
    if (!asking.ok) return asking
    const made = await changeDevice(parts, asking.value, change)
    if (!made.ok) return made
    pokes.drop(new Set(made.value.changed))
    return ok({ ...made.value.said, ...(made.value.said.code !== undefined && (await whereToJoin())) })
  }))
}
