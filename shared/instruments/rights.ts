import { manages } from '#shared/labs/rights.ts'
import type { Refusal } from '#shared/sync/command.ts'
import { staffOnly } from '#shared/sync/rights.ts'
import { type Access, isStaff, within } from '#shared/sync/scopes.ts'
import type { Reads } from '#shared/sync/tx.ts'
import type { InstrumentTables } from './instrument.ts'

/** The staff keeps those of companies, lab and admin the lab's own. */
export const keepsFor = (args: { complex: string; company: string | null }, access: Access): Refusal | null =>
  (args.company === null ? manages : staffOnly)(args, access)

/** Whoever keeps this one; what one may not see is not found. */
export const keepsOne = async (reads: Reads<InstrumentTables>, { complex, instrument: id }: { complex: string; instrument: string }, access: Access): Promise<Refusal | null> => {
  const here = within(access, complex)
  if (here.length === 0) return { code: 'forbidden' }
  const instrument = await reads.get('instruments', id)
  if (!instrument || !here.some(one => isStaff(one) || (instrument.company !== null && one.company === instrument.company))) return { code: 'not-found' }
  return keepsFor({ complex, company: instrument.company }, access)
}
