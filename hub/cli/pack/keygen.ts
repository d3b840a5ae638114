import { randomBytes } from 'node:crypto'
import { keyFingerprint } from '#shared/standards/pack/fingerprint.ts'
import { writeKey } from './key-file.ts'
import { answer, Refused, withWords } from './words.ts'

export const packKeygen = withWords('pack keygen --out KEY', 0, ['out'], async (_, { out }) => {
  if (out === undefined) throw new Refused('--out KEY is missing', 2)
  const key = await writeKey(out, new Uint8Array(randomBytes(32)))
  return answer({ key, fingerprint: await keyFingerprint(key) })
})
