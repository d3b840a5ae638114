import type { Scope } from './scopes.ts'
import type { TableMap, TableName } from './tx.ts'

/** What a store has to know of a table: declared once for Dexie, SQL and memory. */
export type TableRule<R> = {
  /** The audience of a row; the row stands in each of these. */
  scopes(row: R): Scope[]
  /** Fields for `listBy`. */
  by?: readonly (keyof R & string)[]
  /** Range indexes for `listRange`: name -> fields, the range runs over the last. */
  ranges?: { readonly [index: string]: readonly (keyof R & string)[] }
  /** Fields that a desk seals on its disk; never of an index. */
  sealed?: readonly (keyof R & string)[]
  /** Rows for which `when` holds may not overlap in `[from, to)` where `same` fields agree. The hub's database enforces it. */
  exclusive?: { same: readonly (keyof R & string)[]; from: keyof R & string; to: keyof R & string; when(row: R): boolean }
}

export type Tables<T extends TableMap> = { readonly [N in TableName<T>]: TableRule<T[N]> }
