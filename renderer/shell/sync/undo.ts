// A change of fields that went into the hub's without a clash can be taken back, as long as it still stands as it was made.
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import type { FieldChange } from '#shared/sync/field-patch.ts'
import type { OutboxEntry } from '#shared/sync/store.ts'
import type { DeskReads } from '../../db/live.ts'
import { newId } from '../../db/new-id.ts'
import type { Wanted } from '../../db/run.ts'
import { PATCHES, valuesIn } from './clash.ts'
import { aboutOf } from './what.ts'

/** `wanted` puts the old values of `fields` back in the row that a person knows as `about`. */
export type Undo = { wanted: Wanted; about: string; held: object; fields: string[] }

/** How to put the old values back; null = it changed no fields, or they have been changed again. For live queries: awaits nothing but `reads`. */
export const undoOf = async (reads: DeskReads, { name, args }: Pick<OutboxEntry, 'name' | 'args'>): Promise<Undo | null> => {
  if (!Object.hasOwn(PATCHES, name)) return null
  const { id, fields, year } = args as { id: string; fields: { [field: string]: FieldChange<unknown> | undefined }; year?: number }
  const complex = await reads.complex()
  const row = (year === undefined ? await reads.get(PATCHES[name as keyof typeof PATCHES], id) : (await reads.listBy('calendar_years', 'year', year)).find(one => one.complex === complex)) as { [field: string]: unknown } | undefined
  const changed = Object.entries(fields).filter((entry): entry is [string, FieldChange<unknown>] => entry[1] !== undefined)
  const values = row && valuesIn(name, row)
  if (!values || !changed.every(([field, { new: value }]) => canonicalJson(values[field] ?? null) === canonicalJson(value))) return null
  const back = Object.fromEntries(changed.map(([field, { old, new: value }]) => [field, { old: value, new: old, conflict: newId() }]))
  return { wanted: { name, args: { ...(args as object), fields: back } } as Wanted, about: aboutOf(row), held: row, fields: Object.keys(back) }
}
