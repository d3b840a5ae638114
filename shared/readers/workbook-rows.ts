import type { ByteOptions } from './bytes.ts'
import type { CsvRecord } from './csv-records.ts'
import { decode } from './encoding.ts'
import type { InputFile } from './file.ts'
import { SheetRows } from './sheet.ts'
import { Unreadable } from './unreadable.ts'
import { damagedPart, readStrings, type Workbook } from './workbook.ts'
import { XmlReader } from './xml.ts'
import { readEntry } from './zip.ts'

/** The sheet's rows as they are unpacked; the shared strings come first, they lie in an entry of their own. Throws `Unreadable`. */
export async function* sheetRecords(file: InputFile, workbook: Workbook, { signal, onBytes }: ByteOptions): AsyncGenerator<{ records: CsvRecord[]; dimension: string | null }> {
  const strings = workbook.strings ? await readStrings(file, workbook.strings, { signal, onBytes }) : []
  const rows = new SheetRows({ file: file.name, strings, dates: workbook.dates, since1904: workbook.since1904 })
  const reader = new XmlReader(rows)
  const damaged = damagedPart(file, 'sheet')
  const before = workbook.strings?.packed ?? 0
  for await (const text of decode(readEntry(file, workbook.entry, damaged, { signal, onBytes: bytes => onBytes?.(before + bytes) }), 'utf-8')) {
    reader.push(text)
    if (rows.records.length === 0) continue
    yield { records: rows.records, dimension: rows.dimension }
    rows.records = []
  }
  if (!reader.end()) throw new Unreadable(damaged)
}
