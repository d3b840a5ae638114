import type { FieldConflict } from '#shared/sync/field-patch.ts'
import type { Reads } from '#shared/sync/tx.ts'

/** A company as one complex knows it. */
export type Company = {
  id: string
  complex: string
  name: string
  /** 统一社会信用代码 as told; not unique: two desks may register one walk-in while offline. One that `isUscc` refuses is 未核验, like none at all. */
  uscc: string | null
  address: string | null
  contact: string | null
  phone: string | null
  /** Set on an alias: what speaks of it means that company. */
  mergedInto: string | null
  registeredAt: number
}

export type CompanyTables = { companies: Company; field_conflicts: FieldConflict }

/** The company that an id means, aliases followed. */
export const companyOf = async <T extends CompanyTables>(reads: Reads<T>, id: string): Promise<Company | undefined> => {
  let company: Company | undefined = await reads.get('companies', id)
  for (let steps = 0; company && company.mergedInto !== null && steps < ALIASES; steps++) company = await reads.get('companies', company.mergedInto)
  return company
}

/** Longer than any real chain: a company is merged into one that is no alias then. */
const ALIASES = 8
