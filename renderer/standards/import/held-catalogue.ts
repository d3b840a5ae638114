import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import type { CatalogueProblem } from '#shared/standards/index/problem.ts'
import { contentsOf, type Contents } from '#shared/standards/index/records.ts'
import { loadCold, loadHot } from '../../db/catalogue.ts'

/** The catalogue in use and what it was built from; null = there is none. */
export type Held = Contents & { meta: CatalogueMeta }

export const heldCatalogue = async (): Promise<Result<Held | null, CatalogueProblem>> => {
  const held = await loadHot()
  if (!held.ok || !held.value) return held.ok ? ok(null) : held
  const { id, meta, hot } = held.value
  const cold = await loadCold(id)
  if (!cold) return fail({ code: 'CAT-part-missing', part: 'cold' })
  const contents = contentsOf(await hot.arrayBuffer(), await cold.arrayBuffer(), meta.date)
  return contents.ok ? ok({ meta, ...contents.value }) : contents
}
