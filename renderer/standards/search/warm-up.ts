import type { IsoDay } from '#shared/lib/dates.ts'
import type { Searcher } from '#shared/standards/index/search.ts'

/** Of so many records number and title are asked for as a desk would type them. */
const RECORDS = 24

/**
 * Searches for what nobody asked, in short steps that let requests in between. The engine compiles well only what has run often, and
 * what a search reads has to come into the caches: without this the first hundred keys of a day cost several times what later ones do.
 */
export const warmUp = async (searcher: Searcher, day: IsoDay, goesOn: () => boolean, breathe: () => Promise<void>): Promise<void> => {
  const { records } = searcher.index
  const docs = Array.from({ length: Math.min(RECORDS, records) }, (_, i) => Math.floor((i * records) / RECORDS))
  for (const { number, title } of await searcher.hitsOf(docs)) {
    for (const text of [...prefixes(number.toLowerCase()), ...prefixes(title.slice(0, 8))]) {
      await breathe()
      if (!goesOn()) return
      await searcher.search(LIST, { text, filters: {}, order: 'relevance', day }, 24, () => 0)
    }
  }
  searcher.forget(LIST)
}

const LIST = 'warm-up'

const prefixes = (text: string): string[] => Array.from({ length: text.length }, (_, i) => text.slice(0, i + 1))
