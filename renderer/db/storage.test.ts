import { expect, test, vi } from 'vitest'
import { guardStorage } from './storage.ts'

const MB = 2 ** 20
const storage = (quota: number | undefined, usage: number, persist = () => Promise.resolve(true)) => ({ persist, estimate: () => Promise.resolve({ ...(quota !== undefined && { quota }), usage }) }) as StorageManager

test('asks to be kept, and speaks up only when little is left', async () => {
  const persist = vi.fn(() => Promise.resolve(false))
  expect(await guardStorage(storage(600 * MB, 100 * MB, persist))).toBeNull()
  expect(persist).toHaveBeenCalledOnce()
  expect(await guardStorage(storage(600 * MB, 501 * MB))).toBe(99 * MB)
  expect(await guardStorage(storage(600 * MB, 601 * MB))).toBe(0)
  expect(await guardStorage(storage(undefined, 0))).toBeNull()
})
