import { LOOK } from './caps.ts'
import { recordRow } from './csv.ts'
import type { InputFile } from './file.ts'
import { findHeader } from './header.ts'
import type { Found } from './found.ts'
import { openWorkbook } from './workbook.ts'
import { sheetRecords } from './workbook-rows.ts'

/** The first visible sheet of a workbook; what its directory promises is held against the caps before anything is unpacked. */
export const lookAtWorkbook = async (file: InputFile, signal: AbortSignal | undefined): Promise<Found> => {
  const workbook = await openWorkbook(file)
  const records = []
  let dimension: string | null = null
  let complete = true
  for await (const batch of sheetRecords(file, workbook, { signal })) {
    records.push(...batch.records)
    dimension ??= batch.dimension
    if (records.length > LOOK.rows) {
      complete = false
      break
    }
  }
  const { headerLine, columns } = findHeader(records)
  const head = records.filter(record => record.line > (headerLine ?? 0)).map(record => recordRow(record, columns))
  const last = Number(/(\d+)$/.exec(dimension ?? '')?.[1] ?? 0)
  const rows = complete ? { count: head.length, exact: true } : { count: Math.max(head.length, last - (headerLine ?? 0)), exact: false }
  return { format: 'xlsx', gzip: false, encoding: null, delimiter: null, headerLine, sheet: workbook.sheet, otherSheets: workbook.otherSheets, columns, head, rows }
}
