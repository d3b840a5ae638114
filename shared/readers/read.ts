import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type ByteOptions, readBytes } from './bytes.ts'
import { CAPS } from './caps.ts'
import { csvParser, recordRow } from './csv.ts'
import { decode } from './encoding.ts'
import type { FileLook, InputFile, RawRow, ReadProblem } from './file.ts'
import { jsonArrayParser } from './json-array.ts'
import { jsonLinesParser } from './json-lines.ts'
import type { RowParser } from './row-parser.ts'
import { Unreadable } from './unreadable.ts'
import { openWorkbook } from './workbook.ts'
import { sheetRecords } from './workbook-rows.ts'

/** The rows in batches, as they are read. A problem is the last thing that comes; rows before it aren't to be used then. */
export async function* readRows(file: InputFile, look: FileLook, options: ByteOptions = {}): AsyncGenerator<Result<RawRow[], ReadProblem>> {
  let count = 0
  try {
    for await (const rows of look.format === 'xlsx' ? workbookRows(file, look, options) : textRows(file, look, options)) {
      count += rows.length
      if (count > CAPS.rows) throw new Unreadable({ code: 'cap', file: file.name, cap: 'rows', limit: CAPS.rows, line: rows.at(-1)!.line })
      if (rows.length > 0) yield ok(rows)
    }
    if (options.signal?.aborted) yield fail({ code: 'cancelled' })
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    yield fail(error.problem)
  }
}

async function* textRows(file: InputFile, look: FileLook, options: ByteOptions): AsyncGenerator<RawRow[]> {
  const parser = parserOf(look)
  for await (const text of decode(readBytes(file, look.gzip, options), look.encoding ?? 'utf-8')) yield parser.push(text)
  yield parser.end()
}

async function* workbookRows(file: InputFile, look: FileLook, options: ByteOptions): AsyncGenerator<RawRow[]> {
  const columns = look.columns.map(column => column.name)
  for await (const { records } of sheetRecords(file, await openWorkbook(file), options)) {
    yield records.filter(record => record.line > (look.headerLine ?? 0)).map(record => recordRow(record, columns))
  }
}

const parserOf = (look: FileLook): RowParser =>
  look.format === 'csv' ? csvParser(look.delimiter ?? ',', look.columns.map(column => column.name), look.headerLine) : look.format === 'json' ? jsonArrayParser(look.name) : jsonLinesParser()
