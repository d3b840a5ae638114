// What the hub hands to anyone, without a login. The way to it is the same as for sync: main holds the pin against its host.
import type { z } from 'zod'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import { type AskProblem, askHub, readAnswer } from './ask-hub.ts'
import { refusal } from '#shared/sync/refusal.ts'

/** `hub`: its address. */
export type HubFiles = {
  hub: string
  /** What stands at a path, read by the schema. */
  tell<T>(path: string, schema: z.ZodType<T>): Promise<Result<T, AskProblem>>
  /**
   * The bytes of a file from byte `from` on, or from 0 if it is no longer the one that `etag` names. The chunks throw when the line
   * breaks, falls silent for half a minute or the signal comes.
   */
  file(path: string, asked: { from: number; etag: string; signal: AbortSignal }): Promise<Result<{ from: number; chunks: AsyncIterable<Uint8Array<ArrayBuffer>> }, AskProblem>>
}

const SILENCE_MS = 30_000

export const hubFiles = (hub: string, ask: typeof fetch = (...request) => fetch(...request)): HubFiles => ({
  hub,
  tell: (path, schema) => askHub(hub, path, schema),
  file: async (path, { from, etag, signal }) => {
    const line = new AbortController()
    const end = (): void => line.abort()
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
    let silence = setTimeout(end, SILENCE_MS)
    const heard = (): void => {
      clearTimeout(silence)
      silence = setTimeout(end, SILENCE_MS)
    }
    const over = (): void => {
      clearTimeout(silence)
      signal.removeEventListener('abort', end)
    }
    try {
      const response = await ask(`${hub}${path}`, { headers: from > 0 ? { range: `bytes=${from}-`, 'if-range': etag } : {}, cache: 'no-store', credentials: 'omit', redirect: 'error', signal: line.signal })
      const start = startOf(response, from)
      if (start !== null && response.body) return ok({ from: start, chunks: chunksOf(response.body, heard, over) })
      const text = await response.text()
      over()
      return start === null && !response.ok ? (readAnswer(refusal, response.status, text) as Result<never, AskProblem>) : fail({ code: 'garbled', detail: `HTTP ${response.status}` })
    } catch (error) {
      over()
      return fail({ code: 'unreachable', detail: String(error) })
    }
  },
})

/** null = the answer holds nothing of the file. */
const startOf = ({ status, headers }: Response, from: number): number | null => {
  if (status === 200) return 0
  return status === 206 && headers.get('content-range')?.startsWith(`bytes ${from}-`) ? from : null
}

const chunksOf = async function* (body: ReadableStream<Uint8Array<ArrayBuffer>>, heard: () => void, over: () => void): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      heard()
      yield next.value
    }
  } finally {
    over()
    // It is over already where the line broke.
    await reader.cancel().catch(() => undefined)
  }
}
