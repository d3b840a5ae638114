import { fail, ok, type Result } from '#shared/lib/result.ts'
import { incomingPieces, openHead } from '#shared/standards/pack/incoming.ts'
import type { PackOffer } from '#shared/standards/pack/offer.ts'
import type { Pack } from '#shared/standards/pack/read-pack.ts'
import type { PackFetchProblem } from '#shared/words/pack-fetch.ts'
import type { HubFiles } from '../../contribution.ts'
import type { PackPieces } from '../../db/pack-pieces.ts'

export type FetchMeans = {
  hub: Pick<HubFiles, 'file'>
  pieces: PackPieces
  /** Bytes that are here and checked. */
  tell: (done: number) => void
  signal: AbortSignal
}

/**
 * Fetches the pack that the hub offers, behind what has come of it before. Each piece is checked and kept as it comes, so that whatever
 * ends the transfer, a person too, the next one goes on where it stopped.
 */
export const fetchPack = async ({ sha256, bytes }: Pick<PackOffer, 'sha256' | 'bytes'>, { hub, pieces, tell, signal }: FetchMeans): Promise<Result<Blob, PackFetchProblem>> => {
  let held = await pieces.held(sha256)
  let pack: Pack | null = null
  if (held.length) {
    const opened = await openHead(held[0], bytes)
    if (opened.ok) pack = opened.value
    else held = []
  }
  let done = sizeOf(held)
  tell(done)
  if (done === bytes) return ok(new Blob(held))
  const asked = await hub.file(`/catalogue/${sha256}`, { from: done, etag: `"${sha256}"`, signal })
  if (signal.aborted) return fail({ code: 'cancelled' })
  if (!asked.ok) return asked
  if (asked.value.from === 0) {
    held = []
    pack = null
    done = 0
  }
  try {
    for await (const piece of incomingPieces(asked.value.chunks, bytes, pack && { pack, blocks: held.length - 1 })) {
      if (!piece.ok) return piece
      const blob = new Blob([piece.value])
      const kept = await pieces.add(sha256, done, blob)
      if (!kept.ok) return kept
      held.push(blob)
      tell((done += blob.size))
    }
  } catch (error) {
    return fail(signal.aborted ? { code: 'cancelled' } : { code: 'fetch-broke-off', detail: String(error) })
  }
  return done === bytes ? ok(new Blob(held)) : fail({ code: 'fetch-broke-off', detail: `${done} of ${bytes} bytes` })
}

export const sizeOf = (pieces: readonly Blob[]): number => pieces.reduce((sum, { size }) => sum + size, 0)
