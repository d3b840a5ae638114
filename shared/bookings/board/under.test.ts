import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Resource, ResourceBusy } from '../booking.ts'
import { NO_CALENDAR } from '../calendar.ts'
import { nextFree, takenOf } from '../slots.ts'
import { midnightOf, MINUTE } from '../times.ts'
import { whyNot } from './under.ts'

/** A Monday. */
const day = midnightOf('2026-10-12')
const at = (clock: number): number => day + clock * 60 * MINUTE
const resource: Resource = { id: 'r', complex: 'c', name: 'r', lanes: 2, approval: false, open: true, hours: [{ day: 1, from: 510, to: 720 }, { day: 1, from: 810, to: 1020 }], granuleMin: 30, beforeMin: 0, afterMin: 10, holdMin: 120 }
const busy = (lane: number, from: number, to: number, kind: ResourceBusy['kind'] = 'busy'): ResourceBusy => ({ id: `${lane}-${from}-${kind}`, complex: 'c', resource: 'r', lane, from, to, kind, open: true })
const why = (start: number, end: number, rows: ResourceBusy[] = [], now = at(0)) => whyNot({ resource, taken: takenOf(rows), calendar: NO_CALENDAR, after: 0, length: at(end) - at(start) }, at(start), now)

test.each([
  ['free', why(9, 10), null],
  ['begun', why(9, 10, [], at(9.25)), 'past'],
  ['at night', why(18, 19), 'closed'],
  ['over the break', why(11.5, 13), 'closed'],
  ['off the grid', why(9.25, 10.25), 'grid'],
  ['one lane left', why(9, 10, [busy(1, at(9), at(10))]), null],
  ['no lane left', why(9, 10, [busy(1, at(9), at(9.5)), busy(2, at(9.5), at(10))]), 'full'],
  ['full by a buffer alone', why(9, 10, [busy(1, at(10), at(11)), busy(2, at(10), at(11))]), 'full'],
  ['out of service', why(9, 10, [busy(0, at(9.5), at(12), 'closed')]), 'out'],
  ['waiting blocks nothing', why(9, 10, [busy(0, at(9), at(10), 'waiting')]), null],
])('%s', (_, found, expected) => expect(found).toBe(expected))

test('nothing is in the way exactly where the slot engine finds a start', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 16, max: 34 }), fc.integer({ min: 1, max: 6 })), { maxLength: 6 }), fc.integer({ min: 1, max: 5 }), (rows, halves) => {
      const all = rows.map(([lane, from, length]) => busy(lane, at(from / 2), at((from + length) / 2), lane === 0 ? 'closed' : 'busy'))
      const free = nextFree([{ resource, taken: takenOf(all), calendar: NO_CALENDAR, after: 0, length: halves * 30 * MINUTE }], day, day + 24 * 60 * MINUTE, Infinity)
      for (let half = 0; half + halves <= 48; half++) expect(why(half / 2, (half + halves) / 2, all) === null).toBe(free.includes(at(half / 2)))
    }),
  ))
