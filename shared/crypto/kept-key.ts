// How a desk keeps the key that seals its data: open until the first login, then wrapped by the passphrase and to the hub.
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { z } from 'zod'
import { fromBase64, toBase64 } from './base64.ts'
import { KEY_BYTES, type Random, SealBroken, sealer } from './seal.ts'

z.config({ jitless: true })

const bytes = z.string().regex(/^[\w-]{1,400}$/)

/** `open`: as it is, before anybody has logged in. `passphrase`: wrapped by scrypt over it. */
export const keptKey = z.object({ open: bytes.optional(), passphrase: z.object({ salt: bytes, box: bytes }).optional() })
export type KeptKey = z.output<typeof keptKey>

export const newKept = (key: Uint8Array): KeptKey => ({ open: toBase64(key) })
export const openKept = ({ open }: KeptKey): Uint8Array<ArrayBuffer> | null => (open === undefined ? null : fromBase64(open))

const SALT_BYTES = 16
/** 128 MiB and about a second for each guess; it pauses for the page in between. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, dkLen: KEY_BYTES }

/** The key of a client group for who knows the passphrase; the open one is gone. */
export const wrapByPassphrase = async (kept: KeptKey, key: Uint8Array, passphrase: string, group: string, random: Random): Promise<KeptKey> => {
  const rest = { ...kept }
  delete rest.open
  const salt = random(SALT_BYTES)
  const wrapping = sealer(await scryptAsync(passphrase.normalize(), salt, SCRYPT), random)
  return { ...rest, passphrase: { salt: toBase64(salt), box: toBase64(wrapping.seal(toBase64(key), placeOf(group))) } }
}

/** null = not this passphrase, or none wraps it. */
export const openByPassphrase = async ({ passphrase: wrapped }: KeptKey, passphrase: string, group: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (!wrapped) return null
  const wrapping = sealer(await scryptAsync(passphrase.normalize(), fromBase64(wrapped.salt), SCRYPT), () => new Uint8Array())
  try {
    return fromBase64(wrapping.open(fromBase64(wrapped.box), placeOf(group)) as string)
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

const placeOf = (group: string): string => `key/${group}`
