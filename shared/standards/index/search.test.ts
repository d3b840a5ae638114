import { describe, expect, it } from 'vitest'
import type { CatalogueMeta } from '../catalogue.ts'
import type { Answer, Hit, Query } from '../query.ts'
import type { Standard } from '../standard.ts'
import { bruteForce } from './brute.ts'
import { buildSegment } from './build.ts'
import { openCold } from './cold.ts'
import { byNumber, byRank } from './order.ts'
import { randomBy, randomCatalogue, randomQuery, randomText } from './random-catalogue.ts'
import { SCORED } from './rank.ts'
import { contentsOf } from './records.ts'
import { openSearcher, type Searcher } from './search.ts'

const DATE = '2026-11-01'
const metaOf = (records: number): CatalogueMeta => ({ date: DATE, built: '2026-11-25T00:00:00.000Z', records, origin: 'import', sources: [], tallies: { read: records, kept: records, merged: 0, refused: 0, repaired: 0 } })

const open = (standards: readonly Standard[]): Searcher => {
  const { hot, cold } = buildSegment({ standards, meta: metaOf(standards.length) })
  const searcher = openSearcher(hot, '2026-11-25')
  if (!searcher.ok) throw new Error(searcher.problem.code)
  const rows = openCold(cold, searcher.value.build)
  if (!rows.ok) throw new Error(rows.problem.code)
  searcher.value.useCold(rows.value)
  return searcher.value
}

const ask = (searcher: Searcher, query: Query, count = 20): Answer => searcher.search('test', query, count, () => 0) as Answer
const everyRow = (searcher: Searcher, count: number): Hit[] => searcher.rows('test', 0, count) as Hit[]
/** SEARCH_SEEDS in the environment asks for more. */
const SEEDS = +((globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env.SEARCH_SEEDS ?? 12)

describe('search against brute force', () => {
  it.each(Array.from({ length: SEEDS }, (_, i) => i + 1))('seed %i', seed => {
    const random = randomBy(seed)
    const size = seed % 4 === 0 ? 1500 : 40 + random.below(160)
    const standards = randomCatalogue(random, size)
    const searcher = open(standards)
    const truthOf = bruteForce(standards, DATE)
    const rankOf = new Map(byRank(standards).map((standard, rank) => [standard.number, rank]))
    const numberRank = new Map([...byNumber(byRank(standards))].map((doc, i) => [doc, i]))
    for (let round = 0; round < (size > 1000 ? 4 : 25); round++) {
      const text = randomText(random, standards)
      for (let length = 0; length <= text.length; length++) {
        const query = randomQuery(random, text.slice(0, length))
        const truth = truthOf(query)
        const answer = ask(searcher, query)
        const told = JSON.stringify(query)
        expect(answer.total, told).toBe(truth.total)
        expect(answer.facets, told).toEqual(truth.facets)
        const rows = everyRow(searcher, size)
        expect(rows.slice(0, answer.hits.length).map(row => row.number), told).toEqual(answer.hits.map(row => row.number))
        expect(rows.map(row => row.number).sort(), told).toEqual(truth.rows.map(row => row.number).sort())
        for (const row of rows) expect(row.status, `${told} ${row.number}`).toBe(truth.status.get(row.number))
        const ranks = rows.map(row => rankOf.get(row.number)!)
        expect(rows.map(row => row.doc), told).toEqual(ranks)
        if (query.order === 'number') expect(ranks.map(rank => numberRank.get(rank)!), told).toEqual(ranks.map(rank => numberRank.get(rank)!).sort((a, b) => a - b))
        else if (query.order === 'newest' || !query.text.trim()) expectTiers(ranks, query.order === 'newest' ? ranks.map(() => 0) : bucketsOf(rows, truth), 0, told)
        else expectTiers(ranks, bucketsOf(rows, truth), SCORED, told)
      }
    }
  })
})

const bucketsOf = (rows: Hit[], truth: { rows: { number: string; bucket: number }[] }): number[] => {
  const of = new Map(truth.rows.map(row => [row.number, row.bucket]))
  return rows.map(row => of.get(row.number)!)
}

/** Tiers ascend; inside one, what lies behind the part in order of place stands newest first, and that part holds the newest. */
const expectTiers = (ranks: number[], buckets: number[], scored: number, told: string): void => {
  expect(buckets, told).toEqual([...buckets].sort((a, b) => a - b))
  for (const bucket of new Set(buckets)) {
    const tier = ranks.filter((_, i) => buckets[i] === bucket)
    const sorted = [...tier].sort((a, b) => a - b)
    expect(tier.slice(scored), told).toEqual(sorted.slice(scored))
  }
}

describe('a built catalogue', () => {
  it('gives every record back as it was', () => {
    const standards = randomCatalogue(randomBy(77), 300)
    const { hot, cold } = buildSegment({ standards, meta: metaOf(300) })
    const back = contentsOf(hot, cold, DATE)
    expect(back.ok && [...back.value.standards].sort(byText)).toEqual([...standards].sort(byText))
  })

  it('opens empty', () => {
    const searcher = open([])
    expect(ask(searcher, { text: 'gb', filters: {}, order: 'relevance', day: DATE })).toMatchObject({ total: 0, hits: [] })
  })

  it('reads other statuses on another day from the same bytes', () => {
    const standards = [edition('GB/T 1-2000', '2000-01-01', []), edition('GB/T 1-2027', '2027-01-01', ['GB/T 1-2000'])]
    const searcher = open(standards)
    const on = (day: string): string[] => ask(searcher, { text: 'gbt1', filters: {}, order: 'relevance', day }).hits.map(hit => `${hit.number} ${hit.status}`)
    expect(on('2026-12-31')).toEqual(['GB/T 1-2000 current', 'GB/T 1-2027 upcoming'])
    expect(on('2027-01-01')).toEqual(['GB/T 1-2027 current', 'GB/T 1-2000 replaced'])
    expect(on('2026-12-31')).toEqual(['GB/T 1-2000 current', 'GB/T 1-2027 upcoming'])
  })
})

const byText = (a: Standard, b: Standard): number => (a.number < b.number ? -1 : 1)

const edition = (number: string, effective: string, replaces: string[]): Standard => ({
  number, key: 'GB 1', recognised: true, year: +number.slice(-4), kind: 'gbt', titles: { zh: '标准化工作导则' }, word: null,
  published: `${+effective.slice(0, 4) - 1}-06-01`, effective, replaces: replaces.map(other => ({ number: other, part: false })), replacedBy: [], adopts: [], ics: [], ccs: [], sources: [],
})
