import type { Instant, Part } from './booking.ts'
import { nextFree, type Wanted } from './slots.ts'
import { DAY } from './times.ts'

/** Between the end of the part before and the start of this one, in ms; `most` null = any length. */
export type Gap = { least: number; most: number | null }

/**
 * The parts one after another so that the last ends as early as can be, each in one go within its opening hours; all start before
 * `until`. `gaps[0]` says nothing. null = there is no such time.
 *
 * Each part is taken as early as the one before allows; where it comes too long after it, the one before is moved on just so far.
 * Nothing that is passed over could be part of an answer, so the first one found is the earliest.
 */
export const arrange = (parts: readonly Wanted[], gaps: readonly Gap[], from: Instant, until: Instant): Part[] | null => {
  const starts: Instant[] = []
  const notBefore = parts.map(() => from)
  for (let i = 0; i < parts.length; ) {
    const before = i === 0 ? null : starts[i - 1] + parts[i - 1].length
    const at = firstFree(parts[i], Math.max(notBefore[i], before === null ? from : before + gaps[i].least), until)
    if (at === null) return null
    notBefore[i] = at
    const { most } = gaps[i]
    if (before !== null && most !== null && at > before + most) {
      notBefore[i - 1] = at - most - parts[i - 1].length
      i--
      continue
    }
    starts[i++] = at
  }
  return parts.map(({ resource, length }, i) => ({ resource: resource.id, start: starts[i], end: starts[i] + length }))
}

/** Looked for a few days at a time: most are found on the first. */
const firstFree = (part: Wanted, from: Instant, until: Instant): Instant | null => {
  for (let at = from; at < until; at += STEP) {
    const found = nextFree([part], at, Math.min(at + STEP, until), 1).at(0)
    if (found !== undefined) return found
  }
  return null
}
const STEP = 2 * DAY
