import type { ListPlan } from '#shared/companies/import/plan.ts'
import { newId } from '../../db/new-id.ts'
import { runAll, type Wanted } from '../../db/run.ts'
import { chunks } from '../../lists/chunks.ts'
import type { Written as Progress } from '../../lists/list-import.ts'

export type Written = Progress & { added: number; filled: number }

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

/** Rows in one command, and commands in one step. */
const ROWS = 100
const PATCHES = 50
