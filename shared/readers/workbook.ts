import type { ByteOptions } from './bytes.ts'
import { CAPS } from './caps.ts'
import { decode } from './encoding.ts'
import type { InputFile, ReadProblem } from './file.ts'
import { dateStyles } from './workbook-styles.ts'
import { Unreadable } from './unreadable.ts'
import { attribute, XmlReader } from './xml.ts'
import { readDirectory, readEntry, type ZipEntry } from './zip.ts'

/** What a workbook holds around its first visible sheet, which is the one that is read. */
export type Workbook = {
  sheet: string
  otherSheets: string[]
  entry: ZipEntry
  strings: ZipEntry | null
  /** By number of the cell's style: whether it shows a number as a date. */
  dates: boolean[]
  /** Days are counted from 1904-01-01, as old Macs did. */
  since1904: boolean
}

/** Throws `Unreadable`. */
export const openWorkbook = async (file: InputFile): Promise<Workbook> => {
  const entries = await readDirectory(file)
  const main = entries.get('xl/workbook.xml')
  if (!main) throw new Unreadable(entries.size === 0 ? damagedPart(file, 'directory') : { code: 'unknown-format', file: file.name })
  const sheets: { name: string; id: string; hidden: boolean }[] = []
  let since1904 = false
  await readXml(file, main, 'workbook', (name, attributes) => {
    if (name === 'sheet') sheets.push({ name: attribute(attributes, 'name') ?? '', id: attribute(attributes, 'id') ?? '', hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible' })
    if (name === 'workbookPr') since1904 = TRUE.has(attribute(attributes, 'date1904') ?? '')
  })
  const chosen = sheets.find(sheet => !sheet.hidden) ?? sheets[0]
  const targets = await relations(file, entries.get('xl/_rels/workbook.xml.rels'))
  const entry = chosen && entries.get(targets.get(chosen.id) ?? 'xl/worksheets/sheet1.xml')
  if (!chosen || !entry) throw new Unreadable({ code: 'no-sheet', file: file.name })
  const styles = entries.get('xl/styles.xml')
  return {
    sheet: chosen.name,
    otherSheets: sheets.filter(sheet => sheet !== chosen).map(sheet => sheet.name),
    entry,
    strings: entries.get('xl/sharedStrings.xml') ?? null,
    dates: styles ? await dateStyles(handler => readXml(file, styles, 'workbook', handler)) : [],
    since1904,
  }
}

/** Texts that cells name by number; formatting is left out, phonetic readings too. */
export const readStrings = async (file: InputFile, entry: ZipEntry, options: ByteOptions): Promise<string[]> => {
  const strings: string[] = []
  let text = ''
  let taking = false
  let phonetic = false
  const reader = new XmlReader({
    open: name => {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') taking = !phonetic
    },
    close: name => {
      if (name === 'si') strings.push(cellString(text))
      else if (name === 'rPh') phonetic = false
      else if (name === 't') taking = false
    },
    text: more => {
      if (taking && text.length <= CAPS.cell) text += more
    },
  })
  await feed(file, entry, 'strings', reader, { ...options, limit: CAPS.strings })
  return strings
}

/** Workbooks write control characters as `_x000D_`. */
export const cellString = (text: string): string => (text.includes('_x') ? text.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text)

export const damagedPart = (file: InputFile, part: (ReadProblem & { code: 'damaged-workbook' })['part']): ReadProblem => ({ code: 'damaged-workbook', file: file.name, part })

const TRUE: ReadonlySet<string> = new Set(['1', 'true', 'on'])

/** Relation id -> path inside the archive. */
const relations = async (file: InputFile, entry: ZipEntry | undefined): Promise<Map<string, string>> => {
  const targets = new Map<string, string>()
  if (entry) {
    await readXml(file, entry, 'workbook', (name, attributes) => {
      const target = attribute(attributes, 'Target') ?? ''
      if (name === 'Relationship') targets.set(attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    })
  }
  return targets
}

const readXml = (file: InputFile, entry: ZipEntry, part: 'workbook', open: (name: string, attributes: string) => void): Promise<void> =>
  feed(file, entry, part, new XmlReader({ open, close: () => undefined, text: () => undefined }), {})

const feed = async (file: InputFile, entry: ZipEntry, part: 'workbook' | 'strings', reader: XmlReader, options: ByteOptions & { limit?: number }): Promise<void> => {
  const damaged = damagedPart(file, part)
  for await (const text of decode(readEntry(file, entry, damaged, options), 'utf-8')) reader.push(text)
  if (!reader.end()) throw new Unreadable(damaged)
}
