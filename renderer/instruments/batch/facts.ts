// What the page of a batch reads, live.
import type { Instant } from '#shared/bookings/booking.ts'
import { type Company, companyOf } from '#shared/companies/company.ts'
import { type Batch, readBatch } from '#shared/instruments/batch/read.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { LabTest } from '#shared/labs/lab.ts'
import type { DeskReads } from '../../db/live.ts'

/** `others`: the company's instruments that are not in the batch. `labs`: names by id. */
export type BatchFacts = { company: Company; batch: Batch; others: Instrument[]; tests: LabTest[]; labs: ReadonlyMap<string, string> }

/** For live queries: awaits nothing but `reads`. null = no such company here. */
export const readFacts = async (reads: DeskReads, { company: id, ids, chosen, now, from }: { company: string; ids: readonly string[]; chosen: ReadonlyMap<string, string>; now: Instant; from: Instant }): Promise<BatchFacts | null> => {
  const company = await companyOf(reads, id)
  if (!company) return null
  const wanted = new Set(ids)
  const own = await reads.listBy('instruments', 'company', id)
  const tests = (await reads.list('tests')).filter(({ retired }) => !retired)
  const batch = await readBatch(reads, { company: company.id, instruments: own.filter(one => wanted.has(one.id)), tests, chosen, now, from })
  return { company, batch, others: own.filter(one => !wanted.has(one.id)), tests, labs: new Map((await reads.list('labs')).map(lab => [lab.id, lab.name])) }
}
