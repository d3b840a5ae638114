// What the page of a batch reads, live.
import type { Instant } from '#shared/bookings/booking.ts'
import { type Company, companyOf } from '#shared/companies/company.ts'
import { type Batch, readBatch } from '#shared/instruments/batch/read.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { LabTest } from '#shared/labs/lab.ts'
import type { DeskReads } from '../../db/live.ts'
import type { Draft } from './drafts.ts'

/** `others`: the company's instruments that are not in the batch. `labs`: names by id. */
export type BatchFacts = { company: Company; batch: Batch; others: Instrument[]; tests: LabTest[]; labs: ReadonlyMap<string, string> }

/** What of a draft says which rows are read. */
export const ASKED = ['ids', 'tests', 'urgency', 'urgencies', 'allowed', 'weeks'] as const satisfies readonly (keyof Draft)[]
export type Asked = Pick<Draft, (typeof ASKED)[number]>

/** For live queries: awaits nothing but `reads`. null = no such company here. */
export const readFacts = async (reads: DeskReads, id: string, { ids, tests: chosen, urgency, urgencies, allowed, weeks }: Asked, { now, from }: { now: Instant; from: Instant }): Promise<BatchFacts | null> => {
  const company = await companyOf(reads, id)
  if (!company) return null
  const wanted = new Set(ids)
  const own = await reads.listBy('instruments', 'company', id)
  const tests = (await reads.list('tests')).filter(({ retired }) => !retired)
  const wayOf = (one: string) => ({ urgency: urgencies.get(one) ?? urgency, allowed: allowed.has(one) })
  const batch = await readBatch(reads, { company: company.id, instruments: own.filter(one => wanted.has(one.id)), tests, chosen, wayOf, weeks, now, from })
  return { company, batch, others: own.filter(one => !wanted.has(one.id)), tests, labs: new Map((await reads.list('labs')).map(lab => [lab.id, lab.name])) }
}
