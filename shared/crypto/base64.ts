/** Base64url without padding. */
export const toBase64 = (bytes: Uint8Array): string => {
  let latin1 = ''
  // More arguments than a call may have, otherwise.
  for (let at = 0; at < bytes.length; at += 0x4000) latin1 += String.fromCharCode(...bytes.subarray(at, at + 0x4000))
  return btoa(latin1).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Throws where the text is none. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0))
