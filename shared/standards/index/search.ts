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
import { isOnlySigns, readPieces, type Piece } from './pieces.ts'
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

/** What a query found; `docs` are its first records in order. */
type Found = { query: Query; pieces: readonly Piece[]; match: Match; total: number; facets: Facets; docs: Uint32Array }

/** So many queries are remembered: everyone's queries begin alike, and a mistyped key is taken back. About 90 kB each at 118,000 records. */
const REMEMBERED = 64

export const openSearcher = (hot: ArrayBuffer, day: IsoDay): Result<Searcher, CatalogueProblem> => {
  const segment = openSegment(hot, 'hot')
  if (!segment.ok) return segment
  const index = openIndex(segment.value, day)
  const { numbers, fold, records } = index
  const matchPieces = createMatcher(index)
  const facetsOf = createFacets(index)
  const rank = createRanking(index)
  const make = createHits(index)
  const lists = new Map<string, Found>()
  const lately = new Map<string, Found>()
  const isNumber = (compact: string): boolean => {
    const [from, to] = numbers.range(compact)
    return to > from
  }
  let cold: ColdReader = { heads: () => [] }

  /** The sets of the query that is forgotten now, unless a list still shows it: new ones cost more than most searches. */
  const room = (): Match => {
    const [oldest] = lately
    if (!oldest || lately.size < REMEMBERED) return emptyMatch(records)
    lately.delete(oldest[0])
    return [...lists.values()].includes(oldest[1]) ? emptyMatch(records) : oldest[1].match
  }

  const find = (query: Query, count: number): Found => {
    const pieces = readPieces(query.text, fold, isNumber)
    const match = room()
    matchPieces(pieces, match)
    if (isOnlySigns(query.text, pieces)) match.all.fill(0)
    const { total, facets } = facetsOf.narrow(match.all, query.filters)
    return { query, pieces, match, total, facets, docs: rank(match, pieces, query.order, count) }
  }

  const remember = (query: Query, count: number): Found => {
    const key = JSON.stringify(query)
    const found = lately.get(key) ?? find(query, count)
    lately.delete(key)
    lately.set(key, found)
    return found
  }

  const docsOf = (found: Found, from: number, count: number): Uint32Array => {
    if (found.docs.length < Math.min(from + count, found.total)) found.docs = rank(found.match, found.pieces, found.query.order, records)
    return found.docs.subarray(from, from + count)
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
      const found = remember(query, count)
      lists.set(name, found)
      const hits = hitsOf(docsOf(found, 0, count), found.pieces)
      const answer = (ready: Hit[]): Answer => ({ total: found.total, facets: found.facets, from: 0, hits: ready, ms: now() - begun })
      return Array.isArray(hits) ? answer(hits) : hits.then(answer)
    },
    rows: (name, from, count) => {
      const found = lists.get(name)
      if (!found) return []
      readOn(index, found.query.day)
      return hitsOf(docsOf(found, from, count), found.pieces)
    },
    forget: name => void lists.delete(name),
    hitsOf: docs => hitsOf(docs, []),
    standard: (doc, row) => make.standard(doc, row),
    setDay: day => readOn(index, day),
  })
}
