import type { IsoDay } from '#shared/lib/dates.ts'
import type { Detail } from '../detail.ts'
import { deriveStatus } from '../status.ts'
import type { Searcher } from './search.ts'

/** All that the page of one standard shows; null = the catalogue hasn't this number. */
export const detailOf = async (searcher: Searcher, number: string, day: IsoDay): Promise<Detail | null> => {
  searcher.setDay(day)
  const found = await searcher.find(number)
  if (!found) return null
  const { index } = searcher
  const { doc, row, standard } = found
  return {
    doc,
    standard,
    derived: deriveStatus(index.facts.facts(doc), index.today.number, index.facts.catalogueDay),
    editions: [],
    replacedFull: standard.replaces.filter(reference => !reference.part).map(reference => reference.number),
    replacedPart: standard.replaces.filter(reference => reference.part).map(reference => reference.number),
    partlyReplacedBy: [],
    adoptedBy: row.adoptedBy,
    sameIcs: [],
  }
}
