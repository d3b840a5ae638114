import { sha256 as inScript } from '@noble/hashes/sha2.js'

/** SHA-256 as 64 hex digits. A page on plain http has no `crypto.subtle`. */
export const sha256 = async (bytes: Uint8Array | ArrayBuffer): Promise<string> =>
  toHex('subtle' in crypto ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) : inScript(new Uint8Array(bytes)))

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** Of an even number of hex digits. */
export const fromHex = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], byte => parseInt(byte, 16))
