import type { LooseDate } from '#shared/lib/dates.ts'
import type { FieldConflict } from '#shared/sync/field-patch.ts'

/** 关注: a user follows a standard, whatever its edition. Following again is another row. */
export type Follow = { id: string; complex: string; user: string; key: string; since: number; ended: boolean }

/** A user's own remark on an edition. */
export type StandardNote = { id: string; complex: string; user: string; number: string; text: string; at: number; withdrawn: boolean }

/** A standard that the complex keeps itself (企业标准 Q/…): no catalogue has it. Days as its title page prints them. */
export type OwnStandard = {
  id: string
  complex: string
  number: string
  title: string
  owner: string | null
  published: LooseDate | null
  effective: LooseDate | null
  withdrawn: LooseDate | null
  replaces: string | null
  remark: string | null
  addedBy: string
  addedAt: number
}

export type OwnTables = { follows: Follow; standard_notes: StandardNote; own_standards: OwnStandard; field_conflicts: FieldConflict }
