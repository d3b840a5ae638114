import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import { openCold, type ColdRow } from '#shared/standards/index/cold.ts'
import type { CatalogueProblem } from '#shared/standards/index/problem.ts'
import { openSearcher, type Searcher } from '#shared/standards/index/search.ts'
import type { Standard } from '#shared/standards/standard.ts'
import { loadCold, loadHot } from '../../db/catalogue.ts'

/** The catalogue in use with its records, which are unpacked as they are asked for; null = there is none. */
export const heldStandards = async (): Promise<Result<{ meta: CatalogueMeta; standards: Iterable<Standard> } | null, CatalogueProblem>> => {
  const held = await loadHot()
  if (!held.ok || !held.value) return held.ok ? ok(null) : held
  const { id, meta, hot } = held.value
  const searcher = openSearcher(await hot.arrayBuffer(), meta.date)
  if (!searcher.ok) return searcher
  const blob = await loadCold(id)
  if (!blob) return fail({ code: 'CAT-part-missing', part: 'cold' })
  const cold = openCold(await blob.arrayBuffer(), searcher.value.build)
  return cold.ok ? ok({ meta, standards: { [Symbol.iterator]: () => unpack(searcher.value, cold.value, meta.records) } }) : cold
}

const AT_ONCE = 1_000

function* unpack(searcher: Searcher, cold: { rows(docs: ArrayLike<number>): ColdRow[] }, records: number): Generator<Standard> {
  for (let from = 0; from < records; from += AT_ONCE) {
    const docs = Array.from({ length: Math.min(AT_ONCE, records - from) }, (_, i) => from + i)
    for (const [i, row] of cold.rows(docs).entries()) yield searcher.standard(from + i, row)
  }
}
