import { getPublicKeyAsync, hashes, signAsync, verifyAsync } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'

// A page on plain http has no `crypto.subtle`.
if (!('subtle' in crypto)) hashes.sha512Async = message => Promise.resolve(sha512(message))

/** Ed25519 (RFC 8032). A secret key is 32 random bytes; keys and signatures are bytes, a signature has 64. */
export const publicKeyOf = (secret: Uint8Array): Promise<Uint8Array> => getPublicKeyAsync(secret)

export const sign = (message: Uint8Array, secret: Uint8Array): Promise<Uint8Array> => signAsync(message, secret)

/** False also for a key or a signature that is none. */
export const isSignedBy = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> =>
  verifyAsync(signature, message, key).catch(() => false)
