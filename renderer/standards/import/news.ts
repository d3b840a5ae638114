import type { News } from './protocol.ts'

/** Milliseconds between two messages. */
export const NEWS_PACE = 100

/**
 * Gathers what happened and sends it on at most ten times a second; a new phase goes at once, so that the page
 * knows of it before a step that can't be interrupted.
 */
export const newsStream = (send: (news: News) => void, now: () => number = () => performance.now()): { tell: (part: Partial<News>) => void; flush: () => void } => {
  let held: News = { phase: 'reading', file: null, done: 0, total: 0, tallies: { read: 0, kept: 0, merged: 0, refused: 0, repaired: 0 }, refused: [], repairs: [] }
  let last = -Infinity
  let fresh = false

  const flush = () => {
    if (!fresh) return
    send(held)
    held = { ...held, refused: [], repairs: [] }
    last = now()
    fresh = false
  }
  return {
    tell: part => {
      const turned = part.phase !== undefined && part.phase !== held.phase
      held = { ...held, ...part, refused: [...held.refused, ...(part.refused ?? [])], repairs: [...held.repairs, ...(part.repairs ?? [])] }
      fresh = true
      if (turned || now() - last >= NEWS_PACE) flush()
    },
    flush,
  }
}
