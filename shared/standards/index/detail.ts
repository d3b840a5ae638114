import { lastDay, type IsoDay, type LooseDate } from '#shared/lib/dates.ts'
import { namesOnPaths } from '../classification.ts'
import type { Detail, Edition } from '../detail.ts'
import { editionLine } from '../editions.ts'
import type { Standard } from '../standard.ts'
import { deriveStatus, type Derived } from '../status.ts'
import { NONE } from '../status-facts.ts'
import type { Record, Records } from './records.ts'
import { sameIcs } from './same-ics.ts'
import type { Searcher } from './search.ts'

/** All that the page of one standard shows; null = the catalogue hasn't this number. */
export const detailOf = (searcher: Searcher, records: Records, number: string, day: IsoDay): Detail | null => {
  searcher.setDay(day)
  const { facts, today } = searcher.index
  const derive = (doc: number): Derived => deriveStatus(facts.facts(doc), today.number, facts.catalogueDay)
  const seen = new Map<string, Record | null>()
  const find = (wanted: string): Record | null => {
    let found = seen.get(wanted)
    if (found === undefined) seen.set(wanted, (found = records.find(wanted)))
    return found
  }
  const own = find(number)
  if (!own) return null

  const line = editionLine(number, wanted => lineRow(find(wanted)), key => records.sameKey(key))
  const inLine = new Set(line)
  const edition = (of: string): Edition => {
    const record = find(of)
    if (!record) return { number: of, held: false, title: null, published: null, from: null, until: null, derived: null, replacesFull: [], replacesPart: [] }
    const standard = searcher.standard(record.doc, record)
    return {
      number: of,
      held: true,
      title: record.shown ? standard.titles[record.shown]! : null,
      published: standard.published ?? null,
      from: standard.effective ?? standard.published ?? null,
      until: endOf(record, facts.facts(record.doc).fullSuccessor !== NONE),
      derived: derive(record.doc),
      ...replaced(record),
    }
  }
  const { replacesFull, replacesPart } = replaced(own)
  return {
    doc: own.doc,
    standard: searcher.standard(own.doc, own),
    derived: derive(own.doc),
    editions: line.map(edition),
    replacedFull: replacesFull.filter(other => !inLine.has(other)),
    replacedPart: replacesPart,
    partlyReplacedBy: own.replacedBy.filter(reference => reference.part).map(reference => ({ number: reference.number, ...startOf(find(reference.number)?.standard) })),
    adoptedBy: own.adoptedBy,
    sameIcs: sameIcs(searcher, own),
    classNames: namesOnPaths(own.standard, records.classNames),
  }
}

const lineRow = (record: Record | null) => record && { number: record.standard.number, key: record.standard.key, year: record.standard.year, replaces: record.replaces, replacedBy: record.replacedBy }

const replaced = ({ replaces }: Record): Pick<Edition, 'replacesFull' | 'replacesPart'> => ({
  replacesFull: replaces.filter(reference => !reference.part).map(reference => reference.number),
  replacesPart: replaces.filter(reference => reference.part).map(reference => reference.number),
})

const startOf = (standard: Standard | undefined): { from: LooseDate | null; held: boolean } => ({ from: standard?.effective ?? standard?.published ?? null, held: standard !== undefined })

/** The earlier of withdrawal and full successor, where that one counts. */
const endOf = ({ standard, successor }: Record, successorCounts: boolean): LooseDate | null => {
  const followed = (successorCounts && successor?.from) || null
  const withdrawn = standard.withdrawn ?? null
  if (!followed || !withdrawn) return followed ?? withdrawn
  return lastDay(followed) <= lastDay(withdrawn) ? followed : withdrawn
}
