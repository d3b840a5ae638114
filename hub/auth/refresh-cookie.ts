import type { FastifyReply, FastifyRequest } from 'fastify'

/** Under https the name itself keeps other hosts and plain http from setting it. */
const nameFor = ({ protocol }: FastifyRequest): string => (protocol === 'https' ? '__Host-pinli-refresh' : 'pinli-refresh')

export const readCookie = (request: FastifyRequest): string | undefined => {
  const wanted = `${nameFor(request)}=`
  const found = request.headers.cookie?.split(/;\s*/).find(one => one.startsWith(wanted))?.slice(wanted.length)
  return found !== undefined && /^[\w-]{20,100}$/.test(found) ? found : undefined
}

/** `forMs`: how long the browser keeps it. */
export const setCookie = (request: FastifyRequest, reply: FastifyReply, value: string, forMs: number): void => {
  reply.header('set-cookie', `${nameFor(request)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${Math.max(0, Math.floor(forMs / 1000))}${request.protocol === 'https' ? '; Secure' : ''}`)
}

export const clearCookie = (request: FastifyRequest, reply: FastifyReply): void => setCookie(request, reply, '', 0)
