import type { z } from 'zod'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import { type Refusal, refusal } from '#shared/sync/refusal.ts'

/** Why a question of a person's came back without its answer. */
export type AskProblem = Refusal | { code: 'unreachable'; detail: string } | { code: 'garbled'; detail: string }

const ANSWER_MS = 30_000

/** One request outside sync. `body` undefined = GET. The refresh cookie of a browser goes along on the hub's own pages alone. */
export const askHub = async <T>(hub: string, path: string, schema: z.ZodType<T>, { body, token }: { body?: object; token?: string } = {}): Promise<Result<T, AskProblem>> => {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), ANSWER_MS)
  try {
    const response = await fetch(`${hub}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { ...(body && { 'content-type': 'application/json' }), ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      signal: limit.signal,
    })
    return readAnswer(schema, response.status, await response.text())
  } catch (error) {
    return fail({ code: 'unreachable', detail: String(error) })
  } finally {
    clearTimeout(timer)
  }
}

/** What a hub said, by its status. */
export const readAnswer = <T>(schema: z.ZodType<T>, status: number, text: string): Result<T, AskProblem> => {
  const said = parsed(text)
  const read = (status === 200 ? schema : refusal).safeParse(said)
  if (!read.success) return fail({ code: 'garbled', detail: `HTTP ${status} ${read.error.issues[0]?.path.join('.') ?? ''}`.trim() })
  return status === 200 ? ok(read.data as T) : fail(read.data as Refusal)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
