import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import type { CatalogueProblem } from '#shared/standards/index/problem.ts'
import { allStandards } from '#shared/standards/index/records.ts'
import type { Standard } from '#shared/standards/standard.ts'
import { loadCold, loadHot } from '../../db/catalogue.ts'

/** The catalogue in use with its records, which are unpacked as they are asked for; null = there is none. */
export const heldStandards = async (): Promise<Result<{ meta: CatalogueMeta; standards: Iterable<Standard> } | null, CatalogueProblem>> => {
  const held = await loadHot()
  if (!held.ok || !held.value) return held.ok ? ok(null) : held
  const { id, meta, hot } = held.value
  const cold = await loadCold(id)
  if (!cold) return fail({ code: 'CAT-part-missing', part: 'cold' })
  const standards = allStandards(await hot.arrayBuffer(), await cold.arrayBuffer(), meta.date)
  return standards.ok ? ok({ meta, standards: standards.value }) : standards
}
