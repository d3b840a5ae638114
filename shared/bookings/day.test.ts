import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Resource, ResourceBusy } from './booking.ts'
import { NO_CALENDAR } from './calendar.ts'
import { freeTimes, lengthsFor, startsOn } from './day.ts'
import { freeLane, isOpen, occupied, takenOf } from './slots.ts'
import { DAY, MINUTE, midnightOf } from './times.ts'

const FRIDAY = midnightOf('2026-10-09')
const at = (hour: number): number => FRIDAY + hour * 60 * MINUTE
const resource = (more: Partial<Resource> = {}): Resource => ({
  id: 'r', complex: 'c', name: 'r', lanes: 1, approval: false, open: true, granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120,
  hours: [{ day: 5, from: 510, to: 720 }, { day: 5, from: 810, to: 1020 }], ...more,
})
const busy = (from: number, to: number, lane = 1): ResourceBusy => ({ id: `${from}-${to}-${lane}`, complex: 'c', resource: 'r', lane, from, to, kind: 'busy', open: true })

test('free times are joined, and none is given before now', () => {
  const wanted = { resource: resource(), taken: takenOf([busy(at(9), at(10))]), calendar: NO_CALENDAR }
  expect(freeTimes(wanted, FRIDAY, FRIDAY + DAY)).toEqual([{ from: at(8.5), to: at(9) }, { from: at(10), to: at(12) }, { from: at(13.5), to: at(17) }])
  expect(freeTimes(wanted, at(11), FRIDAY + DAY)[0]).toEqual({ from: at(11), to: at(12) })
})

test('what lies in a free time of a single lane finds room, and the grid beside it doesn’t', () =>
  fc.assert(
    fc.property(fc.array(fc.record({ from: fc.integer({ min: 16, max: 34 }), length: fc.integer({ min: 1, max: 5 }) }), { maxLength: 5 }), fc.integer({ min: 0, max: 45 }), fc.integer({ min: 0, max: 45 }), (spans, beforeMin, afterMin) => {
      const of = resource({ beforeMin, afterMin })
      const taken = takenOf(spans.map(({ from, length }) => busy(at(from / 2), at((from + length) / 2))))
      const free = freeTimes({ resource: of, taken, calendar: NO_CALENDAR }, FRIDAY, FRIDAY + DAY)
      for (const { from, to } of free) expect(freeLane(1, taken, occupied(of, from, to))).toBe(1)
      for (let start = FRIDAY; start < FRIDAY + DAY; start += 30 * MINUTE) {
        const fits = isOpen(of.hours, NO_CALENDAR, start, start + 30 * MINUTE) && freeLane(1, taken, occupied(of, start, start + 30 * MINUTE)) !== null
        expect(free.some(({ from, to }) => from <= start && start + 30 * MINUTE <= to)).toBe(fits)
      }
    }),
  ))

test('starts of a day say which are free', () => {
  const wanted = [{ resource: resource(), taken: takenOf([busy(at(9), at(10))]), calendar: NO_CALENDAR, after: 0, length: 120 * MINUTE }]
  expect(startsOn(wanted, '2026-10-09', at(9)).map(({ start, free }) => [(start - FRIDAY) / 3600_000, free])).toEqual([[9, false], [9.5, false], [10, true], [13.5, true], [14, true], [14.5, true], [15, true]])
  expect(startsOn(wanted, '2026-10-10', 0)).toEqual([])
})

test('lengths are pieces of the coarsest grid within the shortest of the longest openings', () => {
  expect(lengthsFor([resource()])).toEqual([30, 60, 90, 120, 150, 180, 210])
  expect(lengthsFor([resource(), resource({ granuleMin: 60, hours: [{ day: 1, from: 480, to: 600 }] })])).toEqual([60, 120])
  expect(lengthsFor([resource({ hours: [] })])).toEqual([])
})
