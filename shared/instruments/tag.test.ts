import fc from 'fast-check'
import { expect, test } from 'vitest'
import { qrOf } from '#shared/lib/qr.ts'
import { readTag, tagText } from './tag.ts'

test('what is printed is read back, in small letters too', () => fc.assert(fc.property(fc.uuid(), id => void expect([readTag(tagText(id)), readTag(` ${tagText(id).toLowerCase()}\n`)]).toEqual([id, id]))))

test('one wrong character, or two that changed places, is no tag', () => fc.assert(fc.property(fc.uuid(), fc.integer({ min: 7, max: 32 }), fc.constantFrom(...'01234567'), (id, at, other) => {
  const text = tagText(id)
  const wrong = text.slice(0, at) + other + text.slice(at + 1)
  expect(readTag(wrong)).toBe(wrong === text ? id : null)
  const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
  if (swapped !== text && at < 32) expect(readTag(swapped)).toBeNull()
})))

test.each(['', 'PL1:YP:01JD3ZK', 'PL1:ZX:192.0.2.10:8443', 'KC-0117'])('%j is another thing', text => expect(readTag(text)).toBeNull())

test('25 modules a side fit the tag', () => expect(qrOf(tagText('ffffffff-ffff-ffff-ffff-ffffffffffff')).length).toBe(25))
