import { cellText } from '#shared/readers/cells.ts'
import type { RawRow } from '#shared/readers/file.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import { identify, type Identity } from '../number.ts'
import type { Language, Source, Standard } from '../standard.ts'
import { sourceWord } from '../source-word.ts'
import { readCcs, readIcs } from './codes.ts'
import { readDate } from './dates.ts'
import type { Field } from './fields.ts'
import type { RefusalReason, Repair, RepairKind } from './outcome.ts'
import { addReference, entriesOf, readAdoptions, readReferences } from './references.ts'
import { cellSorter, type RowCells } from './row-cells.ts'
import { isPlaceholder, tidy } from './text.ts'
import { readTitle, titleLanguage } from './titles.ts'

/** `titleFrom`: numbers of the rows from which a row without a title may take it, the nearest first. */
export type ReadRow = { standard: Standard; repairs: Repair[]; titleFrom: string[] } | { refused: RefusalReason }

/** Makes standards of the rows of one file. */
export const rowReader = (mapping: Mapping<Field>, file: string): ((row: RawRow) => ReadRow) => {
  const sort = cellSorter(mapping)
  const shared = sharedTexts()
  return row => {
    if (row.fault) return { refused: row.fault }
    const cells = sort(row.cells)
    const written = tidy(cellText(cells.cell('number')))
    if (written === '') return { refused: { code: 'no-number' } }
    if (isPlaceholder(written)) return { refused: { code: 'placeholder-number', text: written } }
    const identity = identify(written)
    if (!identity) return { refused: { code: 'unusable-number', text: written.slice(0, 200) } }
    const repairs: Repair[] = numberRepairs(written, identity)
    const { number, key, recognised, year, kind, adopts } = identity
    // Filled in place and in one order: spreading parts together is ten times slower over a hundred thousand rows.
    const standard: Standard = { number, key, recognised, year, kind, titles: {}, word: null, replaces: [], replacedBy: [], adopts, ics: [], ccs: [], sources: [sourceOf(shared, file, cells.text('source'), row.line)] }
    fillTitles(standard, cells, repairs)
    fillStatus(standard, cells, repairs)
    fillDates(standard, cells, repairs)
    fillRelations(standard, cells, repairs)
    fillRest(standard, cells, repairs, shared)
    return { standard, repairs, titleFrom: Object.keys(standard.titles).length === 0 ? titleSources(cells) : [] }
  }
}

const numberRepairs = (written: string, identity: Identity): Repair[] => (identity.mended ? [{ kind: NUMBER_KINDS[identity.repairs[0] ?? ''] ?? 'number-form', field: 'number', from: written, to: identity.number }] : [])
const NUMBER_KINDS: Record<string, RepairKind> = { wide: 'number-width', space: 'number-space', letter: 'number-letter' }

const fillTitles = (standard: Standard, cells: RowCells, repairs: Repair[]): void => {
  const remarks: string[] = []
  for (const field of TITLE_FIELDS) {
    const written = cells.text(field)
    if (written === '') continue
    const { title, remarks: found } = readTitle(written)
    if (found.length > 0) repairs.push({ kind: 'title-remark', field, from: written, to: title })
    for (const remark of found) if (!remarks.includes(remark)) remarks.push(remark)
    standard.titles[LANGUAGES[field] ?? titleLanguage(title)] ??= title
  }
  if (remarks.length > 0) standard.remarks = remarks
}
const TITLE_FIELDS = ['titleZh', 'titleEn', 'titleJa', 'titleFr', 'title'] as const
const LANGUAGES: { [field in Field]?: Language } = { titleZh: 'zh', titleEn: 'en', titleJa: 'ja', titleFr: 'fr' }

