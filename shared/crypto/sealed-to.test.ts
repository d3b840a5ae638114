import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SealBroken } from './seal.ts'
import { openSealedTo, sealingKeyOf, sealTo } from './sealed-to.ts'

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })
let drawn = 1
const random = (n: number): Uint8Array => Uint8Array.from({ length: n }, () => (drawn = (drawn * 48271) % 0x7fffffff) & 255)

test('what is sealed to a key is opened by its secret, at its place alone', () => {
  fc.assert(
    fc.property(bytes, bytes, fc.jsonValue(), fc.string(), (secret, other, value, place) => {
      const sealed = sealTo(sealingKeyOf(secret), value, place, random)
      expect(openSealedTo(secret, sealed, place)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(() => openSealedTo(secret, sealed, `${place} `)).toThrow(SealBroken)
      if (sealingKeyOf(other).join() !== sealingKeyOf(secret).join()) expect(() => openSealedTo(other, sealed, place)).toThrow(SealBroken)
    }),
    { numRuns: 30 },
  )
})

test('no byte of it can be changed, and nothing that is none opens', () => {
  const secret = random(32)
  const sealed = sealTo(sealingKeyOf(secret), 'x', 'a', random)
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.slice()
    changed[at] ^= 1
    // The highest bit of a public key counts for nothing (RFC 7748), yet it stands in the salt.
    expect(() => openSealedTo(secret, changed, 'a')).toThrow(SealBroken)
  }
  for (const none of [new Uint8Array(), new Uint8Array(32), new Uint8Array(100)]) expect(() => openSealedTo(secret, none, 'a')).toThrow(SealBroken)
})
