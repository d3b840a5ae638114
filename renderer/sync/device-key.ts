import type { DeviceKey } from '#shared/sync/login.ts'

/** A new key of this computer: the half that signs can't be taken out of the browser's store. */
export const makeDeviceKey = async (): Promise<{ key: CryptoKey; open: DeviceKey }> => {
  const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const { x, y } = await crypto.subtle.exportKey('jwk', publicKey)
  return { key: privateKey, open: { kty: 'EC', crv: 'P-256', x: x!, y: y! } }
}

/** ECDSA with SHA-256, 64 bytes, base64url. */
export const signWith = async (key: CryptoKey, text: string): Promise<string> => {
  const signed = new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, new TextEncoder().encode(text)))
  return btoa(String.fromCharCode(...signed)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
