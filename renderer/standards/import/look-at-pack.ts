import { ok, type Result } from '#shared/lib/result.ts'
import { keyDigest } from '#shared/standards/pack/fingerprint.ts'
import type { PackProblem } from '#shared/standards/pack/problem.ts'
import { openPack } from '#shared/standards/pack/read-pack.ts'
import type { PackLook } from './protocol.ts'

/** The head alone: what a person decides by. */
export const lookAtPack = async (file: Blob): Promise<Result<PackLook, PackProblem>> => {
  const pack = await openPack(file)
  if (!pack.ok) return pack
  const { seq, meta, publisher, key } = pack.value.manifest
  return ok({ seq, meta, publisher, key, fingerprint: key && (await keyDigest(key)) })
}
