import { expect, test } from 'vitest'
import { REPAIRS_HELD, type HeldRepair } from '#shared/standards/import/outcome.ts'
import type { News } from './protocol.ts'
import { startState, withNews } from './run-state.ts'

const news = (more: Partial<News>): News => ({ phase: 'reading', file: 'a.csv', done: 0, total: 1_000, tallies: { read: 0, kept: 0, merged: 0, refused: 0, repaired: 0 }, refused: [], repairs: [], ...more })
const repair: HeldRepair = { file: 'a.csv', line: 2, number: 'GB/T 1-2020', kind: 'ics-zeros', field: 'ics', from: '1.12', to: '01.120' }

test('the time left follows the pace, once there is one', () => {
  const start = startState(0)
  expect(withNews(start, news({ done: 1 }), 10).secondsLeft).toBeNull()
  expect(withNews(start, news({ done: 250 }), 2_000).secondsLeft).toBe(6)
  expect(withNews(start, news({ done: 1_000 }), 8_000).secondsLeft).toBe(0)
})

test('each phase has a pace of its own', () => {
  const reading = withNews(startState(0), news({ done: 1_000 }), 10_000)
  const indexing = withNews(reading, news({ phase: 'indexing', done: 0, total: 9 }), 10_000)
  expect(withNews(indexing, news({ phase: 'indexing', done: 3, total: 9 }), 13_000).secondsLeft).toBe(6)
})

test('refused rows add up, mended values end at the number that is held', () => {
  const many = Array.from({ length: REPAIRS_HELD - 1 }, () => repair)
  const state = withNews(withNews(startState(0), news({ repairs: many }), 1), news({ repairs: [repair, repair, repair], refused: [{ file: 'a.csv', line: 3, raw: '', cells: {}, reason: { code: 'json' } }] }), 2)
  expect(state.repairs).toHaveLength(REPAIRS_HELD)
  expect(state.refused).toHaveLength(1)
})
