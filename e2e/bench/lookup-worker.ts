// `node lookup-worker.mjs DIR COUNT OUT.json`: the part of the lookup's figures that needs no window, and the queries for the part that does.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCold } from '#shared/standards/index/cold.ts'
import type { CatalogueProblem } from '#shared/standards/index/problem.ts'
import { randomBy, SPELLINGS } from '#shared/standards/index/random-catalogue.ts'
import { contentsOf } from '#shared/standards/index/records.ts'
import { openSearcher } from '#shared/standards/index/search.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Answer } from '#shared/standards/query.ts'
import { PAGE } from '../../renderer/standards/lookup/lookup.ts'
import { keystrokes, lookupQueries } from './lookup-queries.ts'
import { quantile } from './quantile.ts'

const DAY = '2026-11-25'
const SEED = 20261125

const [folder, count, out] = process.argv.slice(2)
const bytes = (name: string): ArrayBuffer => readFileSync(join(folder, name)).slice().buffer
const must = <T>(result: Result<T, CatalogueProblem>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

const hot = bytes('hot.bin')
const cold = bytes('cold.bin')
const standards = [...must(contentsOf(hot, cold, DAY)).standards]
const random = randomBy(SEED)
const queries = lookupQueries(random, standards, +count)

const searcher = must(openSearcher(hot, DAY))
searcher.useCold(must(openCold(cold, searcher.build)))
const ask = (text: string): Answer => searcher.search('bench', { text, filters: {}, order: 'relevance', day: DAY }, PAGE, () => performance.now()) as Answer

const keys = queries.flatMap(keystrokes)
for (const text of keys.slice(0, 2000)) ask(text)
const times = keys.map(text => ask(text).ms)

// For every spelling that names one edition (year included): does it stand first?
const spelled = Array.from({ length: 3000 }, () => random.pick(standards)).filter(standard => standard.recognised && standard.year !== null)
const EXACT = SPELLINGS.filter(spell => spell('GB/T 2912.1-2009').includes('2009') || spell === SPELLINGS[7])
const missed = spelled.flatMap(({ number }) => EXACT.map(spell => spell(number)).filter(text => ask(text).hits[0]?.number !== number).map(text => `${number} as ${JSON.stringify(text)}`))

writeFileSync(out, JSON.stringify({
  records: standards.length,
  nodeP50: quantile(times, 0.5), nodeP95: quantile(times, 0.95), nodeP99: quantile(times, 0.99),
  keystrokes: keys.length,
  hotMB: hot.byteLength / 1e6, coldMB: cold.byteLength / 1e6,
  spelled: spelled.length * EXACT.length, missed: missed.length, missedExamples: missed.slice(0, 20),
  queries,
}))
