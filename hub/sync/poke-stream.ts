import type { FastifyReply } from 'fastify'
import type { Poke } from '#shared/sync/protocol.ts'

export type PokeStream = { poke(poke: Poke): void; /** Which history the hub has. */ epoch(epoch: string): void; end(): void }

type Life = { heartbeatMs: number; /** Asked at every heartbeat: may it still listen? */ still: () => Promise<boolean>; closed: () => void }

/**
 * Server-sent events: a poke is `data: {"scope", "ver"}`, the hub's history `data: {"epoch"}`, a heartbeat a comment. A receiver who reads too slowly gets the newest
 * version of each scope once there is room again, so that nothing piles up.
 */
export const openPokeStream = (reply: FastifyReply, { heartbeatMs, still, closed }: Life): PokeStream => {
  const { raw } = reply
  reply.hijack()
  raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  raw.write(':\n\n')
  const behind = new Map<string, number>()
  const flush = (): void => {
    for (const [scope, ver] of behind) {
      if (raw.writableNeedDrain) return
      behind.delete(scope)
      raw.write(`data: ${JSON.stringify({ scope, ver })}\n\n`)
    }
  }
  const beat = setInterval(() => {
    still().then(
      may => void (may ? raw.writableNeedDrain || raw.write(':\n\n') : raw.end()),
      () => undefined, // the database is away for a moment: nobody is put out for that
    )
  }, heartbeatMs)
  const close = (): void => {
    clearInterval(beat)
    closed()
  }
  raw.on('drain', flush)
  // Whoever left while we asked the database is gone already.
  if (raw.destroyed) close()
  else raw.on('close', close)
  return {
    poke: ({ scope, ver }) => {
      behind.set(scope, Math.max(ver, behind.get(scope) ?? 0))
      flush()
    },
    epoch: epoch => void raw.write(`data: ${JSON.stringify({ epoch })}\n\n`),
    end: () => void raw.end(),
  }
}
