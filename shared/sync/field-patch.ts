// A patch names for each field what its author saw and what it shall be: whoever saw something else asks a person.
import { z } from 'zod'
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import type { Done } from './command.ts'
import type { TableMap, TableName, Tx } from './tx.ts'

/** Two people wrote one field: both values are kept until a person has looked. Audience as that of the row it speaks of. */
export type FieldConflict = {
  id: string
  complex: string
  company: string | null
  table: string
  row: string
  field: string
  kept: unknown
  offered: unknown
  by: { user: string; client: string; mid: number }
  settledAt: number | null
}

/** `conflict` is the id under which a clash of this field is kept. */
export type FieldChange<V> = { old: V; new: V; conflict: string }

export const fieldChange = <V extends z.ZodType>(value: V) => z.object({ old: value, new: value, conflict: z.uuid() }).exactOptional()

type Changes = { [field: string]: FieldChange<unknown> | undefined }

/**
 * A field that still has the old value is set, one that has the new one already is left, any other is kept as a conflict.
 * Values are compared as canonical JSON: the hub's database keeps members in an order of its own. `inside` names the member of the row
 * that maps the fields to their values; there null takes one away.
 */
export const patchRow = async <T extends TableMap & { field_conflicts: FieldConflict }, N extends TableName<T>>(
  tx: Tx<T>,
  { table, row, inside, company, changes, by }: { table: N; row: T[N]; inside?: keyof T[N] & string; company: string | null; changes: Changes; by: FieldConflict['by'] },
): Promise<Done> => {
  const values = (inside === undefined ? row : row[inside]) as { [field: string]: unknown }
  const set: { [field: string]: unknown } = {}
  const clashes: FieldConflict[] = []
  for (const [field, change] of Object.entries(changes)) {
    if (!change) continue
    const held = values[field] ?? null
    if (same(held, change.new)) continue
    if (same(held, change.old)) set[field] = change.new
    else clashes.push({ id: change.conflict, complex: row.complex, company, table, row: row.id, field, kept: held, offered: change.new, by, settledAt: null })
  }
  const news: FieldConflict[] = []
  for (const clash of clashes) if (!(await tx.get('field_conflicts', clash.id))) news.push(clash)
  if (Object.keys(set).length > 0) await tx.put(table, inside === undefined ? { ...row, ...set } : { ...row, [inside]: withoutNulls({ ...values, ...set }) })
  for (const clash of news) await tx.put('field_conflicts', clash)
  return clashes.length === 0 ? { outcome: 'applied' } : { outcome: 'conflict', code: 'stale-field', facts: { fields: clashes.map(({ field }) => field) } }
}

const same = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b)

const withoutNulls = (values: { [field: string]: unknown }): { [field: string]: unknown } => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
