import { expect, test } from 'vitest'
import type { Refusal } from '#shared/standards/import/outcome.ts'
import { NEWS_PACE, newsStream } from './news.ts'
import type { News } from './protocol.ts'

const refusal = (line: number): Refusal => ({ file: 'a.csv', line, raw: '', cells: {}, reason: { code: 'no-number' } })
const collect = () => {
  const sent: News[] = []
  let time = 0
  const stream = newsStream(news => sent.push(news), () => time)
  return { sent, ...stream, wait: (ms: number) => { time += ms } }
}

test('at most ten messages a second, and every refused row in exactly one of them', () => {
  const { sent, tell, flush, wait } = collect()
  for (let line = 1; line <= 1_000; line++) {
    tell({ done: line, refused: [refusal(line)] })
    wait(1)
  }
  flush()
  expect(sent.length).toBeLessThanOrEqual(1_000 / NEWS_PACE + 2)
  expect(sent.flatMap(({ refused }) => refused.map(({ line }) => line))).toEqual(Array.from({ length: 1_000 }, (_, i) => i + 1))
  expect(sent.at(-1)!.done).toBe(1_000)
})

test('a new phase is told at once', () => {
  const { sent, tell } = collect()
  tell({ done: 1 })
  tell({ phase: 'indexing' })
  tell({ phase: 'saving' })
  expect(sent.map(({ phase }) => phase)).toEqual(['reading', 'indexing', 'saving'])
})

test('nothing new, nothing sent', () => {
  const { sent, tell, flush } = collect()
  tell({ done: 1 })
  flush()
  flush()
  expect(sent).toHaveLength(1)
})
