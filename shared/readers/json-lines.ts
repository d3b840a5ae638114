import { CAPS } from './caps.ts'
import { DAMAGED } from './encoding.ts'
import type { Cells, RawRow } from './file.ts'
import type { RowParser } from './row-parser.ts'

/** One JSON object a line; blank lines are no rows. */
export const jsonLinesParser = (): RowParser => {
  let rest = ''
  let line = 0
  let overlong = 0
  const take = (text: string, last: boolean): RawRow[] => {
    const rows: RawRow[] = []
    let at = 0
    for (let end = text.indexOf('\n'); end >= 0 || (last && at < text.length); end = text.indexOf('\n', at)) {
      const stop = end < 0 ? text.length : end
      line++
      if (overlong > 0) rows.push(tooLong(line, rest, overlong + stop - at))
      else {
        const raw = text.slice(at, stop).trim()
        if (raw !== '') rows.push(jsonRow(line, raw))
      }
      overlong = 0
      rest = ''
      at = stop + 1
    }
    keep(at < text.length ? text.slice(at) : '')
    return rows
  }
  const keep = (text: string): void => {
    if (overlong > 0) overlong += text.length
    else if (text.length > CAPS.row) {
      overlong = text.length
      rest = text.slice(0, CAPS.cell)
    } else rest = text
  }
  return {
    push: text => take(overlong > 0 ? text : rest + text, false),
    end: () => (overlong > 0 ? [tooLong(++line, rest, overlong)] : take(rest, true)),
  }
}

/** One object of a JSON file as a row. */
export const jsonRow = (line: number, raw: string): RawRow => {
  if (raw.length > CAPS.row) return tooLong(line, raw.slice(0, CAPS.cell), raw.length)
  if (raw.includes(DAMAGED)) return { line, cells: parsed(raw) ?? {}, raw, fault: { code: 'characters' } }
  const cells = parsed(raw)
  if (!cells) return { line, cells: {}, raw, fault: { code: 'json' } }
  for (const column in cells) {
    const cell = cells[column]
    if (typeof cell === 'string' && cell.length > CAPS.cell) return { line, cells: {}, raw: raw.slice(0, CAPS.cell), fault: { code: 'cell-too-long', column, length: cell.length } }
  }
  return { line, cells, raw }
}

const tooLong = (line: number, raw: string, length: number): RawRow => ({ line, cells: {}, raw, fault: { code: 'row-too-long', length } })

const parsed = (raw: string): Cells | null => {
  try {
    const value: unknown = JSON.parse(raw)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Cells) : null
  } catch {
    return null
  }
}
