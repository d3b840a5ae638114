import type { Cell } from './file.ts'

/** A cell as one line of text, the way a spreadsheet would show it: lists joined by `;`. */
export const cellText = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? cell : cell === null || cell === undefined ? '' : typeof cell !== 'object' ? String(cell) : Array.isArray(cell) ? cell.map(cellText).join(';') : JSON.stringify(cell)

/**
 * What a spreadsheet or our own export puts before a text so that it isn't taken for a formula: `'=A1` and `="01.120"`.
 * Only these exact forms are undone.
 */
export const withoutGuard = (text: string): string => {
  const first = text.charCodeAt(0)
  if (first === 0x27 && GUARDED.test(text)) return text.slice(1)
  if (first === 0x3d && text.length > 2 && text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1).replaceAll('""', '"')
  return text
}

const GUARDED = /^'+[=+\-@\t\r]/
