import fc from 'fast-check'
import { expect, test } from 'vitest'
import { qrOf } from './qr.ts'
import { readTag, tagText } from './tag.ts'

test('what is printed is read back, in small letters too', () => fc.assert(fc.property(fc.uuid(), id => void expect([readTag(tagText('QJ', id)), readTag(` ${tagText('QJ', id).toLowerCase()}\n`)]).toEqual([{ kind: 'QJ', id }, { kind: 'QJ', id }]))))

test('one wrong character, or two that changed places, is no tag', () => fc.assert(fc.property(fc.uuid(), fc.integer({ min: 7, max: 32 }), fc.constantFrom(...'01234567'), (id, at, other) => {
  const text = tagText('QJ', id)
  const wrong = text.slice(0, at) + other + text.slice(at + 1)
  expect(readTag(wrong)).toEqual(wrong === text ? { kind: 'QJ', id } : null)
  const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
  if (swapped !== text && at < 32) expect(readTag(swapped)).toBeNull()
})))

test('the kind is told', () => expect(readTag(tagText('YY', 'ffffffff-ffff-ffff-ffff-ffffffffffff'))?.kind).toBe('YY'))

test.each(['', 'PL1:YP:01JD3ZK', 'PL1:ZX:192.0.2.10:8443', 'KC-0117'])('%j is another thing', text => expect(readTag(text)).toBeNull())

test('25 modules a side fit the tag', () => expect(qrOf(tagText('QJ', 'ffffffff-ffff-ffff-ffff-ffffffffffff')).length).toBe(25))
