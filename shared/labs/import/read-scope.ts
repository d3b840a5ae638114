// Rows of a file as lines of a scope: each is kept, merged with one that says the same, or refused with its reason.
import type { IsoDay } from '#shared/lib/dates.ts'
import { cellText } from '#shared/readers/cells.ts'
import type { RawRow, RowFault } from '#shared/readers/file.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import type { RefusedRow } from '#shared/readers/refused-csv.ts'
import { readDate } from '#shared/standards/import/dates.ts'
import { isPlaceholder, tidy } from '#shared/standards/import/text.ts'
import { type Scheme, SCHEMES } from '../lab.ts'
import { methodOf } from '../method.ts'
import type { ScopeColumn } from './columns.ts'

/** A line as the file tells it; `site` by its name. */
export type ReadLine = {
  scheme: Scheme; certificate: string | null; object: string; parameter: string; number: string; method: string; clause: string | null
  range: string | null; cmc: string | null; site: string | null; from: IsoDay | null; until: IsoDay | null
}

/** What a heading says of all rows: where a row has no such cell, this counts. */
export type ScopeDefaults = Pick<ReadLine, 'scheme' | 'certificate' | 'from' | 'until'>

export type LineRefusal =
  | RowFault
  | { code: 'missing'; field: 'object' | 'parameter' | 'method' }
  | { code: 'no-method'; text: string }
  | { code: 'several-methods'; text: string }
  | { code: 'bad-date'; field: 'from' | 'until'; text: string }
  | { code: 'ends-first'; from: IsoDay; until: IsoDay }
  | { code: 'no-scheme'; text: string }
  | { code: 'too-long'; field: ScopeColumn; length: number; limit: number }

export type RefusedLine = RefusedRow<LineRefusal>

/** read = lines + merged + refused. `carried`: rows that took object or parameter from the row above, as merged cells come. */
export type ScopeRead = { read: number; lines: ReadLine[]; merged: number; refused: RefusedLine[]; carried: number }

export const scopeReader = (file: string, mapping: Mapping<ScopeColumn>, defaults: ScopeDefaults): { take: (rows: readonly RawRow[]) => void; found: ScopeRead } => {
  const found: ScopeRead = { read: 0, lines: [], merged: 0, refused: [], carried: 0 }
  const known = new Set<string>()
  const above = { object: '', parameter: '' }
  const columns = Object.entries(mapping)
  const take = (row: RawRow): void => {
    found.read++
    const cells = (field: ScopeColumn): string => textOf(columns.filter(([, of]) => of === field).map(([column]) => cellText(row.cells[column])).find(Boolean) ?? '')
    const line = row.fault ?? lineOf(cells, defaults, above)
    if ('code' in line) return void found.refused.push({ file, line: row.line, reason: line, raw: row.raw, cells: row.cells })
    if (cells('object') === '' || cells('parameter') === '') found.carried++
    above.object = line.object
    above.parameter = line.parameter
    const same = JSON.stringify(line)
    if (known.has(same)) found.merged++
    else found.lines.push(line)
    known.add(same)
  }
  return { found, take: rows => rows.forEach(take) }
}

const lineOf = (cells: (field: ScopeColumn) => string, defaults: ScopeDefaults, above: { object: string; parameter: string }): ReadLine | LineRefusal => {
  const object = cells('object') || above.object
  // A row that names another object begins anew: its parameter is its own.
  const parameter = cells('parameter') || (cells('object') === '' || cells('object') === above.object ? above.parameter : '')
  const written = cells('method')
  for (const [field, text] of [['object', object], ['parameter', parameter], ['method', written]] as const) if (text === '') return { code: 'missing', field }
  if (SEVERAL.test(written) && written.split(SEVERAL).filter(part => standardIn(part)).length > 1) return { code: 'several-methods', text: written }
  const method = standardIn(written)
  if (!method) return { code: 'no-method', text: written }
  const scheme = schemeOf(cells('scheme'), defaults.scheme)
  if (scheme === null) return { code: 'no-scheme', text: cells('scheme') }
  const days = { from: dayOf(cells('from'), defaults.from), until: dayOf(cells('until'), defaults.until) }
  for (const field of ['from', 'until'] as const) if (days[field] === undefined) return { code: 'bad-date', field, text: cells(field) }
  const { from, until } = days as { from: IsoDay | null; until: IsoDay | null }
  if (from !== null && until !== null && from > until) return { code: 'ends-first', from, until }
  for (const [field, limit] of LIMITS) if (cells(field).length > limit) return { code: 'too-long', field, length: cells(field).length, limit }
  const told = (field: ScopeColumn): string | null => cells(field) || null
  return {
    scheme, certificate: told('certificate') ?? defaults.certificate, object, parameter, number: method.number, method: method.method, clause: method.clause,
    range: told('range'), cmc: told('cmc'), site: told('site'), from, until,
  }
}

/** As `fields.ts` takes them. */
const LIMITS = [['object', 200], ['parameter', 200], ['certificate', 200], ['site', 200], ['range', 500], ['cmc', 500]] as const

const textOf = (cell: string): string => {
  const text = tidy(cell)
  return isPlaceholder(text) ? '' : text
}

/** A number by itself or behind a title: `《纺织品 甲醛的测定》GB/T 2912.1-2009 第6章`. */
const standardIn = (text: string) => {
  const start = /(?:[A-Z]{2,}|[TQ]\/[A-Z]+)[A-Z]*(?:\/[A-Z]+)*\s*[A-Z]?\d/i.exec(text)
  const found = start && methodOf(text.slice(start.index).replace(/^([^《》]*)[《》].*$/, '$1'))
  return found && !/\p{Script=Han}/u.test(found.number) && found.number.length <= 120 ? found : null
}
const SEVERAL = /[;；、\n]|(?<=\d)\s+(?=[A-Z]{2,}[/\s])/

const schemeOf = (text: string, otherwise: Scheme): Scheme | null => (text === '' ? otherwise : (SCHEMES.find(scheme => text.toUpperCase().includes(scheme)) ?? null))

/** undefined = what stands there is no day. */
const dayOf = (text: string, otherwise: IsoDay | null): IsoDay | null | undefined => {
  if (text === '') return otherwise
  const day = readDate(text)
  return day?.length === 10 ? day : undefined
}
