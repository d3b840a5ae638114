import type { FileLook } from '#shared/readers/file.ts'
import { cellText } from '#shared/readers/cells.ts'
import { type Mapping, nameKey, suggestMapping } from '#shared/readers/mapping.ts'
import { CCS_TREE_CODE, ICS_CODE } from '../classification.ts'
import { CLASS_TARGETS, type Field, STANDARD_TARGETS } from './fields.ts'

/** The likeliest mapping: of a catalogue, or of a classification list where codes stand in the place of numbers. */
export const suggestFields = (look: FileLook): Mapping<Field> => {
  const standards = suggestMapping(look.columns, STANDARD_TARGETS)
  if (hasField(standards, 'number')) return standards
  const classes = suggestMapping(look.columns, CLASS_TARGETS)
  const code = columnOf(classes, 'code')
  return code !== undefined && classScheme(look.sample.map(row => cellText(row.cells[code]))) ? classes : standards
}

export const isClassList = (mapping: Mapping<Field>): boolean => hasField(mapping, 'code') && !hasField(mapping, 'number')
export const hasField = (mapping: Mapping<Field>, field: Field): boolean => columnOf(mapping, field) !== undefined
export const columnOf = (mapping: Mapping<Field>, field: Field): string | undefined => Object.keys(mapping).find(column => mapping[column] === field)

/**
 * Which classification a list of codes is; null = neither. In the CCS tree letters alone and groups (`A65/74`) are codes too; of
 * ICS codes up to half may have lost their zeros in a spreadsheet.
 */
export const classScheme = (codes: string[]): 'ics' | 'ccs' | null => {
  const filled = codes.map(code => code.trim()).filter(Boolean)
  if (filled.length === 0) return null
  const ics = filled.filter(code => ICS_CODE.test(code)).length
  return ics * 2 >= filled.length && filled.every(code => LOOSE_ICS.test(code)) ? 'ics' : filled.every(code => CCS_TREE_CODE.test(code)) ? 'ccs' : null
}

/** The field that a column's name means by itself: for columns that only later rows have. */
export const fieldByName = (column: string): Field | null => byName.get(nameKey(column)) ?? null

const LOOSE_ICS = /^\d{1,2}(?:\.\d{1,3}(?:\.\d{2})?)?$/

const byName = new Map<string, Field>()
for (const { field, names } of STANDARD_TARGETS) for (const name of names) if (!byName.has(nameKey(name))) byName.set(nameKey(name), field)
