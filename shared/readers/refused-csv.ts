import { cellText } from './cells.ts'
import type { Cells } from './file.ts'

/** A row of a file that was not taken as it is, and why; `cells` as far as they could be told apart. */
export type RefusedRow<Reason> = { file: string; line: number; reason: Reason; raw: string; cells: Cells }

/** Column names and sentences in the reader's language; `shared/words` has them. */
export type RefusedWords<Reason> = { file: string; line: string; reason: string; raw: string; reasonText(reason: Reason): string }

/**
 * Refused rows as a csv that a spreadsheet opens: the columns that they had (`columns` first, for rows in which none could be told
 * apart), then file, line, reason and raw text. Mended there it can be imported again: the four columns behind are no field's name.
 */
export const refusedCsv = <Reason>(refused: readonly RefusedRow<Reason>[], columns: readonly string[], words: RefusedWords<Reason>): string => {
  const names = [...new Set([...columns, ...refused.flatMap(({ cells }) => Object.keys(cells))])]
  const lines = refused.map(({ file, line, reason, raw, cells }) => [...names.map(name => cellText(cells[name])), file, String(line), words.reasonText(reason), raw])
  return `\uFEFF${[[...names, words.file, words.line, words.reason, words.raw], ...lines].map(line => line.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** A text that a spreadsheet would take for a formula gets a `'` before it, which the reader takes away again. */
const csvCell = (text: string): string => {
  const guarded = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n;\t]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
