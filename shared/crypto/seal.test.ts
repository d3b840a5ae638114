import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SealBroken, sealer } from './seal.ts'

let drawn = 0
/** Never the same twice. */
const random = (n: number): Uint8Array => Uint8Array.from({ length: n }, () => (drawn++ * 167) >> 3)
const key = random(32)
const { seal, open } = sealer(key, random)

describe('what is sealed', () => {
  test('comes back as it was, at its place alone', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.string(), (value, place, other) => {
        const sealed = seal(value, place)
        expect(open(sealed, place)).toEqual(JSON.parse(JSON.stringify(value)))
        if (other !== place) expect(() => open(sealed, other)).toThrow(SealBroken)
      }),
    )
  })

  test('is refused when any byte of it was changed, cut off or added', () => {
    const sealed = seal({ phone: '13800000000' }, 'companies/1')
    for (let i = 0; i < sealed.length; i++) {
      const changed = Uint8Array.from(sealed, (byte, at) => (at === i ? byte ^ 1 : byte))
      expect(() => open(changed, 'companies/1')).toThrow(SealBroken)
    }
    for (const broken of [sealed.subarray(0, -1), new Uint8Array([...sealed, 0]), new Uint8Array()]) expect(() => open(broken, 'companies/1')).toThrow(SealBroken)
    expect(() => sealer(random(32), random).open(sealed, 'companies/1')).toThrow(SealBroken)
  })

  test('shows nothing of the value, and is another each time', () => {
    const [a, b] = [seal('13800000000', 'p'), seal('13800000000', 'p')]
    expect(new TextDecoder('latin1').decode(a)).not.toContain('138')
    expect(a).not.toEqual(b)
  })

  test('a key of another length is none', () => expect(() => sealer(random(16), random)).toThrow())
})
