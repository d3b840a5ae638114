import type { Mapping } from '#shared/readers/mapping.ts'
import type { Cell } from '#shared/readers/file.ts'
import type { Field } from '#shared/standards/import/fields.ts'
import type { Refusal } from '#shared/standards/import/outcome.ts'

/** What stood in the column with the number, untouched; null = nothing. */
export const numberOf = (row: Refusal, mapping: Mapping<Field> | null): string | null => valueOf(row, mapping, ['number', 'code'])

export const titleOf = (row: Refusal, mapping: Mapping<Field> | null): string | null => valueOf(row, mapping, ['titleZh', 'title', 'titleEn', 'titleJa', 'titleFr', 'nameZh', 'nameEn'])

/** The parts of the row that are named in the reason as wrong. */
export const wrongParts = ({ reason }: Refusal): string[] => ('text' in reason ? [reason.text] : [])

const valueOf = ({ cells }: Refusal, mapping: Mapping<Field> | null, fields: Field[]): string | null => {
  if (!mapping) return null
  for (const field of fields) {
    const column = Object.keys(mapping).find(each => mapping[each] === field)
    const text = column === undefined ? '' : cellText(cells[column])
    if (text) return text
  }
  return null
}

const cellText = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell))
