import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'

/** Certificates as a server shows them, its own first, PEM or DER. */
export type Chain = readonly (string | Buffer)[]

/** SHA-256, hex, of what two people compare: the hub's own authority where it stands behind the certificate, else the certificate itself. */
export const fingerprintOf = (chain: Chain): string | null => {
  const [leaf, above] = certificates(chain)
  if (!leaf) return null
  return hexOf(above && isBelow(leaf, above) && above.checkIssued(above) ? above : leaf)
}

/** The server is `host`, today, by the certificate that was compared or one that this has signed. */
export const isPinned = (chain: Chain, { fingerprint, host, now }: { fingerprint: string; host: string; now: number }): boolean => {
  const [leaf, ...rest] = certificates(chain)
  if (!leaf || Date.parse(leaf.validFrom) > now || Date.parse(leaf.validTo) < now) return false
  const name = host.replace(/^\[(.*)\]$/, '$1')
  if ((isIP(name) ? leaf.checkIP(name) : leaf.checkHost(name)) === undefined) return false
  return hexOf(leaf) === fingerprint || rest.some(above => hexOf(above) === fingerprint && isBelow(leaf, above))
}

const certificates = (chain: Chain): X509Certificate[] => {
  try {
    return chain.map(one => new X509Certificate(one))
  } catch {
    return []
  }
}

const isBelow = (leaf: X509Certificate, above: X509Certificate): boolean => above.ca && leaf.checkIssued(above) && leaf.verify(above.publicKey)

const hexOf = ({ fingerprint256 }: X509Certificate): string => fingerprint256.replaceAll(':', '').toLowerCase()
