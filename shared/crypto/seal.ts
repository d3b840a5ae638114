// Values sealed by a key, so that what lies on a disk tells nothing. In one go: a database transaction that awaited cryptography would end.
import { gcm } from '@noble/ciphers/aes.js'

/** Bytes of a key. */
export const KEY_BYTES = 32
const NONCE_BYTES = 12
const VERSION = 1

/** So many fresh random bytes. */
export type Random = (bytes: number) => Uint8Array

/** What lies at `place` can't be opened: another key sealed it, it was moved there, or it was changed. */
export class SealBroken extends Error {
  readonly place: string
  constructor(place: string) {
    super(`what is sealed at ${place} can't be opened`)
    this.place = place
  }
}

/** Seals plain JSON. `place` names where it lies: moved elsewhere it doesn't open. */
export type Sealer = {
  seal: (value: unknown, place: string) => Uint8Array<ArrayBuffer>
  /** Throws `SealBroken`. */
  open: (sealed: Uint8Array, place: string) => unknown
}

/** AES-256-GCM; a version, a random nonce, then what is sealed with its tag. */
export const sealer = (key: Uint8Array, random: Random): Sealer => {
  if (key.length !== KEY_BYTES) throw new Error(`a key has ${KEY_BYTES} bytes`)
  return {
    seal: (value, place) => {
      const nonce = random(NONCE_BYTES)
      const sealed = gcm(key, nonce, utf8(place)).encrypt(utf8(JSON.stringify(value)))
      const whole = new Uint8Array(1 + NONCE_BYTES + sealed.length)
      whole[0] = VERSION
      whole.set(nonce, 1)
      whole.set(sealed, 1 + NONCE_BYTES)
      return whole
    },
    open: (sealed, place) => {
      try {
        if (sealed[0] !== VERSION) throw new Error('another version')
        return JSON.parse(new TextDecoder().decode(gcm(key, sealed.subarray(1, 1 + NONCE_BYTES), utf8(place)).decrypt(sealed.subarray(1 + NONCE_BYTES)))) as unknown
      } catch {
        throw new SealBroken(place)
      }
    },
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
