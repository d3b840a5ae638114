import { cellText } from '#shared/readers/cells.ts'
import type { Cell, Cells } from '#shared/readers/file.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import type { Field } from './fields.ts'
import { fieldByName } from './suggest.ts'
import { isPlaceholder, tidy } from './text.ts'
import { titleLanguage } from './titles.ts'

/** The cells of a row by the fields they feed. */
export type RowCells = { cell(field: Field): Cell | undefined; text(field: Field): string }

/**
 * Sorts the cells of rows into fields. A column that only later rows have goes by its name. Where a file carries untidied values
 * beside the tidied ones (`original`), those count: what is mended is mended here, and told.
 */
export const cellSorter = (mapping: Mapping<Field>): ((cells: Cells) => RowCells) => {
  const fields = new Map<string, Field | null>(Object.entries(mapping))
  const fieldOf = (column: string): Field | null => {
    let field = fields.get(column)
    if (field === undefined) fields.set(column, (field = fieldByName(column)))
    return field
  }
  return cells => {
    const sorted: { [field in Field]?: Cell } = {}
    for (const column in cells) {
      const field = fieldOf(column)
      if (field !== null && isEmpty(sorted[field])) sorted[field] = cells[column]!
    }
    if (sorted.original) overlay(sorted, structured(sorted.original))
    return {
      cell: field => structured(sorted[field]),
      text: field => {
        const text = tidy(cellText(sorted[field]))
        return isPlaceholder(text) ? '' : text
      },
    }
  }
}

const overlay = (sorted: { [field in Field]?: Cell }, original: Cell | undefined): void => {
  if (typeof original !== 'object' || original === null || Array.isArray(original)) return
  for (const [name, value] of Object.entries(original)) {
    const field = fieldByName(name)
    if (field === 'title') sorted[TITLE_OF[titleLanguage(cellText(value))]] = value
    else if (field !== null && field !== 'original') sorted[field] = value
  }
}

/** An object or a list of objects that went through a csv is text there. */
const structured = (cell: Cell | undefined): Cell | undefined => {
  if (typeof cell !== 'string' || !/^(?:\{|\[\{)"/.test(cell)) return cell
  try {
    return JSON.parse(cell) as Cell
  } catch {
    return cell
  }
}

const TITLE_OF = { zh: 'titleZh', en: 'titleEn', ja: 'titleJa', fr: 'titleFr' } as const

const isEmpty = (cell: Cell | undefined): boolean => cell === undefined || cell === null || cell === ''
