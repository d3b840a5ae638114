// The key by which packs are signed, in a file for its owner alone.
import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { fromHex, toHex } from '#shared/crypto/digest.ts'
import { publicKeyOf } from '#shared/crypto/sign.ts'
import { readIfThere, writePrivate } from '../private-file.ts'

const hex32 = z.string().regex(/^[0-9a-f]{64}$/)
const keyFile = z.object({ kind: z.literal('pinli-pack-key'), secret: hex32, public: hex32 })
type KeyFile = z.output<typeof keyFile>

/** Never over another file. Gives the public key, hex. */
export const writeKey = async (path: string): Promise<string> => {
  const made = await newKey()
  await writeFile(path, textOf(made), { flag: 'wx', mode: 0o600 })
  return made.public
}

/** The secret; an error says what is wrong with the file. */
export const readKey = async (path: string): Promise<Uint8Array> => {
  const text = await readIfThere(path)
  if (text === null) throw new Error(`the key ${path} is not there`)
  return fromHex(readText(path, text).secret)
}

/** The public key, hex, of the file that `pack build --key` takes too; it is made where there is none. */
export const ownKey = async (path: string): Promise<string> => {
  const text = await readIfThere(path)
  if (text !== null) return readText(path, text).public
  const made = await newKey()
  await writePrivate(path, textOf(made))
  return made.public
}

const newKey = async (): Promise<KeyFile> => {
  const secret = new Uint8Array(randomBytes(32))
  return { kind: 'pinli-pack-key', secret: toHex(secret), public: toHex(await publicKeyOf(secret)) }
}

const textOf = (key: KeyFile): string => `${JSON.stringify(key, null, 2)}\n`

const readText = (path: string, text: string): KeyFile => {
  const read = keyFile.safeParse(parsed(text))
  if (!read.success) throw new Error(`${path} is no key of a pack: put back a copy of it, or remove it and a new one is made`)
  return read.data
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
