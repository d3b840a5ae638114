import { ok, type Result } from '#shared/lib/result.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { CatalogueMeta } from '../catalogue.ts'
import type { Answer, Facets, Hit, Query } from '../query.ts'
import type { Standard } from '../standard.ts'
import type { ColdReader, ColdRow } from './cold.ts'
import { createFacets } from './facets.ts'
import { createHits } from './hits.ts'
import { createMatcher, emptyMatch, type Match } from './match.ts'
import { openIndex, readOn, type Index } from './open.ts'
import { readPieces, type Piece } from './pieces.ts'
import type { CatalogueProblem } from './problem.ts'
import { createRanking } from './rank.ts'
import { openSegment } from './segment.ts'

/** Searches one catalogue. Lists by name keep their last result side by side; rows come from the cold part at once or, before it is in memory, later. */
export type Searcher = {
  meta: CatalogueMeta
  /** Hot and cold of one build share it. */
  build: string
  index: Index
  useCold(cold: ColdReader): void
  /** `ms` is the time of the search itself, rows included where the cold part is in memory. `now` gives milliseconds. */
  search(list: string, query: Query, count: number, now: () => number): Answer | Promise<Answer>
  /** Rows of the list's last result. */
  rows(list: string, from: number, count: number): Hit[] | Promise<Hit[]>
  forget(list: string): void
  /** Rows without a query, such as those of one ICS code. */
  hitsOf(docs: readonly number[]): Hit[] | Promise<Hit[]>
  /** The record complete again. */
  standard(doc: number, row: ColdRow): Standard
  setDay(day: IsoDay): void
}

type List = { match: Match; pieces: readonly Piece[]; query: Query; total: number; docs: Uint32Array }

export const openSearcher = (hot: ArrayBuffer, day: IsoDay): Result<Searcher, CatalogueProblem> => {
  const segment = openSegment(hot, 'hot')
  if (!segment.ok) return segment
  const index = openIndex(segment.value, day)
  const { numbers, fold, records } = index
  const matchPieces = createMatcher(index)
  const facetsOf = createFacets(index)
  const rank = createRanking(index)
  const make = createHits(index)
  const lists = new Map<string, List>()
  const isNumber = (compact: string): boolean => {
    const [from, to] = numbers.range(compact)
    return to > from
  }
  let cold: ColdReader = { heads: () => [] }
  let whole: { day: IsoDay; total: number; facets: Facets } | null = null

  const narrow = (list: List): { total: number; facets: Facets } => {
    const { filters } = list.query
    const plain = !list.pieces.length && !Object.values(filters).some(choices => choices?.length)
    if (plain && whole?.day === index.today.day) return whole
    const found = facetsOf.narrow(list.match.all, filters)
    if (plain) whole = { day: index.today.day, ...found }
    return found
  }

  const hitsOf = (docs: ArrayLike<number>, pieces: readonly Piece[]): Hit[] | Promise<Hit[]> => {
    const heads = cold.heads(docs)
    return Array.isArray(heads) ? make.hits(docs, heads, pieces) : heads.then(ready => make.hits(docs, ready, pieces))
  }

  return ok({
    meta: segment.value.facts.meta as CatalogueMeta,
    build: segment.value.build,
    index,
    useCold: reader => (cold = reader),
    search: (name, query, count, now) => {
      const begun = now()
      readOn(index, query.day)
      let list = lists.get(name)
      if (!list) lists.set(name, (list = { match: emptyMatch(records), pieces: [], query, total: 0, docs: new Uint32Array(0) }))
      list.query = query
      list.pieces = readPieces(query.text, fold, isNumber)
      matchPieces(list.pieces, list.match)
      const { total, facets } = narrow(list)
      list.total = total
      list.docs = rank(list.match, list.pieces, query.order, count)
      const hits = hitsOf(list.docs, list.pieces)
      const answer = (ready: Hit[]): Answer => ({ total, facets, from: 0, hits: ready, ms: now() - begun })
      return Array.isArray(hits) ? answer(hits) : hits.then(answer)
    },
    rows: (name, from, count) => {
      const list = lists.get(name)
      if (!list) return []
      readOn(index, list.query.day)
      if (list.docs.length < Math.min(from + count, list.total)) list.docs = rank(list.match, list.pieces, list.query.order, records)
      return hitsOf(list.docs.subarray(from, from + count), list.pieces)
    },
    forget: name => void lists.delete(name),
    hitsOf: docs => hitsOf(docs, []),
    standard: (doc, row) => make.standard(doc, row),
    setDay: day => readOn(index, day),
  })
}
