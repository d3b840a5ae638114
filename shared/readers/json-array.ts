import { CAPS } from './caps.ts'
import type { RawRow } from './file.ts'
import { jsonRow } from './json-lines.ts'
import type { RowParser } from './row-parser.ts'
import { Unreadable } from './unreadable.ts'

/**
 * Rows of `[{…}, {…}]` or of the first array of objects inside one object. The text is only cut into objects here, so that a
 * file of any length streams; each object is then parsed by itself, and a broken one is one row that can't be read.
 */
export const jsonArrayParser = (file: string): RowParser => {
  let text = ''
  let at = 0
  let line = 1
  let depth = 0
  let inString = false
  let escaped = false
  /** Depth of the array that holds the rows; 0 = not found yet, -1 = already closed. */
  let rowsDepth = 0
  let opened = -1
  let start = -1
  let startLine = 0

  const broken = (): Unreadable => new Unreadable({ code: 'broken-json', file, line: startLine > 0 && start >= 0 ? startLine : line })

  const step = (code: number, rows: RawRow[]): void => {
    if (depth === rowsDepth && depth > 0 && code > 0x20 && code !== 0x7b && code !== 0x2c && code !== 0x5d) throw broken()
    if (code === 0x22) {
      inString = true
      opened = -1
    } else if (code === 0x7b || code === 0x5b) {
      if (code === 0x7b && opened === depth && rowsDepth === 0) rowsDepth = depth
      if (code === 0x7b && rowsDepth > 0 && depth === rowsDepth && start < 0) {
        start = at
        startLine = line
      }
      depth++
      opened = code === 0x5b ? depth : -1
    } else if (code === 0x7d || code === 0x5d) {
      opened = -1
      if (--depth < 0) throw broken()
      if (start >= 0 && depth === rowsDepth) {
        rows.push(jsonRow(startLine, text.slice(start, at + 1)))
        start = -1
      } else if (depth < rowsDepth) rowsDepth = -1
    } else if (code > 0x20) {
      opened = -1
      if (depth === 0) throw broken()
    }
  }

  const push = (more: string): RawRow[] => {
    text = start >= 0 ? text.slice(start) + more : more
    at = start >= 0 ? at - start : 0
    if (start >= 0) start = 0
    if (text.length > CAPS.row + more.length) throw new Unreadable({ code: 'broken-json', file, line: startLine })
    const rows: RawRow[] = []
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 0x0a) line++
      if (!inString) step(code, rows)
      else if (escaped) escaped = false
      else if (code === 0x5c) escaped = true
      else if (code === 0x22) inString = false
    }
    return rows
  }

  return {
    push,
    end: () => {
      if (depth !== 0 || inString) throw broken()
      return []
    },
  }
}
