// The rows that an import refused or mended, kept with its catalogue as ndjson: the counts, then one row a line.
import { z } from 'zod'
import { REPAIR_KINDS, type HeldRepair, type ImportOutcome, type Refusal, type RepairReport } from '#shared/standards/import/outcome.ts'

z.config({ jitless: true })

/** Refused rows are all there; of the mended values the first few thousand, `counts` has the true numbers. */
export type Report = { refused: Refusal[]; repairs: RepairReport }

export const writeReport = ({ refused, repairs }: Pick<ImportOutcome, 'refused' | 'repairs'>): Blob => {
  const lines = function* () {
    yield { report: 1, refused: refused.length, counts: repairs.counts }
    for (const row of refused) yield { refused: row }
    for (const row of repairs.held) yield { repair: row }
  }
  return new Blob([...lines()].map(line => `${JSON.stringify(line)}\n`), { type: 'application/x-ndjson' })
}

/** Null = this isn't a report that this version can read. */
export const readReport = async (blob: Blob): Promise<Report | null> => {
  const [head, ...rows] = (await blob.text()).split('\n').filter(line => line !== '').map(parse)
  const first = HEAD.safeParse(head)
  if (!first.success) return null
  const report: Report = { refused: [], repairs: { counts: first.data.counts, held: [] } }
  for (const row of rows) {
    const line = LINE.safeParse(row)
    if (!line.success) return null
    if ('refused' in line.data) report.refused.push(line.data.refused as Refusal)
    else report.repairs.held.push(line.data.repair as HeldRepair)
  }
  return report.refused.length === first.data.refused ? report : null
}

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

const place = { file: z.string(), line: z.number() }
const HEAD = z.object({ report: z.literal(1), refused: z.number(), counts: z.partialRecord(z.enum(REPAIR_KINDS), z.number()) })
const LINE = z.union([
  z.object({ refused: z.object({ ...place, raw: z.string(), cells: z.record(z.string(), z.unknown()), reason: z.looseObject({ code: z.string() }) }) }),
  z.object({ repair: z.object({ ...place, kind: z.enum(REPAIR_KINDS), field: z.string(), from: z.string(), to: z.string(), number: z.string() }) }),
])
