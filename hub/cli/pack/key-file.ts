import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { fromHex, toHex } from '#shared/crypto/digest.ts'
import { publicKeyOf } from '#shared/crypto/sign.ts'
import { refuse } from '../words.ts'

const hex32 = z.string().regex(/^[0-9a-f]{64}$/)
const keyFile = z.object({ kind: z.literal('pinli-pack-key'), secret: hex32, public: hex32 })

/** Written for its owner alone and never over another file. */
export const writeKey = async (path: string, secret: Uint8Array): Promise<string> => {
  const key = toHex(await publicKeyOf(secret))
  await writeFile(path, `${JSON.stringify({ kind: 'pinli-pack-key', secret: toHex(secret), public: key } satisfies z.output<typeof keyFile>, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
  return key
}

export const readKey = async (path: string): Promise<Uint8Array> => {
  const read = keyFile.safeParse(await readFile(path, 'utf8').then(JSON.parse).catch((error: unknown) => refuse(`the key ${path} can't be read: ${(error as Error).message}`)))
  return read.success ? fromHex(read.data.secret) : refuse(`${path} is no key of pack keygen`)
}
