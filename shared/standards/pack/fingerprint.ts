import { fromHex, sha256 } from '#shared/crypto/digest.ts'

/** What two people compare by telephone: the first 64 bits of the key's SHA-256, in groups of four hex digits. `key` in hex. */
export const keyFingerprint = async (key: string): Promise<string> => (await sha256(fromHex(key))).slice(0, 16).match(/.{4}/g)!.join(' ')
