// How a desk keeps the key that seals its data: open until the first login, then wrapped by the passphrase and to the hub.
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { z } from 'zod'
import { fromBase64, toBase64 } from './base64.ts'
import { KEY_BYTES, type Random, SealBroken, sealer } from './seal.ts'
import { openSealedTo, sealTo } from './sealed-to.ts'

z.config({ jitless: true })

const bytes = z.string().regex(/^[\w-]{1,400}$/)

/** `open`: as it is, before anybody has logged in. `passphrase`: wrapped by scrypt over it. `hub`: sealed to the key `to` of the hub. */
export const keptKey = z.object({ open: bytes.optional(), passphrase: z.object({ salt: bytes, box: bytes }).optional(), hub: z.object({ to: bytes, box: bytes }).optional() })
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

/** The hub gives it back to whom the group belongs: after a passphrase was forgotten, say. The same where that hub has it already. */
export const wrapToHub = (kept: KeptKey, key: Uint8Array, to: string, group: string, random: Random): KeptKey =>
  kept.hub?.to === to ? kept : { ...kept, hub: { to, box: toBase64(sealTo(fromBase64(to), toBase64(key), placeOf(group), random)) } }

/** At the hub: the key, base64url. Throws `SealBroken`: not sealed to it, or of another group. */
export const openAtHub = (secret: Uint8Array, box: string, group: string): string => openSealedTo(secret, fromBase64(box), placeOf(group)) as string

const placeOf = (group: string): string => `key/${group}`
