/** Counts wrong tries by key. Kept in memory: a restart forgives, which costs a guesser more than it gives. */
export type Throttle = {
  /** Counts one try ahead of its answer, so that tries side by side can't pass the limit. `left`: wrong ones after this. */
  try(key: string): { left: number } | { retryAfter: number }
  /** The try was right: the key starts anew. */
  forgive(key: string): void
  /** ms since 1970, null = not locked. */
  lockedUntil(key: string): number | null
}

export type Limit = { tries: number; lockMs: number; now: () => number }

export const makeThrottle = ({ tries, lockMs, now }: Limit): Throttle => {
  const counts = new Map<string, { count: number; until: number }>()
  const current = (key: string): { count: number; until: number } | undefined => {
    const held = counts.get(key)
    return held && held.until > now() ? held : undefined
  }
  return {
    try: key => {
      const held = current(key)
      if (held && held.count >= tries) return { retryAfter: Math.ceil((held.until - now()) / 1000) }
      const count = (held?.count ?? 0) + 1
      // Set anew, so that the oldest come first and go first.
      counts.delete(key)
      counts.set(key, { count, until: now() + lockMs })
      if (counts.size > KEYS) counts.delete(counts.keys().next().value!)
      return { left: tries - count }
    },
    forgive: key => void counts.delete(key),
    lockedUntil: key => {
      const held = current(key)
      return held && held.count >= tries ? held.until : null
    },
  }
}

/** Keys that are kept at most: invented names may not fill the memory. */
const KEYS = 50_000
