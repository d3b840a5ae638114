import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Result } from '#shared/lib/result.ts'
import type { Refusal } from '#shared/sync/refusal.ts'

/** A schema of `shared`, as far as a route needs it. */
export type Schema<T> = { safeParse(input: unknown): { success: true; data: T } | { success: false; error: { issues: readonly { path: readonly PropertyKey[] }[] } } }

/** A route whose body passes the schema, and which answers a value or a refusal. */
export const taking = <In, Out extends object>(schema: Schema<In>, work: (input: In, request: FastifyRequest, reply: FastifyReply) => Promise<Result<Out, Refusal>>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<Out | Refusal> => {
    const parsed = schema.safeParse(request.body)
    if (!parsed.success) return refuse(reply, { code: 'malformed', where: (parsed.error.issues[0]?.path ?? []).join('.').slice(0, 200) || 'body' })
    return answer(reply, await work(parsed.data, request, reply))
  }

export const answer = <Out extends object>(reply: FastifyReply, result: Result<Out, Refusal>): Out | Refusal => (result.ok ? result.value : refuse(reply, result.problem))

/** Sets the status that the code stands for; gives the body. */
export const refuse = (reply: FastifyReply, refusal: Refusal): Refusal => {
  reply.code(STATUS[refusal.code])
  if ('retryAfter' in refusal) reply.header('retry-after', refusal.retryAfter)
  return refusal
}

export const STATUS: Readonly<Record<Refusal['code'], number>> = {
  malformed: 400, 'weak-password': 400,
  'not-logged-in': 401, 'wrong-login': 401, 'device-revoked': 401,
  forbidden: 403, 'not-yours': 403, 'choose-password': 403, 'device-refused': 403, 'code-refused': 403, 'foreign-origin': 403,
  'not-found': 404,
  'mid-gap': 409, 'client-forked': 409, 'epoch-changed': 409, 'login-taken': 409,
  'too-large': 413, 'wrong-type': 415, 'foreign-host': 421, 'schema-too-old': 426, locked: 429,
  'hub-failed': 500, busy: 503, 'hub-halted': 503,
}
