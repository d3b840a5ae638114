// A device proves by its key that a login comes from it.
import { createHmac, createPublicKey, randomBytes, verify } from 'node:crypto'
import type { DeviceKey } from '#shared/sync/login.ts'
import { isSame } from './secrets.ts'

/** The key as it is kept (SPKI, DER); null = no point of the curve. */
export const keyBytes = (key: DeviceKey): Buffer | null => {
  try {
    return createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'der' })
  } catch {
    return null
  }
}

/** `signature`: base64url of 64 bytes, as WebCrypto makes it. */
export const isSigned = (spki: Buffer, text: string, signature: string): boolean =>
  verify('sha256', Buffer.from(text), { key: createPublicKey({ key: spki, format: 'der', type: 'spki' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))

export type Challenges = { give(device: string): string; take(challenge: string, device: string): boolean }

/** Good once and for two minutes, for the device that asked. Nothing is kept of those that are never used. */
export const makeChallenges = (now: () => number): Challenges => {
  const key = randomBytes(32)
  const used = new Map<string, number>()
  const seal = (head: Buffer, device: string): Buffer => createHmac('sha256', key).update(head).update(device).digest().subarray(0, SEAL)
  return {
    give: device => {
      const head = Buffer.concat([Buffer.alloc(8), randomBytes(HEAD - 8)])
      head.writeDoubleBE(now() + GOOD_FOR)
      return Buffer.concat([head, seal(head, device)]).toString('base64url')
    },
    take: (challenge, device) => {
      for (const [old, until] of used) if (until <= now()) used.delete(old)
      const bytes = Buffer.from(challenge, 'base64url')
      const head = bytes.subarray(0, HEAD)
      if (bytes.length !== HEAD + SEAL || !isSame(bytes.subarray(HEAD), seal(head, device)) || head.readDoubleBE() <= now() || used.has(head.toString('hex'))) return false
      used.set(head.toString('hex'), head.readDoubleBE())
      return true
    },
  }
}

const GOOD_FOR = 120_000
const HEAD = 24
const SEAL = 16
