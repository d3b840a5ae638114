import { CAPS } from './caps.ts'
import { withoutGuard } from './cells.ts'
import { type CsvRecord, CsvRecords } from './csv-records.ts'
import { DAMAGED } from './encoding.ts'
import type { Cells, Delimiter, RawRow } from './file.ts'
import type { RowParser } from './row-parser.ts'

/** Rows of a csv below its header; `columns` in their order. */
export const csvParser = (delimiter: Delimiter, columns: string[], headerLine: number | null): RowParser => {
  const records = new CsvRecords(delimiter)
  const rows = (found: CsvRecord[]): RawRow[] => (headerLine === null ? found : found.filter(record => record.line > headerLine)).map(record => recordRow(record, columns))
  return { push: text => rows(records.push(text)), end: () => rows(records.end()) }
}

/** The delimiter that cuts the first lines most evenly; a comma where nothing tells. */
export const guessDelimiter = (head: string): Delimiter => {
  const scored = ([',', '\t', ';'] as const).map(delimiter => {
    const widths = new CsvRecords(delimiter).push(head.slice(0, 32_768)).slice(0, 100).map(record => record.cells.length)
    const usual = mostFrequent(widths)
    return { delimiter, score: usual > 1 ? (widths.filter(width => width === usual).length / widths.length) * Math.min(usual, 5) : 0 }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

/** A record of any kind of sheet as a row, by position; also names what makes it unreadable. */
export const recordRow = ({ line, cells: values, raw, fault: broken }: CsvRecord, columns: string[]): RawRow => {
  const cells: Cells = {}
  let fault = broken ?? (raw.includes(DAMAGED) ? ({ code: 'characters' }) : undefined)
  const width = Math.min(values.length, columns.length)
  for (let i = 0; i < width; i++) {
    const text = values[i]
    if (text.length > CAPS.cell) fault ??= { code: 'cell-too-long', column: columns[i], length: text.length }
    else cells[columns[i]] = withoutGuard(text)
  }
  if (values.length > columns.length && values.slice(columns.length).some(value => value.trim() !== '')) fault ??= { code: 'extra-cells', expected: columns.length, found: values.length }
  return fault ? { line, cells, raw, fault } : { line, cells, raw }
}

export const mostFrequent = (numbers: number[]): number => {
  const counts = new Map<number, number>()
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1)
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0]
}
