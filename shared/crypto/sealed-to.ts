// Sealed to a public key: whoever seals can't open it again, the holder of the secret can.
import { x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { KEY_BYTES, type Random, SealBroken, sealer } from './seal.ts'

/** Of 32 random bytes as a secret. */
export const sealingKeyOf = (secret: Uint8Array): Uint8Array => x25519.getPublicKey(secret)

/** A public key made for this once (32 bytes), then what the two keys seal; `place` as in `seal.ts`. */
export const sealTo = (to: Uint8Array, value: unknown, place: string, random: Random): Uint8Array<ArrayBuffer> => {
  const once = random(KEY_BYTES)
  const own = sealingKeyOf(once)
  const box = sealer(shared(once, to, own, to), random).seal(value, place)
  const whole = new Uint8Array(KEY_BYTES + box.length)
  whole.set(own)
  whole.set(box, KEY_BYTES)
  return whole
}

/** Throws `SealBroken`: another key, another place, or changed. */
export const openSealedTo = (secret: Uint8Array, whole: Uint8Array, place: string): unknown => {
  const own = whole.subarray(0, KEY_BYTES)
  let key: Uint8Array
  try {
    key = shared(secret, own, own, sealingKeyOf(secret))
  } catch {
    throw new SealBroken(place) // no key stands in front, or one that would make a secret known to all
  }
  return sealer(key, nothing).open(whole.subarray(KEY_BYTES), place)
}

/** RFC 7748 and RFC 5869; both public keys stand in it, so that a box fits these two alone. */
const shared = (secret: Uint8Array, other: Uint8Array, once: Uint8Array, to: Uint8Array): Uint8Array => hkdf(sha256, x25519.getSharedSecret(secret, other), new Uint8Array([...once, ...to]), INFO, KEY_BYTES)

const INFO = new TextEncoder().encode('pinli sealed to')
const nothing: Random = () => {
  throw new Error('opening needs no randomness')
}
