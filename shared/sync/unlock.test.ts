import { expect, test } from 'vitest'
import { unlockWait } from './unlock.ts'

test.each([
  [2, 0, 0], [3, 0, 5_000], [3, 4_000, 1_000], [3, 5_000, 0], [5, 0, 20_000], [11, 0, 900_000], [500, 0, 900_000], [3, -60_000, 5_000],
])('after %i wrong ones, %i ms later: %i ms to wait', (failed, later, wait) => expect(unlockWait({ failed, at: 1_000_000 }, 1_000_000 + later)).toBe(wait))
