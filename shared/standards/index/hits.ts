import type { Hit, Range } from '../query.ts'
import type { Language, Standard } from '../standard.ts'
import { deriveStatus } from '../status.ts'
import type { ColdHead, ColdRow } from './cold.ts'
import { markNumber, markTitle } from './marks.ts'
import type { Index } from './open.ts'
import type { Piece } from './pieces.ts'
import { titleScan } from './title-scan.ts'
import { SEARCHED } from './titles.ts'

export type Hits = {
  /** Rows as the list shows them; marks are found for these alone. */
  hits(docs: ArrayLike<number>, heads: readonly ColdHead[], pieces: readonly Piece[]): Hit[]
  /** The record complete again, with the title that stands in the hot part. */
  standard(doc: number, row: ColdRow): Standard
}

export const createHits = (index: Index): Hits => {
  const scan = titleScan(index)

  /** The shown title, or another that the query hit where it didn't hit this one. */
  const titleOf = (doc: number, { shown, titles }: ColdHead, pieces: readonly Piece[]): { language: Language | null; text: string; marks: Range[] } => {
    scan.open(doc)
    const marks = pieces.length ? markTitle(scan, pieces) : []
    if (!marks.length && pieces.length) {
      for (const language of SEARCHED) {
        const text = titles[language]
        if (text === undefined) continue
        scan.openText(text)
        const others = markTitle(scan, pieces)
        if (others.length) return { language, text, marks: others }
      }
    }
    return { language: shown, text: scan.text(doc), marks }
  }

  return {
    standard: (doc, { standard, shown }) => (shown ? { ...standard, titles: { ...standard.titles, [shown]: scan.text(doc) } } : standard),
    hits: (docs, heads, pieces) =>
      heads.map((head, i): Hit => {
        const doc = docs[i]
        const { status, mark } = deriveStatus(index.facts.facts(doc), index.today.number, index.facts.catalogueDay)
        const title = titleOf(doc, head, pieces)
        return {
          doc,
          number: head.number,
          kind: head.kind,
          recognised: head.recognised,
          category: head.category ?? null,
          status,
          mark,
          title: title.text,
          titleLanguage: title.language,
          published: head.published ?? null,
          effective: head.effective ?? null,
          ics: head.ics,
          ccs: head.ccs,
          replaces: head.replaces,
          replacedBy: head.successor,
          titleMarks: title.marks,
          numberMarks: markNumber(head.number, pieces),
        }
      }),
  }
}
