// What the form of a line of scope holds: text as typed. Read whole, or the first fault named.
import { scopeLine } from '#shared/labs/fields.ts'
import type { Scheme, ScopeRow } from '#shared/labs/lab.ts'
import { methodOf } from '#shared/labs/method.ts'
import type { ArgsOf } from '../db/run.ts'

/** `site`: its id, '' = all of them or not told. */
export type ScopeForm = { scheme: Scheme; object: string; parameter: string; number: string; clause: string; range: string; cmc: string; site: string; certificate: string; from: string; until: string }
export const SCOPE_FAULTS = ['object', 'parameter', 'number', 'from', 'until'] as const
export type ScopeFault = (typeof SCOPE_FAULTS)[number]
type Line = ArgsOf<'labs.correctScope'>['row']

export const scopeForm = ({ scheme, object, parameter, number, clause, range, cmc, site, certificate, from, until }: ScopeRow): ScopeForm =>
  ({ scheme, object, parameter, number, clause: clause ?? '', range: range ?? '', cmc: cmc ?? '', site: site ?? '', certificate: certificate ?? '', from: from ?? '', until: until ?? '' })

/** A clause behind the number counts where none was typed by itself. */
export const readScopeForm = (form: ScopeForm, id: string): { fault: ScopeFault } | { fault: null; line: Line } => {
  const told = (field: keyof ScopeForm): string | null => form[field].trim() || null
  const method = methodOf(form.number)
  const read = scopeLine.safeParse({
    id, scheme: form.scheme, object: form.object, parameter: form.parameter, number: method?.number ?? '', clause: told('clause') ?? method?.clause ?? null,
    range: told('range'), cmc: told('cmc'), site: told('site'), certificate: told('certificate'), from: told('from'), until: told('until'),
  })
  if (read.success) return { fault: null, line: read.data }
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
  return { fault: SCOPE_FAULTS.find(field => wrong.has(field)) ?? 'until' }
}

/** It says what the row says already. */
export const saysTheSame = (row: ScopeRow, line: Line): boolean => (Object.keys(line) as (keyof Line)[]).every(field => field === 'id' || row[field] === line[field])
