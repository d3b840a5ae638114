import { shallowRef, type Ref, watch } from 'vue'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Facets } from '#shared/standards/query.ts'
import { searcher } from '../searcher.ts'

/** Counts of the whole catalogue on a day: which choices there are at all, so that groups keep their places while one types. */
export const useWholeCounts = (day: Ref<IsoDay>) => {
  const counts = shallowRef<Facets | null>(null)
  const client = searcher()
  watch(
    [client.state, day],
    async ([{ phase }, on]) => {
      if (phase !== 'ready') return
      const answer = await client.search('whole', { text: '', filters: {}, order: 'relevance', day: on }, 0)
      if (answer && on === day.value) counts.value = answer.facets
    },
    { immediate: true },
  )
  return counts
}
