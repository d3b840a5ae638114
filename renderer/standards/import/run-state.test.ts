import { expect, test } from 'vitest'
import { REPAIRS_HELD, type HeldRepair } from '#shared/standards/import/outcome.ts'
import type { News } from './protocol.ts'
import { startState, withNews } from './run-state.ts'

const news = (more: Partial<News>): News => ({ phase: 'reading', file: 'a.csv', done: 0, total: 1_000, tallies: { read: 0, kept: 0, merged: 0, refused: 0, repaired: 0 }, refused: [], repairs: [], ...more })
const repair: HeldRepair = { file: 'a.csv', line: 2, number: 'GB/T 1-2020', kind: 'ics-zeros', field: 'ics', from: '1.12', to: '01.120' }

test('the time left reaches to the end of the import, once there is a pace', () => {
  const start = startState(0)
  expect(withNews(start, news({ done: 1 }), 10).secondsLeft).toBeNull()
  expect(withNews(start, news({ done: 500 }), 3_000).secondsLeft).toBe(17)
  expect(withNews(start, news({ done: 1_000 }), 6_000).secondsLeft).toBe(14)
  expect(withNews(start, news({ phase: 'indexing', done: 4, total: 8 }), 13_000).secondsLeft).toBe(7)
  expect(withNews(start, news({ phase: 'saving', total: 0 }), 18_000).secondsLeft).toBe(2)
})

test('the time left never grows from one phase to the next at an even pace', () => {
  const at = (share: number, more: Partial<News>) => withNews(startState(0), news(more), share * 20_000).secondsLeft!
  const told = [at(0.3, { done: 1_000 }), at(0.3, { phase: 'comparing', total: 0 }), at(0.4, { phase: 'indexing', total: 0 }), at(0.9, { phase: 'indexing', done: 9, total: 9 }), at(0.9, { phase: 'saving', total: 0 })]
  expect(told).toEqual([...told].sort((a, b) => b - a))
})

test('refused rows add up, mended values end at the number that is held', () => {
  const many = Array.from({ length: REPAIRS_HELD - 1 }, () => repair)
  const state = withNews(withNews(startState(0), news({ repairs: many }), 1), news({ repairs: [repair, repair, repair], refused: [{ file: 'a.csv', line: 3, raw: '', cells: {}, reason: { code: 'json' } }] }), 2)
  expect(state.repairs).toHaveLength(REPAIRS_HELD)
  expect(state.refused).toHaveLength(1)
})
