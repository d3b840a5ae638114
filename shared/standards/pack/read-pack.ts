import { sha256, fromHex } from '#shared/crypto/digest.ts'
import { isSignedBy } from '#shared/crypto/sign.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import { openSegment } from '../index/segment.ts'
import { BLOCK, HEAD_START, MOST_MANIFEST, PACK_FORMAT, PACK_MAGIC, packManifest, SIGNATURE, type PackManifest, type PackPart } from './manifest.ts'
import type { PackProblem } from './problem.ts'

/** A file of which parts can be read; a Blob is one. */
export type PackSource = { size: number; slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> } }

/** A pack whose head is whole. `signed`: the manifest names a key, and its signature is right. `body` = where the blocks begin. */
export type Pack = { source: PackSource; manifest: PackManifest; signed: boolean; body: number }

/** Reads the head alone; no block has been looked at yet. */
export const openPack = (source: PackSource): Promise<Result<Pack, PackProblem>> =>
  reading(async () => {
    const start = await bytesOf(source, 0, HEAD_START)
    if (start.length < HEAD_START || PACK_MAGIC.some((byte, i) => start[i] !== byte)) return fail({ code: 'PACK-none' })
    const [format, length] = [numberAt(start, 8), numberAt(start, 12)]
    if (format > PACK_FORMAT) return fail({ code: 'PACK-newer', format, known: PACK_FORMAT })
    const body = HEAD_START + length + SIGNATURE
    if (length > MOST_MANIFEST) return fail({ code: 'PACK-damaged', why: 'manifest', at: 12 })
    const head = await bytesOf(source, 0, body)
    if (head.length < body) return fail({ code: 'PACK-damaged', why: 'cut-off', at: source.size })
    const manifest = readManifest(head.subarray(HEAD_START, HEAD_START + length))
    if (!manifest || !addsUp(manifest)) return fail({ code: 'PACK-damaged', why: 'manifest', at: HEAD_START })
    const end = body + manifest.parts.reduce((sum, part) => sum + packedBytes(part), 0)
    if (end !== source.size) return fail({ code: 'PACK-damaged', why: 'cut-off', at: Math.min(end, source.size) })
    const signed = manifest.key !== null
    if (signed && !(await isSignedBy(fromHex(manifest.key!), head.subarray(0, HEAD_START + length), head.subarray(HEAD_START + length)))) return fail({ code: 'PACK-forged' })
    return ok({ source, manifest, signed, body })
  })

export type Unpacked = { hot: ArrayBuffer; cold: ArrayBuffer }

/** Unpacks and checks every block and both parts. `onProgress` counts bytes of the catalogue; nothing is kept when it ends with a problem. */
export const unpack = ({ source, manifest, body }: Pack, onProgress: (done: number, total: number) => void, signal?: AbortSignal): Promise<Result<Unpacked, PackProblem>> =>
  reading(async () => {
    const total = manifest.parts.reduce((sum, part) => sum + part.bytes, 0)
    const parts: ArrayBuffer[] = []
    let [at, done] = [body, 0]
    for (const part of manifest.parts) {
      const whole = new Uint8Array(part.bytes)
      let filled = 0
      for (const facts of part.blocks) {
        if (signal?.aborted) return fail({ code: 'cancelled' })
        const block = await readBlock(await bytesOf(source, at, at + facts.packed), facts)
        if (!block) return fail({ code: 'PACK-damaged', why: 'block', at })
        whole.set(block, filled)
        filled += facts.bytes
        at += facts.packed
        onProgress((done += facts.bytes), total)
      }
      if ((await sha256(whole)) !== part.sha256) return fail({ code: 'PACK-damaged', why: 'block', at })
      parts.push(whole.buffer)
    }
    const [hot, cold] = parts as [ArrayBuffer, ArrayBuffer]
    const [opened, beside] = [openSegment(hot, 'hot'), openSegment(cold, 'cold')]
    if (!opened.ok) return opened
    if (!beside.ok) return beside
    return opened.value.build === beside.value.build ? ok({ hot, cold }) : fail({ code: 'CAT-damaged', part: 'cold', why: 'other-build' })
  })

/** null = not what the manifest says of it. */
export const readBlock = async (packed: Uint8Array<ArrayBuffer>, { bytes, sha256: hash }: PackPart['blocks'][number]): Promise<Uint8Array<ArrayBuffer> | null> => {
  const block = await inflate(packed, bytes)
  return block && (await sha256(block)) === hash ? block : null
}

export const packedBytes = ({ blocks }: PackPart): number => blocks.reduce((sum, { packed }) => sum + packed, 0)

/** A file that goes away, or a stick that is pulled, while it is read. */
const reading = async <T>(work: () => Promise<Result<T, PackProblem>>): Promise<Result<T, PackProblem>> => {
  try {
    return await work()
  } catch (error) {
    return fail({ code: 'PACK-unreadable', detail: String(error) })
  }
}

const bytesOf = async (source: PackSource, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await source.slice(start, end).arrayBuffer())

const numberAt = (bytes: Uint8Array<ArrayBuffer>, at: number): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true)

const readManifest = (bytes: Uint8Array): PackManifest | null => {
  try {
    const read = packManifest.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** All blocks but a part's last are full, and they come to the part. */
const addsUp = ({ parts }: PackManifest): boolean =>
  parts.every(({ bytes, blocks }) => blocks.every((block, i) => block.bytes === Math.min(BLOCK, bytes - i * BLOCK)) && blocks.reduce((sum, block) => sum + block.bytes, 0) === bytes)

/** null = it doesn't unpack to so many bytes; not more than those are ever held. */
const inflate = async (packed: Uint8Array<ArrayBuffer>, bytes: number): Promise<Uint8Array<ArrayBuffer> | null> => {
  const block = new Uint8Array(bytes)
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  let filled = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (filled + next.value.length > bytes) {
        await reader.cancel()
        return null
      }
      block.set(next.value, filled)
      filled += next.value.length
    }
  } catch {
    return null
  }
  return filled === bytes ? block : null
}
