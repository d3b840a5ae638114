import { gzipSync } from 'node:zlib'
import { sha256, toHex } from '#shared/crypto/digest.ts'
import { publicKeyOf, sign } from '#shared/crypto/sign.ts'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import { BLOCK, packHead, SIGNATURE, type PackManifest, type PackPart } from '#shared/standards/pack/manifest.ts'

export type PackFacts = { seq: number; meta: CatalogueMeta; publisher: string; hot: Uint8Array; cold: Uint8Array; secret: Uint8Array | null }

/** The pieces of a pack's file in their order. The same catalogue, number and key give the same bytes. */
export const writePack = async ({ seq, meta, publisher, hot, cold, secret }: PackFacts): Promise<{ manifest: PackManifest; pieces: Uint8Array[] }> => {
  const parts = [await packPart('hot', hot), await packPart('cold', cold)] as const
  const key = secret && toHex(await publicKeyOf(secret))
  const manifest: PackManifest = { kind: 'snapshot', seq, meta, publisher, key, parts: [parts[0].part, parts[1].part] }
  const head = packHead(manifest)
  const signature = secret ? await sign(head, secret) : new Uint8Array(SIGNATURE)
  return { manifest, pieces: [head, signature, ...parts[0].pieces, ...parts[1].pieces] }
}

const packPart = async (name: PackPart['name'], bytes: Uint8Array): Promise<{ part: PackPart; pieces: Uint8Array[] }> => {
  const pieces: Uint8Array[] = []
  const blocks: PackPart['blocks'] = []
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const block = bytes.subarray(at, at + BLOCK)
    const packed = gzipSync(block, { level: 9 })
    pieces.push(packed)
    blocks.push({ packed: packed.length, bytes: block.length, sha256: await sha256(block) })
  }
  return { part: { name, bytes: bytes.length, sha256: await sha256(bytes), blocks }, pieces }
}
