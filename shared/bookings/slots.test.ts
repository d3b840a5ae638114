import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OpeningHours, Resource, ResourceBusy } from './booking.ts'
import { NO_CALENDAR } from './calendar.ts'
import { afterOpeningTime, freeLane, isOpen, lanesFor, nextFree, occupied, onGrid, takenIn, takenOf, takenWith } from './slots.ts'

const HOUR = 3600_000
/** Friday 2026-10-09, 00:00 in Asia/Shanghai. */
const FRIDAY = Date.UTC(2026, 9, 8, 16)
const at = (day: number, hour: number): number => FRIDAY + (day * 24 + hour) * HOUR
const office: OpeningHours[] = [1, 2, 3, 4, 5].flatMap(day => [{ day, from: 8 * 60, to: 12 * 60 }, { day, from: 13 * 60, to: 17 * 60 }])
const resource = (more: Partial<Resource> = {}): Resource => ({ id: 'r', complex: 'c', name: 'r', lanes: 2, approval: false, open: true, hours: office, granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120, ...more })
const busy = (lane: number, from: number, to: number, kind: ResourceBusy['kind'] = 'busy'): ResourceBusy => ({ id: `${lane}-${from}-${kind}`, complex: 'c', resource: 'r', lane, from, to, kind, open: true })

describe('opening hours, in Asia/Shanghai', () => {
  test.each([
    [0, 8, 12, true],
    [0, 7.5, 9, false],
    [0, 11, 13.5, false],
    [0, 13, 17, true],
    [1, 9, 10, false],
    [3, 9, 10, true],
  ])('day %i from %f to %f: %s', (day, from, to, expected) => expect(isOpen(office, NO_CALENDAR, at(day, from), at(day, to))).toBe(expected))

  test('times lie on the grid of local time', () => {
    expect(onGrid(30, at(0, 8.5), at(0, 9))).toBe(true)
    expect(onGrid(30, at(0, 8.25), at(0, 9))).toBe(false)
    expect(onGrid(1440, at(0, 0), at(1, 0))).toBe(true)
  })

  test('a hold of two hours given on Friday at 16:00 ends on Monday at 9:00', () => expect(afterOpeningTime(office, NO_CALENDAR, at(0, 16), 120)).toBe(at(3, 9)))
  test('a hold given at night begins in the morning', () => expect(afterOpeningTime(office, NO_CALENDAR, at(3, 3), 120)).toBe(at(3, 10)))
  test('without hours it runs by the clock', () => expect(afterOpeningTime([], NO_CALENDAR, at(0, 16), 120)).toBe(at(0, 18)))
})

describe('lanes', () => {
  test('the lowest free one', () => {
    expect(freeLane(2, takenOf([busy(1, at(0, 8), at(0, 9))]), { from: at(0, 8), to: at(0, 10) })).toBe(2)
    expect(freeLane(2, takenOf([busy(2, at(0, 8), at(0, 9))]), { from: at(0, 8), to: at(0, 10) })).toBe(1)
    expect(freeLane(1, takenOf([busy(1, at(0, 8), at(0, 9))]), { from: at(0, 9), to: at(0, 10) })).toBe(1)
  })
  test('waiting and freed time block nothing, a closed resource blocks every lane', () => {
    expect(freeLane(1, takenOf([busy(0, at(0, 8), at(0, 9), 'waiting'), busy(1, at(0, 8), at(0, 9), 'free')]), { from: at(0, 8), to: at(0, 9) })).toBe(1)
    expect(freeLane(2, takenOf([busy(0, at(0, 8), at(0, 9), 'closed')]), { from: at(0, 8), to: at(0, 9) })).toBeNull()
  })
  test('one resource without room leaves none', () => {
    const full = { resource: resource({ id: 'b', lanes: 1 }), taken: takenOf([busy(1, at(0, 8), at(0, 12))]), after: 0, length: HOUR }
    expect(lanesFor([{ ...full, resource: resource(), taken: [] }, full], at(0, 8))).toBeNull()
  })
})

const span = fc.record({ from: fc.integer({ min: 0, max: 20 }), length: fc.integer({ min: 1, max: 6 }) }).map(({ from, length }) => ({ from: at(0, 8) + from * HOUR / 2, to: at(0, 8) + (from + length) * HOUR / 2 }))

test('bookings that each take the lane they are given never overlap on it, buffers included', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.array(span, { maxLength: 30 }), (lanes, beforeMin, afterMin, spans) => {
      const taken: ResourceBusy[] = []
      const of = resource({ lanes, beforeMin, afterMin })
      for (const [i, { from, to }] of spans.entries()) {
        const lane = lanesFor([{ resource: of, taken: takenOf(taken), after: 0, length: to - from }], from)?.[0]
        const place = occupied(of, from, to)
        if (lane === undefined) {
          for (let each = 1; each <= lanes; each++) expect(taken.some(row => row.lane === each && row.from < place.to && place.from < row.to)).toBe(true)
        } else {
          expect(lane).toBeLessThanOrEqual(lanes)
          expect(taken.some(row => row.lane === lane && row.from < place.to && place.from < row.to)).toBe(false)
          taken.push({ ...busy(lane, place.from, place.to), id: String(i) })
        }
      }
    }),
  ))

test('the next free times are open, free, in order, and none before them is', () =>
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), fc.integer({ min: 1, max: 4 }), (spans, halves) => {
      const length = (halves * HOUR) / 2
      const wanted = [{ resource: resource({ lanes: 1 }), taken: takenOf(spans.map(({ from, to }) => busy(1, from, to))), calendar: NO_CALENDAR, after: 0, length }]
      const fits = (start: number): boolean => isOpen(office, NO_CALENDAR, start, start + length) && lanesFor(wanted, start) !== null
      const every: number[] = []
      for (let start = at(0, 8); start < at(7, 8) && every.length < 3; start += HOUR / 2) if (fits(start)) every.push(start)
      expect(nextFree(wanted, at(0, 8), at(7, 8), 3)).toEqual(every)
    }),
  ))

test('taking one span after another is the same as reading them all', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), span), { maxLength: 20 }), spans => {
      const rows = spans.map(([lane, { from, to }]) => busy(lane, from, to))
      const taken = spans.reduce((all, [lane, one]) => takenWith(all, lane, one), takenOf([]))
      for (let lane = 0; lane < 4; lane++) expect(taken[lane]).toEqual(takenOf(rows)[lane])
    }),
  ))

test('how much of a day is taken', () => {
  const taken = takenOf([busy(1, at(0, 8), at(0, 9)), busy(2, at(-1, 20), at(0, 9)), busy(2, at(0, 10), at(0, 11)), busy(0, at(1, 8), at(1, 9))])
  expect(takenIn(taken, { from: at(0, 0), to: at(1, 0) })).toEqual({ busy: 2, closed: false })
  expect(takenIn(taken, { from: at(1, 0), to: at(2, 0) })).toEqual({ busy: 0, closed: true })
})
