// The hub's own authority and the certificate that it gives itself: desks pin the authority, browsers have it installed.
import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'
import { readIfThere, writePrivate } from '../private-file.ts'

/** PEM texts. `cert` carries the authority behind it, since desks learn of it from the connection. `fingerprint`: SHA-256 of the authority's certificate, hex; it stays the same when the certificate is renewed. */
export type Certificate = { cert: string; key: string; authority: string; fingerprint: string }

/** Names and addresses by which the hub is reached. */
export type Names = { dns: readonly string[]; ip: readonly string[] }

/** Reads both from the folder; makes what is missing, runs out within 30 days, or doesn't name all of `names`. `now`: ms. */
export const ownCertificate = async (folder: string, names: Names, now: number): Promise<Certificate> => {
  const authority = (await readPair(folder, 'authority')) ?? (await makeAuthority(folder, now))
  const kept = await readPair(folder, 'hub')
  const good = kept && kept.cert.notAfter.getTime() - now > RENEW_BEFORE && kept.cert.issuer === authority.cert.subject && covers(kept.cert, names) && (await kept.cert.verify({ publicKey: authority.cert, signatureOnly: true }))
  const hub = good ? kept : await makeCertificate(folder, authority, names, now)
  return { cert: `${hub.cert.toString('pem')}\n${authority.cert.toString('pem')}`, key: hub.keyPem, authority: authority.cert.toString('pem'), fingerprint: fingerprintOf(await authority.cert.getThumbprint('SHA-256')) }
}

/** Of a certificate in PEM, hex. */
export const certificateFingerprint = async (pem: string): Promise<string> => fingerprintOf(await new x509.X509Certificate(pem).getThumbprint('SHA-256'))

type Pair = { cert: x509.X509Certificate; keyPem: string }

const DAY = 24 * 3600_000
const RENEW_BEFORE = 30 * DAY
/** Browsers refuse longer ones. */
const CERTIFICATE_DAYS = 397
const AUTHORITY_DAYS = 20 * 365
const SIGNING = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

const readPair = async (folder: string, name: string): Promise<Pair | null> => {
  const [cert, keyPem] = await Promise.all(['crt', 'key'].map(end => readIfThere(join(folder, `${name}.${end}`))))
  return cert && keyPem ? { cert: new x509.X509Certificate(cert), keyPem } : null
}

const keep = async (folder: string, name: string, cert: x509.X509Certificate, key: webcrypto.CryptoKey): Promise<Pair> => {
  const keyPem = x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')
  await writePrivate(join(folder, `${name}.key`), keyPem)
  await writePrivate(join(folder, `${name}.crt`), cert.toString('pem'))
  return { cert, keyPem }
}

const makeKeys = (): Promise<webcrypto.CryptoKeyPair> => webcrypto.subtle.generateKey(SIGNING, true, ['sign', 'verify'])

const makeAuthority = async (folder: string, now: number): Promise<Pair> => {
  const keys = await makeKeys()
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    // The number keeps two hubs apart in a browser's list.
    name: `CN=Pinli hub ${Buffer.from(webcrypto.getRandomValues(new Uint8Array(4))).toString('hex')}`,
    keys,
    signingAlgorithm: SIGNING,
    notBefore: new Date(now - DAY),
    notAfter: new Date(now + AUTHORITY_DAYS * DAY),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return keep(folder, 'authority', cert, keys.privateKey)
}

const makeCertificate = async (folder: string, authority: Pair, { dns, ip }: Names, now: number): Promise<Pair> => {
  const keys = await makeKeys()
  const signingKey = await webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(authority.keyPem), SIGNING, false, ['sign'])
  const cert = await x509.X509CertificateGenerator.create({
    subject: `CN=${dns[0] ?? ip[0] ?? 'localhost'}`,
    issuer: authority.cert.subject,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: SIGNING,
    notBefore: new Date(now - DAY),
    notAfter: new Date(now + (CERTIFICATE_DAYS - 1) * DAY),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([...dns.map(value => ({ type: 'dns', value }) as const), ...ip.map(value => ({ type: 'ip', value }) as const)]),
      await x509.AuthorityKeyIdentifierExtension.create(authority.cert.publicKey),
    ],
  })
  return keep(folder, 'hub', cert, keys.privateKey)
}

const covers = (cert: x509.X509Certificate, { dns, ip }: Names): boolean => {
  const named = new Set(cert.getExtension(x509.SubjectAlternativeNameExtension)?.names.items.map(({ value }) => value))
  return [...dns, ...ip].every(name => named.has(name))
}

const fingerprintOf = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('hex')
