import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_CALENDAR } from '../calendar.ts'
import { midnightOf, MINUTE, startOfDay } from '../times.ts'
import { boardDays, boardOf, isSlot } from './columns.ts'
import { fillsOf } from './lanes.ts'

const open = { hours: [[1, 2, 3].flatMap(day => [{ day, from: 510, to: 720 }, { day, from: 810, to: 1020 }])], calendar: NO_CALENDAR }
/** A Monday. */
const first = midnightOf('2026-10-12')
const { columns } = boardOf(open, boardDays(open, '2026-10-12', 3), new Set(), [])
const spans = fc.array(fc.record({ lane: fc.integer({ min: 0, max: 3 }), start: fc.integer({ min: 0, max: 3 * 1440 }), length: fc.integer({ min: 5, max: 900 }) }).map(({ lane, start, length }) => ({ lane, from: first + start * MINUTE, to: first + (start + length) * MINUTE })), { maxLength: 12 })

test('every minute that is shown lies in one piece, which says of each lane what a count of minutes says', () =>
  fc.assert(
    fc.property(spans, given => {
      const fills = fillsOf(3, given, columns)
      for (const column of columns.filter(isSlot)) {
        for (let at = column.from; at < column.to; at += 5 * MINUTE) {
          const here = fills.filter(({ from, to }) => from <= at && at < to)
          expect(here).toHaveLength(1)
          const now = given.filter(({ from, to }) => from <= at && at < to)
          expect([here[0].taken, here[0].waiting]).toEqual([[1, 2, 3].map(lane => now.some(span => span.lane === lane)), now.filter(({ lane }) => lane === 0).length])
        }
      }
      fills.forEach((fill, i) => {
        expect(startOfDay(fill.from)).toBe(startOfDay(fill.to - 1))
        const next = fills.at(i + 1) ?? null
        if (next && startOfDay(next.from) === startOfDay(fill.from)) expect([next.taken, next.waiting]).not.toEqual([fill.taken, fill.waiting])
      })
    }),
    { numRuns: 60 },
  ))
