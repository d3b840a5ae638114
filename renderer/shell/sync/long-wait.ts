/** So many steps, or one that is so old (ms), are too much to lose with what a browser keeps. */
export const MANY = 20
export const LONG_MS = 24 * 3600_000

/** How many of the steps that wait are in no backup; 0 while they are few and young. `waiting`: when each was done; times in ms. */
export const longWait = (waiting: readonly number[], backedUp: number | null, now: number): number => {
  const bare = waiting.filter(at => backedUp === null || at > backedUp)
  return bare.length >= MANY || bare.some(at => now - at >= LONG_MS) ? bare.length : 0
}
