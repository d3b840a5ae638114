import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Instant } from '#shared/bookings/booking.ts'
import { type Board, placeOf } from '#shared/bookings/board/columns.ts'
import type { Need } from '#shared/labs/find-tests.ts'
import { live } from '../../db/live.ts'
import type { TimelineBlock } from '../../ui/timeline/timeline.ts'
import { clock } from '../clock.ts'
import { type Offered, offeredFor } from '../find/proposals.ts'
import { words } from '../words.ts'

/** What the finder proposes for a test that was chosen beside the board; the one at whose first part the cursor stands is `chosen`. */
export const useTestOffers = (cursor: () => { resource: string; start: Instant } | null) => {
  const { t } = useI18n()
  const need = shallowRef<Need | null>(null)
  let shown: Offered[] = []
  const offers = live(() => {
    const [of, from] = [need.value, clock.value]
    return reads => (of ? offeredFor(reads, of, { from, range: null, urgency: 'normal' }, shown) : Promise.resolve(null))
  }, null)
  watch(need, () => { shown = [] }, { flush: 'sync' })
  watch(offers, now => { shown = now ?? [] })
  const chosen = computed(() => {
    const at = cursor()
    return (need.value && at && offers.value?.find(({ parts: [first], taken }) => !taken && first.resource === at.resource && first.start === at.start)) || null
  })
  /** By resource; the parts that would be booked with the cursor's are 同订. */
  const blocksOn = (board: Board): Map<string, TimelineBlock[]> => {
    const found = new Map<string, TimelineBlock[]>()
    for (const [i, offer] of (offers.value ?? []).entries()) {
      if (offer.taken) continue
      const isChosen = offer === chosen.value
      for (const [k, { resource, start, end }] of offer.parts.entries()) {
        const place = isChosen && k === 0 ? null : placeOf(board.columns, { from: start, to: end })
        if (!place) continue
        const text = isChosen ? t('bookings.find.linked') : end - start < 150 * 60_000 ? String(i + 1) : t('bookings.board.candidate', { n: i + 1 })
        const label = `${isChosen ? text : t('bookings.board.candidate', { n: i + 1 })} ${words.span({ start, end })}`
        found.set(resource, [...(found.get(resource) ?? []), { key: `offer-${i}-${k}`, ...place, tone: isChosen ? 'linked' : 'candidate', ...(isChosen && { icon: 'link' as const }), text, label }])
      }
    }
    return found
  }
  return { need, offers, chosen, blocksOn }
}
