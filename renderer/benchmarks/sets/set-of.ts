import type { IndicatorSet } from '#shared/benchmarks/benchmark.ts'
import type { DeskReads } from '../../db/live.ts'

/** An edition with those of its family, the newest first; `families` are those to choose from, each by the edition to open. `uses`: benchmarks by edition. */
export type SetView = { families: IndicatorSet[]; set: IndicatorSet; editions: IndicatorSet[]; uses: ReadonlyMap<string, number> }

/** The edition of that id, else the first set; null = there is none yet. For live queries: awaits nothing but `reads`. */
export const setOf = async (reads: DeskReads, id: string | null): Promise<SetView | null> => {
  const all = await reads.list('indicator_sets')
  const families = [...new Set(all.map(({ family }) => family))].map(family => opened(all.filter(one => one.family === family))).sort((a, b) => BY_NAME.compare(a.name, b.name))
  const set = all.find(one => one.id === id) ?? families[0]
  if (!set) return null
  const editions = all.filter(({ family }) => family === set.family).sort((a, b) => b.edition - a.edition)
  const uses = new Map<string, number>()
  for (const one of editions) uses.set(one.id, (await reads.listBy('benchmarks', 'set', one.id)).length)
  return { families, set, editions, uses }
}

/** The one in use, else the newest. */
const opened = (editions: readonly IndicatorSet[]): IndicatorSet => editions.find(({ state }) => state === 'used') ?? editions.reduce((newest, one) => (one.edition > newest.edition ? one : newest))
const BY_NAME = new Intl.Collator('zh-u-co-pinyin', { numeric: true })
