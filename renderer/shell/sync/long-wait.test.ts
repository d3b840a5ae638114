import { expect, it } from 'vitest'
import { LONG_MS, longWait, MANY } from './long-wait.ts'

const NOW = 1_000_000_000
const steps = (n: number, at = NOW) => Array.from({ length: n }, () => at)

it.each([
  ['few and young', steps(MANY - 1), null, 0],
  ['many', steps(MANY), null, MANY],
  ['one that is a day old, and what came after it', [NOW - LONG_MS, NOW], null, 2],
  ['one that is nearly a day old', [NOW - LONG_MS + 1], null, 0],
  ['many, all in a backup', steps(MANY, NOW - 1), NOW - 1, 0],
  ['an old one in a backup, few since', [NOW - LONG_MS, ...steps(MANY - 1)], NOW - 1, 0],
  ['many since the last backup', [NOW - LONG_MS, ...steps(MANY)], NOW - 1, MANY],
])('%s', (_, waiting, backedUp, found) => expect(longWait(waiting, backedUp, NOW)).toBe(found))
