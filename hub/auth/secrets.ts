// Secrets that the hub makes. It keeps hashes only; they are random enough that a plain SHA-256 hides them.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** 60 random bits to be read out and typed: `7K4P-92QM-3TVC`. */
export const newCode = (): string => [...randomBytes(12)].map(byte => ALPHABET[byte & 31]).join('').replace(/(.{4})(?=.)/g, '$1-')

/** The code that a person typed, whatever the case, dashes and look-alikes. */
export const readCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1').replace(/(.{4})(?=.)/g, '$1-')

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export const isSame = (a: Uint8Array | null, b: Uint8Array): boolean => a !== null && a.length === b.length && timingSafeEqual(a, b)

/** Without I, L, O and U (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
