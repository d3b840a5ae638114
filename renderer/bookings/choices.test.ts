import { expect, test } from 'vitest'
import { DAY } from '#shared/bookings/times.ts'
import { startIn } from './choices.ts'

const starts = [{ start: 10, free: false }, { start: 20, free: true }, { start: 30, free: true }]
test.each([
  [30, 30],
  [10, 10],
  [30 - DAY, 30],
  [15, 20],
  [null, 20],
])('from %j it stands at %j', (before, at) => expect(startIn(starts, before)).toBe(at))
test('a full day stands at its first, a closed one at none', () => {
  expect(startIn([{ start: 10, free: false }], null)).toBe(10)
  expect(startIn([], 10)).toBeNull()
})
