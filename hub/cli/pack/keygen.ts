import { keyFingerprint } from '#shared/standards/pack/fingerprint.ts'
import { writeKey } from '../../catalogue/key-file.ts'
import type { Command } from '../command.ts'
import { withWords, wrongUse } from '../words.ts'

export const packKeygen: Command = {
  usage: 'pack keygen --out KEY',
  run: args =>
    withWords('pack keygen', packKeygen.usage, args, { out: { type: 'string' } }, async ({ values: { out }, positionals: [other] }) => {
      if (other !== undefined) return wrongUse(`"${other}" is not expected`)
      if (out === undefined) return wrongUse('--out KEY is missing')
      const key = await writeKey(out)
      return { key, fingerprint: await keyFingerprint(key) }
    }),
}
