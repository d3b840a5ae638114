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

/** A person has looked at two companies that look like one; `apart`: they are two. */
export type CompanyPair = { id: string; complex: string; one: string; other: string; apart: boolean; at: number }

type Part = { id: string; complex: string; company: string; name: string; ended: boolean; at: number }
/** Whom to speak to; the company's own `contact` and `phone` are the first one's. */
export type CompanyContact = Part & { role: string | null; phone: string | null }
export type CompanySite = Part & { address: string | null }
/** What it makes, as it is called at the counter. */
export type CompanyProduct = Part

export type PartTables = { company_contacts: CompanyContact; company_sites: CompanySite; company_products: CompanyProduct }
export type PartTable = keyof PartTables
export type CompanyTables = { companies: Company; company_pairs: CompanyPair; field_conflicts: FieldConflict } & PartTables

/** The company that an id means, aliases followed. */
export const companyOf = async <T extends CompanyTables>(reads: Reads<T>, id: string): Promise<Company | undefined> => {
  const seen = new Set<string>()
  let company: Company | undefined = await reads.get('companies', id)
  while (company && company.mergedInto !== null && !seen.has(company.id)) {
    seen.add(company.id)
    company = await reads.get('companies', company.mergedInto)
  }
  return company
}

/** Likewise among rows at hand: id -> the company that it means. One whose company is not among them means itself. */
export const meantAmong = (companies: readonly Company[]): ((id: string) => Company | undefined) => {
  const byId = new Map(companies.map(company => [company.id, company]))
  return id => {
    const seen = new Set<string>()
    let company = byId.get(id)
    while (company && company.mergedInto !== null && byId.has(company.mergedInto) && !seen.has(company.id)) {
      seen.add(company.id)
      company = byId.get(company.mergedInto)
    }
    return company
  }
}
