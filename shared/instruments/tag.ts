// What a tag's QR code holds: an opaque id and a check character, so that a damaged one is told from another instrument's.

/** `PL1:QJ:` (器具), the id as 26 letters and digits of Crockford's base 32, and the check character of ISO/IEC 7064, MOD 37,36: 25 modules a side. */
export const tagText = (id: string): string => {
  let left = BigInt(`0x${id.replaceAll('-', '')}`)
  let body = ''
  for (let i = 0; i < LENGTH; i++) {
    body = BASE32[Number(left & 31n)] + body
    left >>= 5n
  }
  return `PL1:QJ:${body}${checkOf(body)}`
}

/** The id of a scanned tag; null for anything else and for one that was misread. */
export const readTag = (text: string): string | null => {
  const found = /^PL1:QJ:([0-7][\dA-HJKMNP-TV-Z]{25})([\dA-Z])$/.exec(text.trim().toUpperCase())
  if (!found || checkOf(found[1]) !== found[2]) return null
  const id = [...found[1]].reduce((sum, letter) => sum * 32n + BigInt(BASE32.indexOf(letter)), 0n)
  return id.toString(16).padStart(32, '0').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const LENGTH = 26
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const checkOf = (body: string): string => {
  let product = 36
  for (const character of body) {
    const sum = (product + ALPHABET.indexOf(character)) % 36 || 36
    product = (sum * 2) % 37
  }
  return ALPHABET[(37 - product) % 36]
}
