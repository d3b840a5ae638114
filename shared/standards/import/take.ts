import { cellText } from '#shared/readers/cells.ts'
import type { RawRow } from '#shared/readers/file.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import { CCS_TREE_CODE, type ClassNames, ICS_CODE } from '../classification.ts'
import { mergeStandard } from '../merge.ts'
import type { Standard } from '../standard.ts'
import type { Accounts } from './accounts.ts'
import { readIcs } from './codes.ts'
import type { Field } from './fields.ts'
import { cellSorter } from './row-cells.ts'
import { rowReader } from './row.ts'
import { tidy } from './text.ts'

/** What has been taken from the files so far. `untitled`: standards that wait for the title of another row. */
export type Taken = { standards: Map<string, Standard>; classNames: ClassNames; untitled: Untitled[] }
export type Untitled = { number: string; from: string[]; file: string; line: number; counted: boolean }

/** Puts each row of one file where it belongs: kept, merged into a standard that is held, or refused. */
export const standardTaker = (mapping: Mapping<Field>, file: string, taken: Taken, accounts: Accounts): ((row: RawRow) => void) => {
  const read = rowReader(mapping, file)
  return row => {
    const result = read(row)
    if ('refused' in result) return accounts.refuse(file, row, result.refused)
    const { standard, repairs, titleFrom } = result
    const where = { file, line: row.line, number: standard.number }
    const counted = accounts.mend(repairs, where)
    if (titleFrom.length > 0) taken.untitled.push({ ...where, from: titleFrom, counted })
    const held = taken.standards.get(standard.number)
    taken.standards.set(standard.number, held ? mergeStandard(held, standard) : standard)
    if (held) accounts.tallies.merged++
    else accounts.tallies.kept++
  }
}

/** Rows of a classification list. The first name of a code stays, a later row fills what it lacks. */
export const classTaker = (mapping: Mapping<Field>, file: string, taken: Taken, accounts: Accounts): ((row: RawRow) => void) => {
  const sort = cellSorter(mapping)
  return row => {
    if (row.fault) return accounts.refuse(file, row, row.fault)
    const cells = sort(row.cells)
    const written = tidy(cellText(cells.cell('code')))
    const code = codeOf(written)
    if (code === null) return accounts.refuse(file, row, { code: 'unusable-code', text: written.slice(0, 200) })
    if (code !== written) accounts.mend([{ kind: ICS_CODE.test(code) ? 'ics-zeros' : 'ccs-case', field: 'code', from: written, to: code }], { file, line: row.line, number: code })
    const names = ICS_CODE.test(code) ? taken.classNames.ics : taken.classNames.ccs
    const [zh, en] = [cells.text('nameZh'), cells.text('nameEn')]
    const held = names[code]
    names[code] = { ...(zh && { zh }), ...(en && { en }), ...held }
    if (held) accounts.tallies.merged++
    else accounts.keepClass()
  }
}

const codeOf = (written: string): string | null => {
  const code = written.toUpperCase()
  return ICS_CODE.test(code) || CCS_TREE_CODE.test(code) ? code : (readIcs([written]).values[0] ?? null)
}
