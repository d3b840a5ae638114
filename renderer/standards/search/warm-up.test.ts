import { expect, test } from 'vitest'
import { buildSegment } from '#shared/standards/index/build.ts'
import { openCold } from '#shared/standards/index/cold.ts'
import { randomBy, randomCatalogue } from '#shared/standards/index/random-catalogue.ts'
import { openSearcher } from '#shared/standards/index/search.ts'
import { warmUp } from './warm-up.ts'

const DAY = '2026-11-25'
const standards = randomCatalogue(randomBy(3), 200)

const open = () => {
  const meta = { date: '2026-11-01', built: 'now', records: standards.length, origin: 'import' as const, sources: [], tallies: { read: 0, kept: 0, merged: 0, refused: 0, repaired: 0 } }
  const { hot, cold } = buildSegment({ standards, meta })
  const searcher = openSearcher(hot, DAY)
  if (!searcher.ok) throw new Error(searcher.problem.code)
  const rows = openCold(cold, searcher.value.build)
  if (!rows.ok) throw new Error(rows.problem.code)
  searcher.value.useCold(rows.value)
  return searcher.value
}

test('it changes no list, lets requests in before each search, and ends when another catalogue comes', async () => {
  const searcher = open()
  const query = { text: standards[0].number, filters: {}, order: 'relevance' as const, day: DAY }
  await searcher.search('tab', query, 5, () => 0)
  const before = await searcher.rows('tab', 0, 5)
  let breaths = 0
  await warmUp(searcher, DAY, () => true, () => Promise.resolve(void breaths++))
  expect(breaths).toBeGreaterThan(100)
  expect(await searcher.rows('tab', 0, 5)).toEqual(before)
  breaths = 0
  await warmUp(searcher, DAY, () => breaths < 3, () => Promise.resolve(void breaths++))
  expect(breaths).toBe(3)
})
