// Puts an import into the desk in batches, each whole or not at all; stopped between two, the same file goes on where it stopped.
import type { Result } from '#shared/lib/result.ts'
import { batchesOf } from '#shared/labs/import/batches.ts'
import { compareScope, type ScopeChanges } from '#shared/labs/import/compare.ts'
import type { ScopeRead } from '#shared/labs/import/read-scope.ts'
import type { LabSite, ScopeRow } from '#shared/labs/lab.ts'
import type { RunProblem, Wanted } from '../../db/run.ts'

export type Before = { rows: readonly ScopeRow[]; sites: readonly LabSite[] }
export type Means = {
  run: (wanted: Wanted[]) => Promise<Result<unknown, RunProblem>>
  newId: () => string
  /** Lets the page paint and a stop be heard. */
  breathe: () => Promise<void>
  tell: (done: number, total: number) => void
  stopped: () => boolean
}
/** `done` of `total` batches are on the disk. */
export type End = { end: 'done' | 'stopped'; done: number; total: number } | { end: 'failed'; done: number; total: number; problem: RunProblem }

export const changesOf = ({ lines }: ScopeRead, { rows, sites }: Before): ScopeChanges => {
  const names = new Map(sites.map(({ id, name }) => [id, name]))
  return compareScope(rows.map(row => ({ ...row, site: row.site === null ? null : (names.get(row.site) ?? null) })), lines)
}

/** Sites that the file names and the lab hasn't. */
export const newSites = ({ lines }: ScopeRead, { sites }: Before): string[] =>
  [...new Set(lines.map(({ site }) => site))].filter((name): name is string => name !== null && !sites.some(site => site.name === name))

export const importScope = async (lab: string, read: ScopeRead, before: Before, { run, newId, breathe, tell, stopped }: Means): Promise<End> => {
  const added = newSites(read, before).map(name => ({ id: newId(), name }))
  const sites = new Map([...before.sites, ...added].map(({ id, name }) => [name, id]))
  const batches = batchesOf(read, changesOf(read, before), sites, newId)
  for (const [done, batch] of batches.entries()) {
    tell(done, batches.length)
    await breathe()
    if (stopped()) return { end: 'stopped', done, total: batches.length }
    const places: Wanted[] = done > 0 ? [] : added.map(({ id, name }) => ({ name: 'labs.addSite', args: { id, lab, name, address: null } }))
    const ran = await run([...places, { name: 'labs.takeScope', args: { id: lab, ...batch } }])
    if (!ran.ok) return { end: 'failed', done, total: batches.length, problem: ran.problem }
  }
  tell(batches.length, batches.length)
  return { end: 'done', done: batches.length, total: batches.length }
}
