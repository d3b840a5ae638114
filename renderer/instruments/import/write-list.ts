import type { InstrumentPlan } from '#shared/instruments/import/plan.ts'
import { newId } from '../../db/new-id.ts'
import { runAll, type Wanted } from '../../db/run.ts'
import { chunks } from '../../lists/chunks.ts'
import type { Written as Progress } from '../../lists/list-import.ts'

export type Written = Progress & { added: number; certificates: number }

/** Registers what a plan says, a part at a time with its certificates, each part whole or not at all. `source` is the file's name. */
export const writeInstruments = async ({ added }: Pick<InstrumentPlan, 'added'>, source: string, stopped: () => boolean, tell: (written: Written) => void): Promise<Written> => {
  const written: Written = { added: 0, certificates: 0, problem: null, stopped: false }
  for (const part of chunks(added, ROWS)) {
    if (stopped()) return { ...written, stopped: true }
    const ran = await runAll(wantedFor(part, source))
    if (!ran.ok) return { ...written, problem: ran.problem }
    written.added += part.length
    written.certificates += part.filter(({ certificate }) => certificate !== null).length
    tell({ ...written })
  }
  return written
}

/** As the form of one begins: due soon 30 days before, the due day itself. */
const wantedFor = (part: InstrumentPlan['added'], source: string): Wanted[] => {
  const rows = part.map(({ certificate, listed, ...texts }) => ({ certificate, row: { id: newId(), ...texts, ...(listed && { listed }), label: 'due' as const, advanceDays: 30 } }))
  return [
    { name: 'instruments.addMany', args: { id: newId(), source: source.slice(0, 200), rows: rows.map(({ row }) => row) } },
    ...rows.flatMap(({ row, certificate }): Wanted[] => (certificate === null ? [] : [{ name: 'certificates.register', args: { id: newId(), instrument: row.id, ...certificate, result: 'pass', restriction: null, asFound: null, asLeft: null, file: null, replaces: null } }])),
  ]
}

/** Rows in one step; a certificate is a command of its own. */
const ROWS = 50
