// The line to a hub over fetch: JSON both ways, hints as an event stream.
import type { z } from 'zod'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import { hint, page, pushReply, syncError } from '#shared/sync/protocol.ts'
import { eventsOf } from './event-stream.ts'
import type { HubLine, LineProblem } from './hub-line.ts'

/** Given up after so long without an answer; a stream after so long without a heartbeat (the hub sends one every 25 s). */
const ANSWER_MS = 30_000
const SILENCE_MS = 60_000

/** `hub`: its address without a slash at the end. `token`: the access token of now, or why there is none. */
export const fetchLine = (hub: string, token: () => Promise<Result<string, LineProblem>>, ask: typeof fetch = (...request) => fetch(...request)): HubLine => {
  const post = async <T>(path: string, schema: z.ZodType<T>, body: object, signal: AbortSignal): Promise<Result<T, LineProblem>> => {
    const limit = limited(signal, ANSWER_MS)
    try {
      const answered = await call(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' }, signal: limit.signal })
      if (!answered.ok) return answered
      const read = schema.safeParse(await answered.value.json().catch(() => null))
      return read.success ? ok(read.data) : fail({ code: 'garbled', detail: `${path} ${read.error.issues[0]?.path.join('.') ?? ''}` })
    } catch (error) {
      return fail({ code: 'unreachable', detail: String(error) })
    } finally {
      limit.end()
    }
  }
  const call = async (path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Result<Response, LineProblem>> => {
    const held = await token()
    if (!held.ok) return held
    const response = await ask(`${hub}${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${held.value}` }, cache: 'no-store', credentials: 'omit', redirect: 'error' })
    return response.ok ? ok(response) : fail(await refusalOf(response))
  }
  return {
    push: (request, signal) => post('/sync/push', pushReply, request, signal),
    pull: (request, signal) => post('/sync/pull', page, request, signal),
    pokes: async (hear, signal) => {
      const limit = limited(signal, SILENCE_MS)
      try {
        const answered = await call('/sync/poke', { headers: { accept: 'text/event-stream' }, signal: limit.signal })
        if (!answered.ok) return answered.problem
        if (!answered.value.body) return { code: 'garbled', detail: 'no stream' }
        for await (const data of eventsOf(answered.value.body, limit.again)) {
          const read = hint.safeParse(parsed(data))
          if (read.success) hear(read.data)
        }
        return { code: 'unreachable', detail: 'the stream ended' }
      } catch (error) {
        return { code: 'unreachable', detail: String(error) }
      } finally {
        limit.end()
      }
    },
  }
}

const refusalOf = async (response: Response): Promise<LineProblem> => {
  const body: unknown = await response.json().catch(() => null)
  const said = syncError.safeParse(body)
  const wait = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  if (said.success) return said.data.code === 'busy' && wait > said.data.retryAfter ? { code: 'busy', retryAfter: wait } : said.data
  if (response.status === 401) return { code: 'logged-out' }
  return response.status === 503 && wait >= 0 ? { code: 'busy', retryAfter: wait } : { code: 'unreachable', detail: `HTTP ${response.status}` }
}

/** Ends with the outer signal, or when `ms` have passed since the start or the last `again`. */
const limited = (outer: AbortSignal, ms: number): { signal: AbortSignal; again: () => void; end: () => void } => {
  const inner = new AbortController()
  const stop = (): void => inner.abort()
  let timer = setTimeout(stop, ms)
  if (outer.aborted) stop()
  outer.addEventListener('abort', stop)
  return {
    signal: inner.signal,
    again: () => {
      clearTimeout(timer)
      timer = setTimeout(stop, ms)
    },
    end: () => {
      clearTimeout(timer)
      outer.removeEventListener('abort', stop)
    },
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
