import { z } from 'zod'
import { isLooseDate } from '#shared/lib/dates.ts'
import type { SegmentKind } from '../index/problem.ts'

z.config({ jitless: true })

/**
 * A catalogue as one immutable file: a head, then blocks, each packed by gzip for itself, so that a broken transfer goes on at a block.
 * Head, little endian: magic (8 bytes), format, length of the manifest (each uint32), the manifest (JSON, UTF-8), and 64 bytes of
 * signature by Ed25519 over all before it; zeros where nobody signed.
 */
export const PACK_FORMAT = 1
export const PACK_MAGIC = [0x50, 0x69, 0x6e, 0x6c, 0x69, 0x50, 0x61, 0x6b] // PinliPak
export const HEAD_START = 16
export const SIGNATURE = 64

/** Bytes of a block before packing, of a manifest, and of a whole catalogue: more is refused unread. */
export const BLOCK = 1 << 20
export const MOST_MANIFEST = 4 << 20
export const MOST_CATALOGUE = 2 ** 31

const count = z.int().min(0)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const text = z.string().max(300)

/** `packed` bytes in the file give `bytes`, whose SHA-256 is `sha256`. */
const block = z.object({ packed: z.int().min(1).max(BLOCK * 2), bytes: z.int().min(1).max(BLOCK), sha256: hash })
const part = z.object({ name: z.enum(['hot', 'cold'] satisfies SegmentKind[]), bytes: z.int().min(1).max(MOST_CATALOGUE), sha256: hash, blocks: z.array(block).min(1) })

const meta = z.object({
  date: z.string().length(10).refine(isLooseDate),
  built: text,
  records: count,
  origin: z.enum(['starter', 'import', 'pack', 'hub']),
  sources: z.array(z.object({ name: text, rows: count })).max(1000),
  tallies: z.object({ read: count, kept: count, merged: count, refused: count, repaired: count, classes: count.optional() }),
})

export const packManifest = z.object({
  kind: z.literal('snapshot'),
  /** A publisher's packs are numbered upwards; a desk offers to go back only with a word of warning. */
  seq: z.int().min(1),
  meta,
  /** Who publishes it, by its own word; `key` (Ed25519, hex) is what proves it. null = not signed. */
  publisher: z.string().max(80),
  key: hash.nullable(),
  parts: z.tuple([part, part]).refine(([hot, cold]) => hot.name === 'hot' && cold.name === 'cold'),
})
export type PackManifest = z.output<typeof packManifest>
export type PackPart = PackManifest['parts'][number]

/** The bytes that are signed, and that stand first in the file. */
export const packHead = (manifest: PackManifest): Uint8Array<ArrayBuffer> => {
  const json = new TextEncoder().encode(JSON.stringify(manifest))
  const head = new Uint8Array(HEAD_START + json.length)
  head.set(PACK_MAGIC)
  new DataView(head.buffer).setUint32(8, PACK_FORMAT, true)
  new DataView(head.buffer).setUint32(12, json.length, true)
  head.set(json, HEAD_START)
  return head
}
