import type { Resource } from '#shared/bookings/booking.ts'
import type { Lab, LabSite, LabTest, ScopeRow } from '#shared/labs/lab.ts'
import type { DeskReads } from '../db/live.ts'
import { standingResources } from '../db/standing-resources.ts'

/** A lab with all that stands in it; `labs` are those to choose from. */
export type LabView = { labs: Lab[]; lab: Lab; sites: LabSite[]; rows: ScopeRow[]; tests: LabTest[]; resources: Resource[] }

/** The lab of that id, else the first; null = there is none yet. For live queries: awaits nothing but `reads`. */
export const labOf = async (reads: DeskReads, id: string | null): Promise<LabView | null> => {
  const labs = standing(await reads.list('labs')).sort((a, b) => BY_NAME.compare(a.name, b.name))
  const lab = labs.find(one => one.id === id) ?? labs[0]
  if (!lab) return null
  const rows = standing(await reads.listBy('scope_rows', 'lab', lab.id))
  const tests = standing(await reads.listBy('tests', 'lab', lab.id))
  for (const list of [rows, tests]) list.sort((a, b) => BY_NAME.compare(a.object, b.object) || BY_NAME.compare(a.parameter, b.parameter) || BY_NAME.compare(a.number, b.number))
  return {
    labs, lab, rows, tests,
    sites: standing(await reads.listBy('lab_sites', 'lab', lab.id)),
    resources: (await standingResources(reads)).filter(one => one.lab === lab.id).sort((a, b) => BY_NAME.compare(a.name, b.name)),
  }
}

const standing = <R extends { retired: boolean }>(rows: readonly R[]): R[] => rows.filter(({ retired }) => !retired)
const BY_NAME = new Intl.Collator('zh-u-co-pinyin', { numeric: true })
