import type { IsoDay } from '#shared/lib/dates.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import { openCold, sliceCold, type MemoryCold } from '#shared/standards/index/cold.ts'
import type { CatalogueProblem } from '#shared/standards/index/problem.ts'
import { openRecords, type Records } from '#shared/standards/index/records.ts'
import { openSearcher, type Searcher } from '#shared/standards/index/search.ts'
import { loadCold, loadHot } from '../../db/catalogue.ts'
import type { Database } from '../../db/database.ts'

/** A catalogue that can be searched. `records` comes when the cold part is in memory; until then rows are read by slices. `ms`: from the hot bytes' place to ready. */
export type OpenCatalogue = { id: string; searcher: Searcher; records: Promise<Result<Records, CatalogueProblem>>; ms: number }

/** Null = there is none. `begun` is told how many bytes are read at once. */
export const openCatalogue = async (database: Database, today: IsoDay, now: () => number, begun: (bytes: number) => void): Promise<Result<OpenCatalogue | null, CatalogueProblem>> => {
  const loaded = await loadHot(database)
  if (!loaded.ok || !loaded.value) return loaded.ok ? ok(null) : loaded
  const { id, hot } = loaded.value
  begun(hot.size)
  try {
    const start = now()
    const searcher = openSearcher(await hot.arrayBuffer(), today)
    if (!searcher.ok) return searcher
    const ms = now() - start
    const cold = await loadCold(id, database)
    if (!cold) return fail({ code: 'CAT-part-missing', part: 'cold' })
    const slices = await sliceCold(cold, searcher.value.build)
    if (!slices.ok) return slices
    searcher.value.useCold(slices.value)
    return ok({ id, searcher: searcher.value, records: readAhead(searcher.value, cold), ms })
  } catch (error) {
    return fail({ code: 'CAT-store-unreadable', detail: String(error) })
  }
}

const readAhead = async (searcher: Searcher, blob: Blob): Promise<Result<Records, CatalogueProblem>> => {
  const cold = await wholeCold(blob, searcher.build)
  if (!cold.ok) return cold
  searcher.useCold(cold.value)
  return ok(openRecords(searcher, cold.value))
}

const wholeCold = async (blob: Blob, build: string): Promise<Result<MemoryCold, CatalogueProblem>> => {
  try {
    return openCold(await blob.arrayBuffer(), build)
  } catch (error) {
    return fail({ code: 'CAT-store-unreadable', detail: String(error) })
  }
}
