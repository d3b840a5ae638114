import { mostFrequent } from './csv.ts'

/** Where the names of the columns stand in a sheet, and which they are. */
export type Header = { headerLine: number | null; columns: string[] }

/**
 * The first line that is about as wide as the rest is the header, unless it looks like data; lines above it (a heading, a
 * date) are passed over. Nameless columns are called `#3`, a name that comes again gets its position.
 */
export const findHeader = (records: { line: number; cells: string[] }[]): Header => {
  const first = records.slice(0, 50)
  const usual = mostFrequent(first.map(record => filled(record.cells)))
  const candidate = first.find(record => filled(record.cells) >= Math.min(usual, Math.max(2, Math.ceil(usual / 2))))
  const width = records.reduce((most, record) => Math.max(most, usedWidth(record.cells)), 0)
  if (candidate && isHeader(candidate.cells)) return { headerLine: candidate.line, columns: nameColumns(candidate.cells, Math.max(usedWidth(candidate.cells), Math.min(width, candidate.cells.length))) }
  return { headerLine: null, columns: nameColumns([], width) }
}

const nameColumns = (cells: string[], width: number): string[] => {
  const names = new Set<string>()
  for (let i = 0; i < width; i++) {
    const name = (cells[i] ?? '').replace(/\s+/g, ' ').trim()
    names.add(name === '' || name === '__proto__' || names.has(name) ? `${name === '__proto__' ? '' : name}#${i + 1}` : name)
  }
  return [...names]
}

/** Names have no year, number or date in them, and none comes twice. */
const isHeader = (cells: string[]): boolean => {
  const names = cells.map(cell => cell.trim()).filter(Boolean)
  return names.length > 0 && new Set(names).size === names.length && !names.some(name => /\d{4}/.test(name) || /^[\d.,/-]+$/.test(name) || name.length > 60)
}

const filled = (cells: string[]): number => cells.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0)
const usedWidth = (cells: string[]): number => {
  let width = cells.length
  while (width > 0 && cells[width - 1].trim() === '') width--
  return width
}
