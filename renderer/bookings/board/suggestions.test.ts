import { expect, test } from 'vitest'
import { apart, merged } from './suggestions.ts'

test('a taken time keeps its place, a fresh one comes behind it, and no more than four are free', () => {
  expect(merged([], [1, 2, 3, 4])).toEqual([1, 2, 3, 4].map(start => ({ start, taken: false })))
  expect(merged([{ start: 1, taken: false }, { start: 2, taken: true }, { start: 3, taken: false }, { start: 4, taken: false }], [1, 3, 4, 5]).map(({ start, taken }) => [start, taken])).toEqual([[1, false], [2, true], [3, false], [4, false], [5, false]])
  expect(merged([{ start: 3, taken: false }, { start: 4, taken: false }, { start: 5, taken: false }, { start: 6, taken: false }], [1, 3, 4, 5])).toHaveLength(4)
})

test('four that begin within one hour are no choice', () => expect(apart([0, 30, 60, 90, 120, 300, 330, 400], 60)).toEqual([0, 60, 120, 300]))
