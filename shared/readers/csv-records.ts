import { CAPS } from './caps.ts'
import type { Delimiter, RowFault } from './file.ts'

export type CsvRecord = { line: number; cells: string[]; raw: string; fault?: RowFault }

/**
 * Splits text into records as RFC 4180 has them, with what real files do besides: line breaks of any kind inside quotes,
 * quotation marks in the middle of an unquoted cell, a cell that opens with a mark and goes on behind the closing one
 * (`"智能"家电`: taken as it stands). Blank lines are no records. A mark that never closes spoils its own line, not the
 * rest of the file: the next line is a record again.
 */
export class CsvRecords {
  readonly #delimiter: Delimiter
  #text = ''
  #at = 0
  #line = 1
  /** Next quotation mark at or after `#at`; -1 = not searched, the text's length = none. */
  #quote = -1
  #overlong: { line: number; raw: string; length: number } | null = null

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter
  }

  push(text: string): CsvRecord[] {
    this.#text = this.#at < this.#text.length ? this.#text.slice(this.#at) + text : text
    this.#at = 0
    this.#quote = -1
    return this.#take(false)
  }

  end(): CsvRecord[] {
    return this.#take(true)
  }

  #take(last: boolean): CsvRecord[] {
    const records: CsvRecord[] = []
    if (this.#overlong && !this.#skipLine(records, last)) return records
    while (this.#at < this.#text.length) {
      const record = this.#next(last)
      if (record === 'more') break
      if (record) records.push(record)
    }
    return records
  }

  /** Null = a blank line. */
  #next(last: boolean): CsvRecord | null | 'more' {
    const text = this.#text
    const found = text.indexOf('\n', this.#at)
    const end = found < 0 ? text.length : found
    if (this.#quote < this.#at) {
      const quote = text.indexOf('"', this.#at)
      this.#quote = quote < 0 ? text.length : quote
    }
    if (this.#quote >= end) {
      if (found < 0 && !last) return this.#waitForEnd()
      return this.#finish(end, found < 0, cutAt(this.#slice(this.#at, end), this.#delimiter))
    }
    const parsed = this.#quotedRecord(last)
    if (parsed === 'more') return 'more'
    if (parsed === 'unclosed') {
      if (found < 0 && !last) return this.#waitForEnd()
      return this.#finish(end, found < 0, [], { code: 'unclosed-quote' })
    }
    return this.#finish(parsed.end, parsed.end === text.length, parsed.cells)
  }

  /** Cells from `#at` on with quotation marks minded, and where the record ends. */
  #quotedRecord(last: boolean): { cells: string[]; end: number } | 'more' | 'unclosed' {
    const text = this.#text
    const cells: string[] = []
    let at = this.#at
    for (;;) {
      let end: number
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1)
        if (close < 0 || close - at > CAPS.cell) return last || text.length - at > CAPS.cell ? 'unclosed' : 'more'
        if (close + 1 === text.length && !last) return 'more'
        end = close + 1
        if (this.#endsCell(end)) cells.push(text.slice(at + 1, close).replaceAll('""', '"'))
        else {
          end = this.#cellEnd(end)
          cells.push(trimReturn(text.slice(at, end)))
        }
      } else {
        end = this.#cellEnd(at)
        cells.push(trimReturn(text.slice(at, end)))
      }
      if (text.charCodeAt(end) === RETURN && (end + 1 >= text.length || text.charCodeAt(end + 1) === NEWLINE)) end++
      if (end >= text.length && !last) return text.length - this.#at > CAPS.row ? 'unclosed' : 'more'
      if (end >= text.length || text.charCodeAt(end) === NEWLINE) return { cells, end: Math.min(end, text.length) }
      at = end + 1
    }
  }

  #endsCell(at: number): boolean {
    const { length } = this.#text
    const code = this.#text.charCodeAt(at)
    return at >= length || code === NEWLINE || code === this.#delimiter.charCodeAt(0) || (code === RETURN && (at + 1 >= length || this.#text.charCodeAt(at + 1) === NEWLINE))
  }

  #cellEnd(from: number): number {
    const newline = this.#text.indexOf('\n', from)
    const delimiter = this.#text.indexOf(this.#delimiter, from)
    return Math.min(newline < 0 ? this.#text.length : newline, delimiter < 0 ? this.#text.length : delimiter)
  }

  #finish(end: number, atEnd: boolean, cells: string[], fault?: RowFault): CsvRecord | null {
    const raw = this.#slice(this.#at, end)
    const line = this.#line
    this.#line += 1 + breaksIn(raw)
    this.#at = atEnd ? this.#text.length : end + 1
    if (fault) return { line, cells, raw, fault }
    if (raw.length > CAPS.row) return { line, cells: [], raw: raw.slice(0, CAPS.cell), fault: { code: 'row-too-long', length: raw.length } }
    return cells.every(isBlank) ? null : { line, cells, raw }
  }

  /** The line isn't complete yet; one that outgrows the cap is passed over without being kept. */
  #waitForEnd(): 'more' {
    const length = this.#text.length - this.#at
    if (length > CAPS.row) {
      this.#overlong = { line: this.#line, raw: this.#text.slice(this.#at, this.#at + CAPS.cell), length }
      this.#at = this.#text.length
    }
    return 'more'
  }

  #skipLine(records: CsvRecord[], last: boolean): boolean {
    const over = this.#overlong!
    const newline = this.#text.indexOf('\n', this.#at)
    over.length += (newline < 0 ? this.#text.length : newline) - this.#at
    this.#at = newline < 0 ? this.#text.length : newline + 1
    if (newline < 0 && !last) return false
    records.push({ line: over.line, cells: [], raw: over.raw, fault: { code: 'row-too-long', length: over.length } })
    this.#line++
    this.#overlong = null
    return true
  }

  #slice(from: number, to: number): string {
    return trimReturn(this.#text.slice(from, to))
  }
}

const QUOTE = 0x22
const NEWLINE = 0x0a
const RETURN = 0x0d

const closingQuote = (text: string, from: number): number => {
  let at = text.indexOf('"', from)
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2)
  return at
}
const cutAt = (line: string, delimiter: string): string[] => line.split(delimiter)
const trimReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text)
const isBlank = (cell: string): boolean => cell.trim() === ''
const breaksIn = (raw: string): number => {
  let count = 0
  for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) count++
  return count
}
