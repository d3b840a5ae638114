import { watch } from 'vue'
import { midnightOf } from '#shared/bookings/times.ts'
import type { Need } from '#shared/labs/find-tests.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import { live } from '../../db/live.ts'
import { isStaff } from '../../rights.ts'
import { clock } from '../clock.ts'
import { type Offered, offeredFor } from './proposals.ts'
import type { Wish } from './wish.ts'

/** What is proposed for a test from a day on, null = from now. What was shown keeps its place for as long as the question is the same; a range asks the scope alone anew. */
export const useOffers = (asked: { need: () => Need | null; wish: () => Wish; day: () => IsoDay | null }) => {
  let shown: Offered[] = []
  const offers = live(() => {
    const [of, day, { range, urgency }] = [asked.need(), asked.day(), asked.wish()]
    const wanted = { from: day === null ? clock.value : Math.max(clock.value, midnightOf(day)), range: range.trim() || null, urgency }
    // Overtime is given by staff alone.
    const given = isStaff.value
    return async reads => (of ? (await offeredFor(reads, of, wanted, shown)).filter(({ why }) => given || why !== 'overtime') : null)
  }, null)
  watch([asked.need, () => asked.wish().urgency, asked.day], () => { shown = [] }, { flush: 'sync' })
  watch(offers, now => { shown = now ?? [] })
  return offers
}
