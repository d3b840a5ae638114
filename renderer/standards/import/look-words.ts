import type { FileLook } from '#shared/readers/file.ts'
import { count } from '../parts/show.ts'

type Say = (key: string, facts?: Record<string, unknown>) => string

/** `142,000 行，10 列`; a count that was only estimated says so. */
export const sizeWords = ({ rows, columns }: FileLook, t: Say): string =>
  [t(rows.exact ? 'import.rows' : 'import.rowsAbout', { n: count(rows.count) }), t('import.columns', { n: columns.length })].join(t('import.units.and'))

/** `NDJSON.gz`, `CSV`, `Excel`. */
export const formatWord = ({ format, gzip }: FileLook): string => NAMES[format] + (gzip ? '.gz' : '')

/** `GB 18030，逗号分隔，首行是列名`; of a workbook the sheet. */
export const formWords = (look: FileLook, t: Say): string =>
  [
    look.encoding ? ENCODINGS[look.encoding] : null,
    look.delimiter ? t(`import.choose.separator.${SEPARATORS[look.delimiter]}`) : null,
    look.sheet === null ? null : t(look.otherSheets.length ? 'import.choose.sheetOf' : 'import.choose.sheet', { name: look.sheet, n: look.otherSheets.length + 1 }),
    look.format === 'csv' || look.format === 'xlsx' ? t(look.headerLine === null ? 'import.choose.noHeader' : look.headerLine === 1 ? 'import.choose.header' : 'import.choose.headerAt', { n: look.headerLine }) : null,
  ].filter(part => part !== null).join(t('import.units.and'))

const NAMES = { ndjson: 'NDJSON', json: 'JSON', csv: 'CSV', xlsx: 'Excel' } as const
const ENCODINGS = { 'utf-8': 'UTF-8', gb18030: 'GB 18030', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' } as const
const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const
