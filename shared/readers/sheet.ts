import { dayNumber, isoOf } from '#shared/lib/dates.ts'
import { CAPS } from './caps.ts'
import type { CsvRecord } from './csv-records.ts'
import { Unreadable } from './unreadable.ts'
import { cellString } from './workbook.ts'
import { attribute, type XmlHandler } from './xml.ts'

/** What cells need to be read. */
export type SheetContext = { file: string; strings: string[]; dates: boolean[]; since1904: boolean }

/** Takes a sheet's markup and gathers its rows; empty rows are none. `dimension` is the area that the sheet declares, such as `A1:J142001`. */
export class SheetRows implements XmlHandler {
  records: CsvRecord[] = []
  dimension: string | null = null
  readonly #context: SheetContext
  #line = 0
  #cells: string[] = []
  #column = 0
  #type = 'n'
  #style = 0
  #value = ''
  #taking = false
  #inFormula = false

  constructor(context: SheetContext) {
    this.#context = context
  }

  open(name: string, attributes: string): void {
    if (name === 'c') {
      const at = attribute(attributes, 'r')
      this.#column = at ? columnOf(at) : this.#column + 1
      this.#type = attribute(attributes, 't') ?? 'n'
      this.#style = Number(attribute(attributes, 's') ?? 0)
      this.#value = ''
    } else if (name === 'v' || name === 't') this.#taking = !this.#inFormula
    else if (name === 'rPh' || name === 'f') this.#inFormula = true
    else if (name === 'row') {
      this.#line = Number(attribute(attributes, 'r') ?? this.#line + 1)
      this.#cells = []
      this.#column = -1
    } else if (name === 'dimension') this.dimension = attribute(attributes, 'ref')
  }

  close(name: string): void {
    if (name === 'c') this.#put(this.#text())
    else if (name === 'v' || name === 't') this.#taking = false
    else if (name === 'rPh' || name === 'f') this.#inFormula = false
    else if (name === 'row' && this.#cells.some(cell => cell.trim() !== '')) this.records.push({ line: this.#line, cells: this.#cells, raw: this.#cells.join('\t') })
  }

  text(text: string): void {
    if (this.#taking && this.#value.length <= CAPS.cell) this.#value += text
  }

  #put(text: string): void {
    if (text === '') return
    if (this.#column >= CAPS.columns) throw new Unreadable({ code: 'cap', file: this.#context.file, cap: 'columns', limit: CAPS.columns, line: this.#line })
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = text
  }

  /** As the sheet shows it, as far as a date and plain numbers go; an error value (`#N/A`) is empty. */
  #text(): string {
    const value = this.#value
    switch (this.#type) {
      case 's':
        return this.#context.strings[Number(value)] ?? ''
      case 'n':
        return value === '' ? '' : this.#context.dates[this.#style] ? serialDay(Number(value), this.#context.since1904) : plainNumber(value)
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE'
      case 'e':
        return ''
      case 'd':
        return value.replace(/T.*$/, '')
      default:
        return cellString(value)
    }
  }
}

/**
 * The day of a spreadsheet's serial number, with no time zone; a time of day is dropped. The 1900 system counts a 29 February
 * 1900 that never was, so that its days before March 1900 lie one later.
 */
export const serialDay = (serial: number, since1904 = false): string => {
  const days = Math.floor(serial)
  if (!Number.isFinite(days) || days < 1 || days > 2_958_465) return String(serial)
  return isoOf(since1904 ? dayNumber('1904-01-01') + days : dayNumber('1899-12-30') + days + (days < 60 ? 1 : 0))
}

/** Workbooks keep 97.14 as 97.140000000000001. */
const plainNumber = (text: string): string => {
  const number = Number(text)
  return text.length > 15 && Number.isFinite(number) && Math.abs(number) < 1e15 ? String(Number(number.toPrecision(15))) : text
}

const columnOf = (reference: string): number => {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}
