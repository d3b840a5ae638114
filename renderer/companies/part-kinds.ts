import type { PartTable } from '#shared/companies/company.ts'

/** Kinds of a company's parts in the order of the pane, each with its fields; `name` is needed. */
export const PART_KINDS = {
  Contact: { table: 'company_contacts', fields: ['name', 'role', 'phone'] },
  Site: { table: 'company_sites', fields: ['name', 'address'] },
  Product: { table: 'company_products', fields: ['name'] },
} as const satisfies Record<string, { table: PartTable; fields: readonly string[] }>
export type PartKind = keyof typeof PART_KINDS

/** A part as the pane shows it: `more` is what its kind has besides a name. */
export type ShownPart = { id: string; company: string; name: string; role?: string | null; phone?: string | null; address?: string | null }

/** The table of which a command of parts speaks. */
export const partTableOf = (command: string): PartTable | null => {
  const kind = /^companies\.(?:add|patch|end)(Contact|Site|Product)$/.exec(command)?.[1]
  return kind === undefined ? null : PART_KINDS[kind as PartKind].table
}
