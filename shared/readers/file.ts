// What the readers take and give: any table-like file in, rows with their line and raw text out.
import type { CapReached } from './caps.ts'

/** A file to read; a browser's `File` is one. `slice` is half open, in bytes. */
export type InputFile = {
  readonly name: string
  readonly size: number
  stream(): ReadableStream<Uint8Array>
  slice(start: number, end: number): { stream(): ReadableStream<Uint8Array> }
}

export type Format = 'ndjson' | 'json' | 'csv' | 'xlsx'
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'
export type Delimiter = ',' | ';' | '\t'

/** What was found out before the rows are read; plain data, so that a worker can hand it to a page and get it back. */
export type FileLook = {
  name: string
  /** Bytes of the file as it lies on the disk. */
  size: number
  format: Format
  gzip: boolean
  /** Null for a workbook. */
  encoding: Encoding | null
  /** Of a csv only. */
  delimiter: Delimiter | null
  /** Line (or spreadsheet row) with the names of the columns; null = there is none, columns are named `#1`, `#2` … */
  headerLine: number | null
  /** Of a workbook: the sheet that is read, and those that aren't. */
  sheet: string | null
  otherSheets: string[]
  columns: Column[]
  /** The first rows, for the preview and the check before the import. */
  sample: RawRow[]
  rows: { count: number; exact: boolean }
}

/** `samples` are up to three different values as text; `filled` counts the sample rows in which the column isn't empty. */
export type Column = { name: string; samples: string[]; filled: number }

/** A value as its file has it: text in a csv or a workbook, any JSON in the others. */
export type Cell = string | number | boolean | null | Cell[] | { [key: string]: Cell }
export type Cells = { [column: string]: Cell }

/** One row of a file. With a `fault` it couldn't be read: `cells` then holds what could be told apart, perhaps nothing. */
export type RawRow = { line: number; cells: Cells; raw: string; fault?: RowFault }

export type RowFault =
  /** The line isn't one JSON object. */
  | { code: 'json' }
  /** A quotation mark opens a cell and isn't closed within the limit. */
  | { code: 'unclosed-quote' }
  /** More cells than columns, so that nobody can say which value belongs where. */
  | { code: 'extra-cells'; expected: number; found: number }
  | { code: 'cell-too-long'; column: string; length: number }
  | { code: 'row-too-long'; length: number }
  /** Bytes that aren't text in the file's encoding. */
  | { code: 'characters' }

/** Why a file can't be read. Nothing of it is used then. */
export type ReadProblem =
  | { code: 'empty-file'; file: string }
  /** The columns are there and no row below them. */
  | { code: 'no-rows'; file: string }
  | { code: 'unknown-format'; file: string }
  /** An .xls of Excel 97-2003, or a workbook locked with a password: both lie in the same container. */
  | { code: 'old-excel'; file: string }
  | { code: 'damaged-gzip'; file: string }
  | { code: 'damaged-workbook'; file: string; part: 'directory' | 'workbook' | 'sheet' | 'strings' }
  | { code: 'no-sheet'; file: string }
  | { code: 'wrong-encoding'; file: string }
  | { code: 'broken-json'; file: string; line: number }
  | { code: 'cap'; file: string; cap: CapReached; limit: number; line: number | null }
  /** The disk or the browser refused; the file was perhaps moved or taken out. */
  | { code: 'unreadable'; file: string }
  | { code: 'cancelled' }
