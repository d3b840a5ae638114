import { cellText } from '#shared/readers/cells.ts'
import type { FileLook } from '#shared/readers/file.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import type { Field } from './fields.ts'
import type { RefusalReason, Repair, RepairKind } from './outcome.ts'
import { rowReader } from './row.ts'
import { columnOf, isClassList } from './suggest.ts'
import { isPlaceholder, tidy } from './text.ts'

/** What an import would do with the sample rows. `refused` counts rows, whatever the column; faults of a row stand in none. */
export type Precheck = { rows: number; refused: number; columns: ColumnCheck[] }

/** `values` = how many different values; `placeholders` = rows that say 无 or the like and are read as empty. */
export type ColumnCheck = {
  column: string
  field: Field | null
  filled: number
  values: number
  placeholders: number
  repairs: { kind: RepairKind; rows: number; example: Repair }[]
  refused: { rows: number; example: RefusalReason } | null
}

export const precheck = (look: FileLook, mapping: Mapping<Field>): Precheck => {
  const checks = new Map(look.columns.map(({ name }) => [name, check(look, name, mapping[name] ?? null)]))
  if (isClassList(mapping)) return { rows: look.sample.length, refused: 0, columns: [...checks.values()] }
  const read = rowReader(mapping, look.name)
  const ofField = (field: Field): ColumnCheck | undefined => checks.get(columnOf(mapping, field) ?? '')
  let refused = 0
  for (const row of look.sample) {
    const result = read(row)
    if ('refused' in result) {
      refused++
      const column = row.fault ? undefined : ofField('number')
      if (column) column.refused = { rows: (column.refused?.rows ?? 0) + 1, example: column.refused?.example ?? result.refused }
      continue
    }
    for (const kind of new Set(result.repairs.map(repair => repair.kind))) {
      const example = result.repairs.find(repair => repair.kind === kind)!
      const column = ofField(example.field) ?? ofField('title')
      const known = column?.repairs.find(each => each.kind === kind)
      if (known) known.rows++
      else column?.repairs.push({ kind, rows: 1, example })
    }
  }
  return { rows: look.sample.length, refused, columns: [...checks.values()] }
}

const check = (look: FileLook, column: string, field: Field | null): ColumnCheck => {
  const texts = look.sample.map(row => tidy(cellText(row.cells[column]))).filter(text => text !== '')
  const stated = texts.filter(text => !isPlaceholder(text))
  return { column, field, filled: stated.length, values: new Set(stated).size, placeholders: texts.length - stated.length, repairs: [], refused: null }
}
