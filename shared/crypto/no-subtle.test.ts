import { afterEach, expect, it, vi } from 'vitest'
import { sha256 } from './digest.ts'
import { publicKeyOf, sign } from './sign.ts'

afterEach(() => void vi.unstubAllGlobals())
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

it('hashes alike where there is no crypto.subtle', async () => {
  const texts = ['', 'abc', '品立'.repeat(1000)].map(bytes)
  const found = await Promise.all(texts.map(sha256))
  expect(found[1]).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  vi.stubGlobal('crypto', {})
  expect(await Promise.all(texts.map(sha256))).toEqual(found)
  expect(await sha256(texts[1].buffer)).toBe(found[1])
})

it('knows a signature alike where there is no crypto.subtle', async () => {
  const secret = new Uint8Array(32).fill(7)
  const [key, signed] = await Promise.all([publicKeyOf(secret), sign(bytes('品立'), secret)])
  vi.stubGlobal('crypto', {})
  vi.resetModules()
  const { isSignedBy } = await import('./sign.ts')
  expect([await isSignedBy(key, bytes('品立'), signed), await isSignedBy(key, bytes('品力'), signed)]).toEqual([true, false])
})
