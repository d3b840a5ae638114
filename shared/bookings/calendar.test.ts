import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, isoOf } from '#shared/lib/dates.ts'
import type { CalendarDay, OpeningHours, Resource, ResourceBusy } from './booking.ts'
import { calendarOf, common, hoursOn, NO_CALENDAR, openSpans, yearOf } from './calendar.ts'
import { roomIn } from './room.ts'
import { afterOpeningTime, isOpen, nextFree, occupied, onGrid, takenOf } from './slots.ts'
import { DAY, dayOf, MINUTE, midnightOf, weekday } from './times.ts'

const office: OpeningHours[] = [1, 2, 3, 4, 5].flatMap(day => [{ day, from: 8 * 60, to: 12 * 60 }, { day, from: 13 * 60, to: 17 * 60 }])
/** 2026-10-01 to 07 rest (Thursday to Wednesday), Saturday 2026-10-10 works as a Wednesday. */
const golden = calendarOf([{ id: 'y', complex: 'c', year: 2026, days: [
  ...[1, 2, 3, 4, 5, 6, 7].map((d): CalendarDay => ({ day: `2026-10-0${d}`, name: '国庆节', kind: 'rest', as: null })),
  { day: '2026-10-10', name: '', kind: 'work', as: 3 },
] }])
const at = (day: string, hour: number): number => midnightOf(day) + hour * 60 * MINUTE

describe('rest days and make-up days', () => {
  test.each([['2026-09-30', true], ['2026-10-01', false], ['2026-10-05', false], ['2026-10-08', true], ['2026-10-10', true], ['2026-10-11', false]])('%s is open: %s', (day, open) =>
    expect(isOpen(office, golden, at(day, 9), at(day, 11))).toBe(open))

  test('a hold given before the holiday ends after it, on make-up days too', () => {
    expect(afterOpeningTime(office, golden, at('2026-09-30', 16), 120)).toBe(at('2026-10-08', 9))
    expect(afterOpeningTime(office, golden, at('2026-10-09', 16), 120)).toBe(at('2026-10-10', 9))
  })

  test('a make-up day has the hours of the weekday that it stands for', () => {
    const wednesday = [{ day: 3, from: 600, to: 660 }]
    expect(hoursOn(wednesday, golden, midnightOf('2026-10-10'))).toEqual([{ from: at('2026-10-10', 10), to: at('2026-10-10', 11) }])
  })

  test('the year of an instant is that of its day here', () => {
    expect(yearOf(Date.UTC(2026, 11, 31, 16))).toBe(2027)
    expect(golden.years.has(2026)).toBe(true)
    expect(golden.years.has(2027)).toBe(false)
  })
})

test('a night that is open through midnight is one span', () => {
  const always: OpeningHours[] = [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 0, to: 1440 }))
  expect(openSpans(always, NO_CALENDAR, at('2026-10-08', 9), at('2026-10-10', 9))).toEqual([{ from: midnightOf('2026-10-08'), to: midnightOf('2026-10-11') }])
  expect(isOpen(always, NO_CALENDAR, at('2026-10-08', 22), at('2026-10-09', 6))).toBe(true)
  expect(isOpen(always, golden, at('2026-09-30', 22), at('2026-10-01', 6))).toBe(false)
})

// A model of minutes: what is open and taken stands in a set, minute by minute.
const FIRST = '2026-10-08'
const spans = fc.array(fc.record({ from: fc.integer({ min: 0, max: 47 }), length: fc.integer({ min: 1, max: 10 }) }), { maxLength: 4 })
const hoursOf = fc.array(fc.record({ day: fc.integer({ min: 1, max: 7 }), from: fc.integer({ min: 0, max: 47 }), length: fc.integer({ min: 1, max: 48 }) }), { maxLength: 8 }).map(list => list.map(({ day, from, length }): OpeningHours => ({ day, from: from * 30, to: Math.min(1440, (from + length) * 30) })))
const daysOf = fc.uniqueArray(fc.record({ n: fc.integer({ min: 0, max: 2 }), as: fc.option(fc.integer({ min: 1, max: 7 })) }), { selector: ({ n }) => n, maxLength: 3 }).map(list => list.map(({ n, as }): CalendarDay => ({ day: isoOf(dayNumber(FIRST) + n), name: '', ...(as === null ? { kind: 'rest', as } : { kind: 'work', as }) })))

