import { type Result, fail, ok } from '#shared/lib/result.ts'
import { readSlice } from './bytes.ts'
import { CAPS, LOOK } from './caps.ts'
import { cellText } from './cells.ts'
import type { Column, FileLook, InputFile, RawRow, ReadProblem } from './file.ts'
import type { Found } from './found.ts'
import { lookAtText } from './look-text.ts'
import { lookAtWorkbook } from './look-workbook.ts'
import { Unreadable } from './unreadable.ts'

/** Finds out what a file is by its content: format, encoding, columns with samples, first rows, how many there are. */
export const lookAt = async (file: InputFile, signal?: AbortSignal): Promise<Result<FileLook, ReadProblem>> => {
  try {
    const found = await lookInside(file, signal)
    const columns = describeColumns(found.columns, found.head)
    if (found.head.length === 0 || columns.length === 0) return fail({ code: 'no-rows', file: file.name })
    if (columns.length > CAPS.columns) return fail({ code: 'cap', file: file.name, cap: 'columns', limit: CAPS.columns, line: found.head[0].line })
    const { format, gzip, encoding, delimiter, headerLine, sheet, otherSheets, rows } = found
    return ok({ name: file.name, size: file.size, format, gzip, encoding, delimiter, headerLine, sheet, otherSheets, columns, sample: found.head.slice(0, LOOK.rows), rows })
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.problem)
    throw error
  }
}

const lookInside = async (file: InputFile, signal: AbortSignal | undefined): Promise<Found> => {
  if (file.size === 0) throw new Unreadable({ code: 'empty-file', file: file.name })
  const magic = await readSlice(file, 0, 8)
  if (startsWith(magic, 0x50, 0x4b)) return lookAtWorkbook(file, signal)
  if (startsWith(magic, 0xd0, 0xcf, 0x11, 0xe0)) throw new Unreadable({ code: 'old-excel', file: file.name })
  return lookAtText(file, startsWith(magic, 0x1f, 0x8b), signal)
}

const startsWith = (bytes: Uint8Array, ...wanted: number[]): boolean => wanted.every((byte, i) => bytes[i] === byte)

const describeColumns = (names: string[] | null, rows: RawRow[]): Column[] => {
  const columns = new Map<string, Column>((names ?? []).map(name => [name, { name, samples: [], filled: 0 }]))
  for (const { cells } of rows) {
    for (const name of Object.keys(cells)) {
      const text = cellText(cells[name]).trim()
      const column = columns.get(name) ?? { name, samples: [], filled: 0 }
      columns.set(name, column)
      if (text === '') continue
      column.filled++
      if (column.samples.length < 3 && !column.samples.includes(text)) column.samples.push(text.slice(0, SAMPLE))
    }
  }
  return [...columns.values()]
}

/** Characters of a sample: what a line of the page can show. */
const SAMPLE = 120
