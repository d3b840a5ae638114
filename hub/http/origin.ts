import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '#shared/sync/refusal.ts'
import { refuse } from './refuse.ts'

/** The pages of the app; the hub's own pages come from itself. */
const APP = 'app://pinli'

/**
 * Lets in pages of the app and of the hub itself, and whatever is no page. A page of another site is refused: it must not act with the
 * login of whoever looks at it. `hosts`: on plain http, where no certificate proves the name, the names that are ours; else null.
 */
export const admitOrigins = (app: FastifyInstance, hosts: ReadonlySet<string> | null): void => {
  app.addHook('onRequest', async (request, reply) => {
    const refusal = whyForeign(request, hosts)
    if (refusal) return reply.send(refuse(reply, refusal))
    reply.header('vary', 'origin')
    if (request.headers.origin !== APP) return
    reply.headers({ 'access-control-allow-origin': APP, 'access-control-expose-headers': 'content-range' })
    if (request.method === 'OPTIONS') return preflight(reply)
  })
}

const whyForeign = ({ headers: { host = '', origin } }: FastifyRequest, hosts: ReadonlySet<string> | null): Refusal | null => {
  if (hosts && !hosts.has(nameOf(host))) return { code: 'foreign-host' }
  if (origin === undefined || origin === APP || origin === `https://${host}` || (hosts && origin === `http://${host}`)) return null
  return { code: 'foreign-origin' }
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1').toLowerCase()

const preflight = (reply: FastifyReply): FastifyReply =>
  reply.code(204).header('access-control-allow-methods', 'GET, POST').header('access-control-allow-headers', 'authorization, content-type, range, if-range').header('access-control-max-age', '600').send()
