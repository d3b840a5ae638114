import { keyFingerprint } from '#shared/standards/pack/fingerprint.ts'
import { writeKey } from '../../catalogue/key-file.ts'
import { answer, Refused, withWords } from './words.ts'

export const packKeygen = withWords('pack keygen --out KEY', 0, ['out'], async (_, { out }) => {
  if (out === undefined) throw new Refused('--out KEY is missing', 2)
  const key = await writeKey(out)
  return answer({ key, fingerprint: await keyFingerprint(key) })
})
