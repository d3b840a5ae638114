import type { LabTest, Urgency } from '#shared/labs/lab.ts'
import type { Reads } from '#shared/sync/tx.ts'
import type { BookingTables, Instant } from '../booking.ts'
import { candidatesOf, HORIZON } from '../finder.ts'
import { minutesOf } from '../limits.ts'
import { DAY } from '../times.ts'
import { type ChainAsked, type ChainStep, type Share, startOfWeekAfter } from './input.ts'

/** A step before its rows are read; `tests`: the ones of the directory that answer the need. */
export type Wish = Pick<ChainStep, 'id' | 'after' | 'sample'> & { tests: readonly LabTest[] }

/** All that a plan needs of the rows, four weeks ahead. For live queries: awaits nothing but `reads`. */
export const readChain = async (reads: Reads<BookingTables>, wishes: readonly Wish[], { company, from, now, urgency }: { company: string; from: Instant; now: Instant; urgency: Urgency }): Promise<ChainAsked> => {
  const until = from + HORIZON
  const steps: ChainStep[] = []
  for (const { tests, ...wish } of wishes) steps.push({ ...wish, candidates: await candidatesOf(reads, tests, { from, until }) })
  const limited = new Map(steps.flatMap(({ candidates }) => candidates.flatMap(({ parts }) => parts.flatMap(({ resource: { id, weekMin } }) => (weekMin ? [[id, weekMin] as const] : [])))))
  const bookings = limited.size > 0 ? await reads.listBy('bookings', 'company', company) : []
  const shares = [...limited].map(([resource, most]): Share => {
    const used: Share['used'] = {}
    for (let monday = startOfWeekAfter(from) - 7 * DAY; monday < until; monday += 7 * DAY) used[monday] = minutesOf(bookings, { resource, at: monday })
    return { resource, most, used }
  })
  return { steps, from, until, now, urgency, shares }
}
