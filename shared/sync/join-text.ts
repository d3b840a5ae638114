// What a desk needs to join a hub, as one short text: the hub and its administrators show it as a QR code, and it is scanned or pasted
// where a desk joins. `PL1:ZX:192.0.2.10:8443/<SHA-256 in hex>` and, where a code is given, `/7K4P-92QM-3TVC` behind it; capitals, which
// a QR code takes in its denser alphabet.
import { type Result, fail, ok } from '#shared/lib/result.ts'

/** `address` as a person types it, with its port. `fingerprint`: SHA-256, hex, of the certificate that is compared. `code`: by which a desk joins; null = it is given otherwise. */
export type JoinText = { address: string; fingerprint: string; code: string | null }

/** Why a text that begins like one of Pinli's is none by which a desk joins. */
export type JoinTextProblem =
  /** Of another thing, such as a sample. */
  | { code: 'scan-other' }
  | { code: 'scan-newer' }
  /** Broken off, or read wrongly. */
  | { code: 'scan-damaged' }

export const joinText = ({ address, fingerprint, code }: JoinText): string => `PL1:ZX:${[address.replace(/^https:\/\//, ''), fingerprint, ...(code === null ? [] : [code])].join('/')}`.toUpperCase()

/** null = it doesn't begin like one: an address, say. Case and full-width letters, as some keyboards write them, don't matter. */
export const readJoinText = (written: string): Result<JoinText, JoinTextProblem> | null => {
  const text = written.trim().normalize('NFKC').toUpperCase()
  const [, version, kind] = /^PL(\d+):([A-Z]+):/.exec(text) ?? []
  if (version === undefined) return null
  if (kind !== 'ZX') return fail({ code: 'scan-other' })
  if (version !== '1') return fail({ code: 'scan-newer' })
  const [, address = '', port, fingerprint = '', code = null] = FORM.exec(text) ?? []
  if (!(Number(port) >= 1 && Number(port) <= 65_535)) return fail({ code: 'scan-damaged' })
  return ok({ address: address.toLowerCase(), fingerprint: fingerprint.toLowerCase(), code })
}

const FORM = /^PL1:ZX:((?:[A-Z\d.-]{1,253}|\[[A-F\d:.]{2,45}\]):(\d{1,5}))\/([A-F\d]{64})(?:\/([A-Z\d]{4}(?:-[A-Z\d]{4}){2}))?$/
