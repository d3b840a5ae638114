// A time that comes again: each day, each week or each two weeks. What falls out is named, with why.
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Instant } from './booking.ts'
import { lanesFor, refusalOf, type Wanted } from './slots.ts'
import { DAY, dayOf } from './times.ts'

export type Every = 'day' | 'week' | 'fortnight'
export type Skipped = { day: IsoDay; why: 'rest' | 'closed' | 'overdue' | 'taken' }

const STEP: Record<Every, number> = { day: DAY, week: 7 * DAY, fortnight: 14 * DAY }

/** How far after the first the last of `count` begins, in ms. */
export const seriesLength = (every: Every, count: number): number => (count - 1) * STEP[every]

/** The starts that can be had of `count` repetitions, the first among them, and the days that are left out. `wanted` covers them all. */
export const seriesOf = (wanted: readonly Wanted[], first: Instant, every: Every, count: number): { starts: Instant[]; skipped: Skipped[] } => {
  const starts: Instant[] = []
  const skipped: Skipped[] = []
  for (let i = 0; i < count; i++) {
    const start = first + i * STEP[every]
    const why = whyNot(wanted, start)
    if (why === null) starts.push(start)
    else skipped.push({ day: dayOf(start), why })
  }
  return { starts, skipped }
}

const whyNot = (wanted: readonly Wanted[], start: Instant): Skipped['why'] | null => {
  for (const one of wanted) {
    const refusal = refusalOf(one, start)
    if (refusal === null) continue
    if (refusal === 'calibration-overdue') return 'overdue'
    return one.calendar.days.get(dayOf(start + one.after))?.kind === 'rest' ? 'rest' : 'closed'
  }
  return lanesFor(wanted, start) ? null : 'taken'
}