const fillStatus = (standard: Standard, cells: RowCells, repairs: Repair[]): void => {
  const printed = cells.text('status')
  if (printed === '') return
  const word = wordOf(printed)
  if (word === undefined) repairs.push({ kind: 'status-unknown', field: 'status', from: printed, to: printed })
  standard.word = word ?? null
  standard.printed = printed
}
/** A catalogue has few different words, and each is looked up once. */
const wordOf = (printed: string): ReturnType<typeof sourceWord> => {
  if (!words.has(printed) && words.size < 1_000) words.set(printed, sourceWord(printed))
  return words.has(printed) ? words.get(printed) : sourceWord(printed)
}
const words = new Map<string, ReturnType<typeof sourceWord>>()

const fillDates = (standard: Standard, cells: RowCells, repairs: Repair[]): void => {
  for (const field of DATE_FIELDS) {
    const written = cells.text(field)
    const date = written === '' ? null : readDate(written)
    if (date === undefined) repairs.push({ kind: 'date-dropped', field, from: written, to: '' })
    else if (date !== null) standard[field] = date
  }
  const { published, effective } = standard
  if (!published || !effective || effective.slice(0, published.length) >= published.slice(0, effective.length)) return
  const both = `${published} > ${effective}`
  repairs.push({ kind: 'date-order', field: 'effective', from: both, to: both })
}
const DATE_FIELDS = ['published', 'effective', 'withdrawn', 'confirmed'] as const

const fillRelations = (standard: Standard, cells: RowCells, repairs: Repair[]): void => {
  for (const field of ['replaces', 'replacesPartly', 'replacedBy'] as const) {
    const cell = cells.cell(field)
    if (cell === undefined) continue
    const read = readReferences(cell, field, standard.number, field === 'replacesPartly')
    repairs.push(...read.repairs)
    const list = field === 'replacedBy' ? standard.replacedBy : standard.replaces
    for (const reference of read.references) addReference(list, reference)
  }
  const cell = cells.cell('adopts')
  if (cell === undefined) return
  const { adoptions, repairs: told } = readAdoptions(cell, cells.text('degree'), standard.number)
  repairs.push(...told)
  standard.adopts = [...adoptions, ...standard.adopts.filter(own => !adoptions.some(each => each.number === own.number))]
}

const fillRest = (standard: Standard, cells: RowCells, repairs: Repair[], shared: (text: string) => string): void => {
  const ics = readIcs(entriesOf(cells.cell('ics')))
  const ccs = readCcs(entriesOf(cells.cell('ccs')))
  repairs.push(...ics.repairs, ...ccs.repairs)
  standard.ics = ics.values.map(shared)
  standard.ccs = ccs.values.map(shared)
  for (const field of TEXT_FIELDS) {
    const text = cells.text(field)
    if (text !== '') standard[field] = shared(text)
  }
  const url = cells.text('url')
  if (/^https?:\/\/\S+$/i.test(url)) standard.url = url
  else if (url !== '') repairs.push({ kind: 'url-dropped', field: 'url', from: url, to: '' })
}
const TEXT_FIELDS = ['committee', 'category', 'industry', 'edition', 'note'] as const

const sourceOf = (shared: (text: string) => string, file: string, source: string, line: number): Source => ({ name: source === '' ? file : shared(`${file}: ${source}`), line })

/** From `related`: an edition in another language, a translation, a part of a whole. */
const titleSources = (cells: RowCells): string[] => {
  const related = cells.cell('related')
  if (!Array.isArray(related)) return []
  const numbers = TITLE_RELATIONS.flatMap(type => related.flatMap(each => (typeof each === 'object' && each !== null && !Array.isArray(each) && each['type'] === type && typeof each['number'] === 'string' ? [each['number']] : [])))
  return numbers.flatMap(number => identify(number)?.number ?? [])
}
const TITLE_RELATIONS = ['instanceOf', 'translatedFrom', 'partOf']

/** One string for equal texts, so that a hundred thousand rows of one committee hold its name once. */
const sharedTexts = (): ((text: string) => string) => {
  const texts = new Map<string, string>()
  return text => {
    const held = texts.get(text)
    if (held === undefined) texts.set(text, text)
    return held ?? text
  }
}