test('the slots are those of a model that knows each minute', () =>
  fc.assert(fc.property(fc.array(hoursOf, { minLength: 1, maxLength: 2 }), daysOf, spans, fc.integer({ min: 1, max: 2 }), fc.constantFrom(0, 30), fc.constantFrom(0, 15), fc.constantFrom(15, 30, 60), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 20 }), fc.boolean(), fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }), (hours, days, taken, lanes, beforeMin, afterMin, granuleMin, length, gap, always, due) => {
    const calendar = calendarOf([{ id: 'y', complex: 'c', year: 2026, days }])
    const from = midnightOf(FIRST)
    const resources = hours.map((of, i): Resource => ({ id: `r${i}`, complex: 'c', name: '', lanes, approval: false, open: true, hours: of, granuleMin, beforeMin, afterMin, holdMin: 60, ...(i === 1 && due !== undefined && { calibration: { due: dayOf(from + due * DAY) } }) }))
    const busy = taken.map(({ from: n, length: long }, i): ResourceBusy => ({ id: `${i}`, complex: 'c', resource: 'r0', lane: 1 + (i % lanes), from: from + n * 30 * MINUTE, to: from + (n + long) * 30 * MINUTE, kind: 'busy', open: true }))
    const end = length * 30 * MINUTE
    // The second resource is needed some time after the first, by its own hours or by staff's word.
    const wanted = resources.map((resource, i) => ({ resource, taken: takenOf(i === 0 ? busy : []), calendar, after: i * gap * 30 * MINUTE, length: end, ...(i === 1 && always && { always }) }))

    const minutes = (a: number, b: number): number[] => Array.from({ length: (b - a) / MINUTE }, (_, i) => a + i * MINUTE)
    const opens = (of: OpeningHours[], minute: number): boolean => {
      const special = days.find(({ day }) => day === dayOf(minute))
      if (special?.kind === 'rest') return false
      const day = special?.as ?? weekday(minute)
      const since = (minute - midnightOf(dayOf(minute))) / MINUTE
      return of.some(one => one.day === day && one.from <= since && since < one.to)
    }
    const laneFree = (lane: number, span: { from: number; to: number }): boolean => minutes(span.from, span.to).every(minute => !busy.some(row => row.lane === lane && row.from <= minute && minute < row.to))
    const fits = (start: number): boolean => wanted.map(one => start + one.after).every((begin, i) =>
      onGrid(granuleMin, begin, begin + end) && minutes(begin, begin + end).every(minute => (i === 1 && always) || opens(resources[i].hours, minute)) && (i === 0 || due === undefined || dayOf(begin + end - MINUTE) <= dayOf(from + due * DAY)) && (i > 0 || [...Array(lanes).keys()].some(lane => laneFree(lane + 1, occupied(resources[i], begin, begin + end)))))
    const expected = Array.from({ length: 3 * 96 }, (_, i) => from + i * 15 * MINUTE).filter(fits)
    expect(nextFree(wanted, from, from + 3 * DAY, Infinity)).toEqual(expected)
    for (const start of expected.slice(0, 3)) expect(roomIn(wanted, start)).not.toBeNull()
    for (const start of Array.from({ length: 96 }, (_, i) => from + i * 30 * MINUTE)) expect(roomIn(wanted, start) !== null).toBe(fits(start))
  }), { numRuns: 60 }))

test('what spans have in common is in each of them', () => {
  const list = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { maxLength: 5 }).map(gaps => {
    let last = 0
    return gaps.map(([gap, long]) => ({ from: (last += gap), to: (last += long) }))
  })
  const has = (spans: readonly { from: number; to: number }[], n: number): boolean => spans.some(({ from, to }) => from <= n && n < to)
  fc.assert(fc.property(fc.array(list, { minLength: 1, maxLength: 3 }), lists => {
    const met = common(lists)
    for (let n = 0; n < 60; n++) expect(has(met, n)).toBe(lists.every(one => has(one, n)))
  }))
})
