// A pack that comes over a line: cut into its head and its blocks, each checked as soon as it is whole, so that what is kept of a broken
// transfer is good and the rest of it can be asked for.
import { fail, ok, type Result } from '#shared/lib/result.ts'
import { HEAD_START, MOST_MANIFEST, SIGNATURE } from './manifest.ts'
import type { PackProblem } from './problem.ts'
import { openPack, readBlock, type Pack } from './read-pack.ts'

/** The head of a pack of `size` bytes alone, as `openPack` reads it. */
export const openHead = (head: Blob, size: number): Promise<Result<Pack, PackProblem>> => openPack({ size, slice: (start, end) => head.slice(start, end) })

/**
 * The pieces of the chunks: the head first, then block after block. `kept`: what has come before, so that the chunks go on behind it.
 * Ends with the first piece that isn't what was published, or when the chunks end; whether all has come is the caller's to count.
 */
export const incomingPieces = async function* (chunks: AsyncIterable<Uint8Array<ArrayBuffer>>, size: number, kept: { pack: Pack; blocks: number } | null): AsyncGenerator<Result<Uint8Array<ArrayBuffer>, PackProblem>, void> {
  let pack = kept?.pack ?? null
  let blocks = kept?.blocks ?? 0
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const joined = (): Uint8Array<ArrayBuffer> => {
    if (waiting.length === 1) return waiting[0]
    const whole = new Uint8Array(length)
    waiting.reduce((at, chunk) => (whole.set(chunk, at), at + chunk.length), 0)
    waiting = [whole]
    return whole
  }
  /** Bytes of the next piece as far as it is known; null = there is none. */
  const wanted = (): number | null => (pack ? (blocksOf(pack)[blocks]?.packed ?? null) : length < HEAD_START ? HEAD_START : headLength(joined()))

  for await (const chunk of chunks) {
    waiting.push(chunk)
    length += chunk.length
    for (let need = wanted(); need === null || length >= need; need = wanted()) {
      if (need === null) return
      const whole = joined()
      const piece = whole.slice(0, need)
      if (pack) {
        if (!(await readBlock(piece, blocksOf(pack)[blocks]))) {
          yield fail({ code: 'PACK-damaged', why: 'block', at: offsetOf(pack, blocks) })
          return
        }
        blocks++
      } else {
        const opened = await openHead(new Blob([piece]), size)
        if (!opened.ok) {
          yield opened
          return
        }
        pack = opened.value
      }
      waiting = need < length ? [whole.subarray(need)] : []
      length -= need
      yield ok(piece)
    }
  }
}

/** A length that no pack has is not waited for: the start alone tells what is wrong. */
const headLength = (start: Uint8Array<ArrayBuffer>): number => {
  const manifest = new DataView(start.buffer, start.byteOffset).getUint32(12, true)
  return manifest > MOST_MANIFEST ? HEAD_START : HEAD_START + manifest + SIGNATURE
}

const blocksOf = ({ manifest }: Pack) => manifest.parts.flatMap(part => part.blocks)

const offsetOf = (pack: Pack, block: number): number => blocksOf(pack).slice(0, block).reduce((sum, { packed }) => sum + packed, pack.body)
