import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Instant } from '#shared/bookings/booking.ts'
import { type Board, placeOf } from '#shared/bookings/board/columns.ts'
import type { Need } from '#shared/labs/find-tests.ts'
import type { TimelineBlock } from '../../ui/timeline/timeline.ts'
import { useOffers } from '../find/use-offers.ts'
import { PLAIN, type Wish } from '../find/wish.ts'
import { words } from '../words.ts'

/** What the finder proposes for a test that was chosen beside the board; the one at whose first part the cursor stands is `chosen`. */
export const useTestOffers = (cursor: () => { resource: string; start: Instant } | null) => {
  const { t } = useI18n()
  const need = shallowRef<Need | null>(null)
  const wish = shallowRef<Wish>(PLAIN)
  const offers = useOffers({ need: () => need.value, wish: () => wish.value, day: () => null })
  watch(need, now => { if (!now) wish.value = PLAIN })
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
  return { need, wish, offers, chosen, blocksOn }
}
