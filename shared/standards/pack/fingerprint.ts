import { fromHex, sha256 } from '#shared/crypto/digest.ts'

/** SHA-256 of a key in hex; the first 64 bits of it are what two people compare. */
export const keyDigest = (key: string): Promise<string> => sha256(fromHex(key))

/** Those 64 bits in groups of four hex digits. */
export const groupedFingerprint = (digest: string): string => digest.slice(0, 16).match(/.{4}/g)!.join(' ')

export const keyFingerprint = async (key: string): Promise<string> => groupedFingerprint(await keyDigest(key))
