// Batches begun and not submitted yet, by company: leaving the page or its tab loses none while the window stands.
import { shallowReactive } from 'vue'
import type { BatchWeeks } from '#shared/instruments/batch/read.ts'
import type { Plan, Scheme } from '#shared/instruments/batch/schemes.ts'
import type { Urgency } from '#shared/labs/lab.ts'
import { BATCH_PATH, batchPath } from '../paths.ts'

/**
 * `ids` of instruments, `off` those without a tick. `tests`: group -> the test that a person chose. `urgency`: of all but those in `urgencies`. `allowed`: instruments for which
 * limits are passed over, each with staff's reason. `hand`: the plan as it was changed by hand.
 */
export type Draft = { ids: readonly string[]; off: ReadonlySet<string>; tests: ReadonlyMap<string, string>; urgency: Urgency; urgencies: ReadonlyMap<string, Urgency>; allowed: ReadonlyMap<string, string>; weeks: BatchWeeks; scheme: Scheme; hand: Plan | null }

export const drafts = shallowReactive(new Map<string, Draft>())

export const changeDraft = (company: string, change: Partial<Draft>): void => {
  const draft = drafts.get(company)
  if (draft) drafts.set(company, { ...draft, ...change })
}

/** Begins a batch a company with instruments that were chosen elsewhere; gives the page to go to, null = all are the lab's own. */
export const beginBatch = (instruments: readonly { id: string; company: string | null }[]): string | null => {
  const companies = new Map<string, string[]>()
  for (const { id, company } of instruments) if (company !== null) companies.set(company, [...(companies.get(company) ?? []), id])
  for (const [company, ids] of companies) drafts.set(company, { ids, off: new Set(), tests: new Map(), urgency: 'normal', urgencies: new Map(), allowed: new Map(), weeks: 8, scheme: 'earliest', hand: null })
  if (companies.size === 0) return null
  return companies.size === 1 ? batchPath([...companies.keys()][0]) : BATCH_PATH
}
