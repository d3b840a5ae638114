import { z } from 'zod'

z.config({ jitless: true })

/** Wrong passphrases at the lock of a desk since the last right one, and when the last was, ms. */
export const unlockTries = z.object({ failed: z.int().min(0), at: z.int() })
export type UnlockTries = z.output<typeof unlockTries>

const FREE = 3
const FIRST_MS = 5_000
const LONGEST_MS = 15 * 60_000

/** ms until the next try is taken: three are free, then it doubles. A clock that was turned back waits once more. */
export const unlockWait = ({ failed, at }: UnlockTries, now: number): number => {
  if (failed < FREE) return 0
  const delay = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failed - FREE))
  return now < at ? delay : Math.max(0, at + delay - now)
}
