import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { Hub } from '#shared/sync/apply-command.ts'
import { type HistoryReply, historyRequest } from '#shared/sync/history.ts'
import { readPage } from '#shared/sync/page.ts'
import { openParcel, parcel } from '#shared/sync/parcel.ts'
import { type Page, type Poke, type PushReply, type PushRequest, type PushedFor, type SyncError, pullRequest, pushRequest } from '#shared/sync/protocol.ts'
import { applyPush } from '#shared/sync/push.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import { type Scope, scopesOf } from '#shared/sync/scopes.ts'
import type { Login } from '#shared/sync/store.ts'
import type { AppTables } from '#shared/tables.ts'
import type { AccessDatabase } from '../auth/database.ts'
import type { Caller } from '../auth/sessions.ts'
import { answer, refuse, taking } from '../http/refuse.ts'
import { readHistory } from './history.ts'
import { pushFor } from './push-for.ts'
import { type PokeStream, openPokeStream } from './poke-stream.ts'
import type { Pokes } from './pokes.ts'

export type SyncParts = { hub: Hub<AppTables>; database: AccessDatabase; pokes: Pokes; heartbeatMs: number; recovery: Uint8Array; whose: (request: FastifyRequest) => Promise<Result<Caller, Refusal>>; operator: (request: FastifyRequest) => Promise<Result<null, Refusal>> }

export const addSyncRoutes = (app: FastifyInstance, { hub, database, pokes, heartbeatMs, recovery, whose, operator }: SyncParts): void => {
  const push = async (login: Login, asked: PushRequest): Promise<Result<PushReply, SyncError>> => {
    const { answer: said, moved } = await applyPush(hub, login, asked)
    pokes.tell(moved)
    return resultOf<PushReply>(said)
  }

  app.post('/sync/push', taking(pushRequest, async (asked, request) => {
    const caller = await whose(request)
    return caller.ok ? push(caller.value.login, asked) : caller
  }))

  // The token is the owner's, whoever's session hands it over.
  app.post('/sync/parcel', taking(parcel, async (sealed, request) => {
    const caller = await whose(request)
    if (!caller.ok) return caller
    const asked = openParcel(recovery, sealed)
    return asked ? push(caller.value.login, asked) : fail({ code: 'not-found' } as const)
  }))

  app.post('/admin/push', taking(pushRequest, async (asked, request): Promise<Result<PushedFor, Refusal>> => {
    const asking = await operator(request)
    return asking.ok ? pushFor({ hub, database, pokes }, asked) : asking
  }))

  app.post('/sync/pull', taking(pullRequest, async (asked, request) => {
    const caller = await whose(request)
    return caller.ok ? resultOf<Page>(await readPage(hub, caller.value.login, asked)) : caller
  }))

  app.post('/sync/history', taking(historyRequest, async (asked, request): Promise<Result<HistoryReply, Refusal>> => {
    const caller = await whose(request)
    return caller.ok ? readHistory(database, scopesOf(await hub.store.read(t => t.access(caller.value.login.user))), asked) : caller
  }))

  app.get('/sync/poke', { exposeHeadRoute: false }, async (request, reply) => {
    const caller = await whose(request)
    if (!caller.ok) return answer(reply, caller)
    return (await listen(request, reply, caller.value)) ?? refuse(reply, { code: 'busy', retryAfter: RETRY_POKE })
  })

  const standing = (user: string, scopes: readonly Scope[]): Promise<{ epoch: string; pokes: Poke[] }> =>
    hub.store.read(async t => {
      await t.access(user)
      const found = await Promise.all(scopes.map(async scope => ({ scope, ver: (await t.scope(scope)).ver })))
      return { epoch: await t.epoch(), pokes: found.filter(({ ver }) => ver > 0) }
    })

  /** null = as many listen as may. The stream ends with the access token; whoever still may comes back with a new one. */
  const listen = async (request: FastifyRequest, reply: FastifyReply, { login, until }: Caller): Promise<FastifyReply | null> => {
    const scopes = scopesOf(await hub.store.read(t => t.access(login.user)))
    let stream: PokeStream | null = null
    const stop = pokes.listen(login, scopes, { poke: poke => stream?.poke(poke), end: () => stream?.end() })
    if (!stop) return null
    stream = openPokeStream(reply, {
      heartbeatMs,
      still: async () => hub.now() < until && (await whose(request)).ok,
      closed: stop,
    })
    // Which history this is and where the scopes stand now: what moved while nobody listened is told to whoever comes back, and that the hub was restored; a hint that the database can't give now, the next poll makes up for.
    const now = await standing(login.user, scopes).catch(() => null)
    if (now) stream.epoch(now.epoch)
    for (const poke of now?.pokes ?? []) stream.poke(poke)
    return reply
  }
}

/** Seconds after which it is worth asking for a place again. */
const RETRY_POKE = 30

const resultOf = <T extends object>(said: T | SyncError): Result<T, SyncError> => ('code' in said ? fail(said) : ok(said))
