import { expect, test } from 'vitest'
import { newKept, openByPassphrase, openKept, wrapByPassphrase } from './kept-key.ts'

test('the passphrase opens it, another doesn’t, nor does it for another group', async () => {
  const key = Uint8Array.from({ length: 32 }, (_, i) => i)
  let drawn = 0
  const kept = await wrapByPassphrase(newKept(key), key, '示例口令 一二三四', 'g', n => Uint8Array.from({ length: n }, () => drawn++))
  expect([openKept(newKept(key)), openKept(kept)]).toEqual([key, null])
  expect(await Promise.all([openByPassphrase(kept, '示例口令 一二三四', 'g'), openByPassphrase(kept, '示例口令 一二三五', 'g'), openByPassphrase(kept, '示例口令 一二三四', 'h')])).toEqual([key, null, null])
  expect(await openByPassphrase(newKept(key), 'x', 'g')).toBeNull()
})
