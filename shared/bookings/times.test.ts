import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockOf, clockText, DAY, dayOf, midnightOf, startOfDay, weekday } from './times.ts'

test('a day begins at midnight in Shanghai', () => {
  const noon = Date.UTC(2026, 9, 8, 4)
  expect([dayOf(noon), clockOf(noon), weekday(noon)]).toEqual(['2026-10-08', '12:00', 4])
  const late = Date.UTC(2026, 9, 8, 16, 5)
  expect([dayOf(late), clockOf(late), weekday(late)]).toEqual(['2026-10-09', '00:05', 5])
  expect(clockText(1440)).toBe('24:00')
})

test('a day holds each of its moments', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), at => {
      const midnight = midnightOf(dayOf(at))
      expect(midnight).toBe(startOfDay(at))
      expect(midnight <= at && at < midnight + DAY).toBe(true)
    }),
  ))
