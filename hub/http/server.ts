// The hub over HTTP: what holds for every request, and which routes there are.
import { randomBytes } from 'node:crypto'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import pageHeaders from '#shared/page-headers.json' with { type: 'json' }
import type { Hub } from '#shared/sync/apply-command.ts'
import { OFFER_PATH, type CurrentPack } from '#shared/standards/pack/offer.ts'
import type { Health } from '#shared/sync/login.ts'
import { LIMITS, PROTO } from '#shared/sync/protocol.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import { Passing } from '#shared/sync/store.ts'
import type { AppTables } from '#shared/tables.ts'
import { type AuthParts, addAdminRoutes, addLoginRoutes, bearerOf, operatorOnly } from '../auth/routes.ts'
import { whoseToken } from '../auth/sessions.ts'
import type { Shelf } from '../catalogue/shelf.ts'
import { Halted } from '../db/hold.ts'
import { addSyncRoutes } from '../sync/routes.ts'
import { takeJsonOnly } from './body.ts'
import { sendFile } from './files.ts'
import { admitOrigins } from './origin.ts'
import { refuse } from './refuse.ts'

export type ServerParts = {
  hub: Hub<AppTables>
  auth: AuthParts
  /** null: plain http, for loopback alone; `hosts` are then the names that are ours. */
  tls: { cert: string; key: string } | null
  hosts: ReadonlySet<string>
  /** Folders of the web build and of the catalogue's packs. */
  pages: string
  packs: string
  shelf: Shelf
  version: string
  heartbeatMs: number
  health(): Promise<Pick<Health, 'hub' | 'database' | 'backup'>>
  log(line: string): void
}

/** `ajv` and the like of the framework stay unused: every body passes a schema of `shared`. */
export const makeServer = (parts: ServerParts): FastifyInstance => {
  const { tls, auth, hub } = parts
  const app = Fastify({
    ...(tls && { https: { ...tls, minVersion: 'TLSv1.2' } }),
    bodyLimit: LIMITS.pushBytes,
    requestTimeout: 30_000,
    keepAliveTimeout: 60_000,
    // A proxy of this machine may stand before plain http and says where a request comes from.
    trustProxy: tls ? false : ['127.0.0.1', '::1'],
    forceCloseConnections: true,
    logger: false,
    frameworkErrors: (_, __, reply: FastifyReply) => void reply.send(refuse(reply, { code: 'malformed', where: 'address' })),
  }) as unknown as FastifyInstance

  takeJsonOnly(app)
  app.addHook('onRequest', async (_, reply) => {
    // The web build asks its own server whether that is a hub.
    reply.headers({ ...pageHeaders.always, 'x-pinli-hub': '1', 'cache-control': 'no-store', 'content-security-policy': POLICY })
  })
  admitOrigins(app, tls ? null : parts.hosts)
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = refusalOf(error)
    if (known) return reply.send(refuse(reply, known))
    const id = randomBytes(4).toString('hex')
    parts.log(`${id} ${request.method} ${request.routeOptions.url ?? ''}: ${error.stack ?? String(error)}`)
    return reply.send(refuse(reply, { code: 'hub-failed', id }))
  })

  app.get('/health', async (): Promise<Health> => ({ ...(await parts.health()), version: parts.version, proto: PROTO, serverTime: hub.now() }))
  addLoginRoutes(app, auth)
  addAdminRoutes(app, auth)
  addSyncRoutes(app, { hub, database: auth.database, pokes: auth.pokes, heartbeatMs: parts.heartbeatMs, recovery: auth.recovery, whose: request => whoseToken(auth.database.sql, bearerOf(request), auth.now()), operator: request => operatorOnly(auth, request) })
  addFiles(app, parts)
  return app
}

const POLICY = Object.entries(pageHeaders.csp).map(([name, sources]) => `${name} ${sources.join(' ')}`).join('; ')

/**
 * A pack is named by its hash, so that it never changes under its name. Packs and which is the current one are open to anyone, as they
 * would be on a stick: they name no people, their signature stands for them, and a desk whose login has run out may still renew its catalogue.
 */
const addFiles = (app: FastifyInstance, { pages, packs, shelf }: ServerParts): void => {
  app.get(OFFER_PATH, (): Promise<CurrentPack> => shelf.current())
  app.get<{ Params: { sha256: string } }>('/catalogue/:sha256', async (request, reply) => {
    const { sha256 } = request.params
    const name = /^[0-9a-f]{64}$/.test(sha256) ? await shelf.nameOf(sha256) : null
    if (name === null) return refuse(reply, { code: 'not-found' })
    return sendFile(packs, name, { 'cache-control': 'public, max-age=31536000, immutable', etag: `"${sha256}"` }, request, reply)
  })
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(reply, { code: 'not-found' })
    const path = pathOf(request.url)
    if (path === null) return refuse(reply, { code: 'not-found' })
    // Names of built files under assets/ change with their content.
    return sendFile(pages, path, { 'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache' }, request, reply)
  })
}

const pathOf = (url: string): string | null => {
  try {
    const path = decodeURIComponent(new URL(url, 'http://hub').pathname)
    return path.endsWith('/') ? `${path}index.html` : path
  } catch {
    return null
  }
}

/** null = a bug. */
const refusalOf = (error: Error & { code?: string; statusCode?: number }): Refusal | null => {
  if (error instanceof Halted) return { code: 'hub-halted', retryAfter: 30 }
  if (error instanceof Passing) return { code: 'busy', retryAfter: 2 }
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { code: 'too-large', maxBytes: LIMITS.pushBytes }
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { code: 'wrong-type' }
    case 'FST_ERR_BAD_URL':
      return { code: 'malformed', where: 'address' }
    default:
      return error.statusCode !== undefined && error.statusCode < 500 ? { code: 'malformed', where: 'body' } : null
  }
}
