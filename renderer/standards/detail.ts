import { type Ref, shallowRef, watch } from 'vue'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Detail } from '#shared/standards/detail.ts'
import type { SearchClient } from './search/search-client.ts'

/** `null` = the catalogue hasn't this number, `undefined` = not known yet. */
export type Loaded = Detail | null | undefined

/**
 * Follows a number and a day with all that is known of the standard, and reads it anew when the catalogue changes.
 * `rest` ms must pass without a change before it asks, so that moving through a list asks nothing on the way.
 */
export const useDetail = (client: Pick<SearchClient, 'detail' | 'state'>, number: Ref<string | null>, day: Ref<IsoDay>, rest = 0) => {
  const detail = shallowRef<Loaded>()
  watch(
    [number, day, client.state],
    ([wanted, on, state], [before], onCleanup) => {
      let current = true
      if (wanted !== before) detail.value = undefined
      if (wanted === null || state.phase !== 'ready') return
      const ask = async () => {
        const found = await client.detail(wanted, on)
        if (current) detail.value = found
      }
      const timer = rest > 0 ? setTimeout(() => void ask(), rest) : void ask()
      onCleanup(() => {
        current = false
        clearTimeout(timer)
      })
    },
    { immediate: true },
  )
  return detail
}
