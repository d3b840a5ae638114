import type { ListPlan } from '#shared/companies/import/plan.ts'
import { newId } from '../../db/new-id.ts'
import { runAll, type RunProblem, type Wanted } from '../../db/run.ts'

/** How far it came; with a problem or a stop, what is counted stays and the rest is untouched. */
export type Written = { added: number; filled: number; problem: RunProblem | null; stopped: boolean }

/** Registers and fills what a plan says, a part at a time; `tell` after each of them, `stopped` asked before. `source` is the file's name. */
export const writeList = async ({ added, filled }: Pick<ListPlan, 'added' | 'filled'>, source: string, stopped: () => boolean, tell: (written: Written) => void): Promise<Written> => {
  const written: Written = { added: 0, filled: 0, problem: null, stopped: false }
  const parts = [
    ...chunks(added, ROWS).map(rows => ({ count: 'added' as const, n: rows.length, wanted: (): Wanted[] => [{ name: 'companies.registerMany', args: { id: newId(), source: source.slice(0, 200), rows: rows.map(row => ({ id: newId(), ...row })) } }] })),
    ...chunks(filled, PATCHES).map(rows => ({ count: 'filled' as const, n: rows.length, wanted: (): Wanted[] => rows.map(({ id, fields }) => ({ name: 'companies.patch', args: { id, fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { old: null, new: value, conflict: newId() }])) } })) })),
  ]
  for (const { count, n, wanted } of parts) {
    if (stopped()) return { ...written, stopped: true }
    const ran = await runAll(wanted())
    if (!ran.ok) return { ...written, problem: ran.problem }
    written[count] += n
    tell({ ...written })
  }
  return written
}

const chunks = <T>(all: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))

/** Rows in one command, and commands in one step. */
const ROWS = 100
const PATCHES = 50
