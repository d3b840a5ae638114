import type { Hit, Range } from '../query.ts'
import type { Language, Standard } from '../standard.ts'
import { deriveStatus } from '../status.ts'
import type { ColdRow } from './cold.ts'
import { markNumber, markTitle } from './marks.ts'
import type { Index } from './open.ts'
import type { Piece } from './pieces.ts'
import { titleScan } from './title-scan.ts'
import { SEARCHED } from './titles.ts'

export type Hits = {
  /** Rows as the list shows them; marks are found for these alone. */
  hits(docs: ArrayLike<number>, rows: readonly ColdRow[], pieces: readonly Piece[]): Hit[]
  /** The record complete again, with the title that stands in the hot part. */
  standard(doc: number, row: ColdRow): Standard
}

export const createHits = (index: Index): Hits => {
  const scan = titleScan(index)

  const standardOf = (doc: number, { standard, shown }: ColdRow): Standard => (shown ? { ...standard, titles: { ...standard.titles, [shown]: scan.text(doc) } } : standard)

  /** The shown title, or the first that the query hit where it hit another. */
  const titleOf = ({ titles }: Standard, shown: Language | null, pieces: readonly Piece[]): { language: Language | null; text: string; marks: Range[] } => {
    const first = { language: shown, text: shown ? titles[shown]! : '', marks: [] as Range[] }
    for (const language of shown ? [shown, ...SEARCHED.filter(other => other !== shown && titles[other])] : []) {
      const text = titles[language]!
      scan.openText(text)
      const marks = markTitle(scan, pieces)
      if (marks.length) return { language, text, marks }
    }
    return first
  }

  return {
    standard: standardOf,
    hits: (docs, rows, pieces) =>
      rows.map((row, i): Hit => {
        const doc = docs[i]
        const standard = standardOf(doc, row)
        const { number, kind, recognised, category, published, effective, ics, ccs } = standard
        const { status, mark } = deriveStatus(index.facts.facts(doc), index.today.number, index.facts.catalogueDay)
        const title = titleOf(standard, row.shown, pieces)
        return {
          doc,
          number,
          kind,
          recognised,
          category: category ?? null,
          status,
          mark,
          title: title.text,
          titleLanguage: title.language,
          published: published ?? null,
          effective: effective ?? null,
          ics,
          ccs,
          replaces: { count: row.replaces.length, first: row.replaces[0]?.number ?? null },
          replacedBy: row.successor,
          titleMarks: title.marks,
          numberMarks: markNumber(number, pieces),
        }
      }),
  }
}
