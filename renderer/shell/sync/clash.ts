// Two people wrote the same field: what each of them wrote, and the command that keeps one's own.
import { ok, type Result } from '#shared/lib/result.ts'
import type { FieldChange } from '#shared/sync/field-patch.ts'
import type { InboxItem } from '#shared/sync/store.ts'
import { look } from '../../db/live.ts'
import { newId } from '../../db/new-id.ts'
import { type RunProblem, runAll, type Wanted } from '../../db/run.ts'
import { aboutOf } from './what.ts'

/** `old`: what both had seen; `conflict`: under which both values are kept. */
export type ClashField = { field: string; conflict: string; old: unknown; mine: unknown; theirs: unknown }
export type Clash = { name: keyof typeof PATCHES; args: object; row: string; held: object; about: string; fields: ClashField[] }

/** Commands that change fields of a row -> its table. */
export const PATCHES = {
  'companies.patch': 'companies', 'companies.patchContact': 'company_contacts', 'companies.patchSite': 'company_sites', 'companies.patchProduct': 'company_products', 'standards.patchOwn': 'own_standards',
  'labs.patch': 'labs', 'labs.patchSite': 'lab_sites', 'labs.patchScope': 'scope_rows', 'labs.patchTest': 'tests', 'resources.patch': 'resources', 'calendar.setYear': 'calendar_years',
  'sets.patch': 'indicator_sets', 'sets.setLimits': 'indicator_sets', 'benchmarks.patch': 'benchmarks', 'benchmarks.setValues': 'benchmarks', 'actions.patch': 'gap_actions',
} as const

/** Of those that change values inside one member of the row: that member. */
const INSIDE: { [name: string]: string } = { 'sets.setLimits': 'limits', 'benchmarks.setValues': 'values' }
/** The values that a command's fields speak of. */
export const valuesIn = (name: string, row: object): Record<string, unknown> => (name in INSIDE ? (row as Record<string, unknown>)[INSIDE[name]] : row) as Record<string, unknown>

/** null: nothing to choose from, a person can only take note. `theirs` is as it stands now. */
export const clashOf = async ({ name, args, outcome }: InboxItem): Promise<Clash | null> => {
  if (outcome.outcome !== 'conflict' || outcome.code !== 'stale-field' || !(name in PATCHES)) return null
  const known = name as Clash['name']
  const { id, fields } = args as { id: string; fields: Record<string, FieldChange<unknown> | undefined> }
  const clashing = (outcome.facts['fields'] as string[]).filter(field => fields[field])
  return look(async reads => {
    // A company that was found to be another's twin has gone over to that one.
    const row = (await reads.get('field_conflicts', fields[clashing[0]]!.conflict))?.row ?? id
    const held = (await reads.get(PATCHES[known], row)) as Record<string, unknown> | undefined
    if (!held) return null
    const values = valuesIn(known, held)
    return { name: known, args: args as object, row, held, about: aboutOf(held), fields: clashing.map(field => ({ field, conflict: fields[field]!.conflict, old: fields[field]!.old, mine: fields[field]!.new, theirs: values[field] ?? null })) }
  }, null)
}

/** Writes the chosen fields over what stands there now, and closes the conflict of every field: all in one. */
export const settle = async ({ name, args, row, fields }: Clash, mine: readonly ClashField[]): Promise<Result<unknown, RunProblem>> => {
  const known = await look(async reads => (await Promise.all(fields.map(({ conflict }) => reads.get('field_conflicts', conflict)))).filter(one => one !== undefined), [])
  const wanted: Wanted[] = known.filter(({ settledAt }) => settledAt === null).map(({ id }) => ({ name: 'clashes.settle', args: { id } }))
  if (mine.length > 0) wanted.unshift({ name, args: { ...args, id: row, fields: Object.fromEntries(mine.map(({ field, mine: value, theirs }) => [field, { old: theirs, new: value, conflict: newId() }])) } } as Wanted)
  return wanted.length === 0 ? ok(null) : runAll(wanted)
}
