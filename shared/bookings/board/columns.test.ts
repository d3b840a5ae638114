import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDay, OpeningHours } from '../booking.ts'
import { type Calendar, hoursOn, NO_CALENDAR } from '../calendar.ts'
import { DAY, dayOf, midnightOf, MINUTE } from '../times.ts'
import { type Board, boardDays, boardOf, HALF_HOUR, isSlot, placeOf, positionOf, turned } from './columns.ts'
import { dayEdge, dayStepped, lengthened, startNear, stepped } from './cursor.ts'

const office: OpeningHours[] = [1, 2, 3, 4, 5].flatMap(day => [{ day, from: 510, to: 720 }, { day, from: 810, to: 1020 }])
/** The week of the mockup: National Day until Wednesday, a make-up Saturday, a plain Sunday. */
const autumn: Calendar = {
  years: new Set([2026]),
  days: new Map<string, CalendarDay>([
    ...Array.from({ length: 7 }, (_, i): [string, CalendarDay] => [`2026-10-0${i + 1}`, { day: `2026-10-0${i + 1}`, name: '国庆节', kind: 'rest', as: null }]),
    ['2026-10-10', { day: '2026-10-10', name: '', kind: 'work', as: 5 }],
  ]),
}
const open = { hours: [office], calendar: autumn }
const at = (day: string, clock: number): number => midnightOf(day) + clock * 60 * MINUTE
const board = (opened: string[] = [], booked: { from: number; to: number }[] = []): Board => boardOf(open, boardDays(open, '2026-10-08', 5), new Set(opened), booked)

describe('the week of the mockup', () => {
  const { columns, days } = board()
  test('five working days of 15 columns, the holiday and the Sunday folded', () => {
    expect(days.map(({ day, through, kind, first, last }) => [day, through, kind, last - first])).toEqual([
      ['2026-10-01', '2026-10-07', 'rest', 1],
      ['2026-10-08', '2026-10-08', 'work', 15],
      ['2026-10-09', '2026-10-09', 'work', 15],
      ['2026-10-10', '2026-10-10', 'work', 15],
      ['2026-10-11', '2026-10-11', 'rest', 1],
      ['2026-10-12', '2026-10-12', 'work', 15],
      ['2026-10-13', '2026-10-13', 'work', 15],
    ])
    expect(columns.filter(({ kind }) => kind === 'break')).toHaveLength(5)
    expect(days[0].special?.name).toBe('国庆节')
    expect(days[3].special?.kind).toBe('work')
  })
  test('an afternoon stands over its seven half-hours, a night on a border', () => {
    expect(placeOf(columns, { from: at('2026-10-08', 13.5), to: at('2026-10-08', 17) })).toEqual({ from: 9, to: 16 })
    expect(placeOf(columns, { from: at('2026-10-08', 18), to: at('2026-10-09', 7) })).toBeNull()
    expect(placeOf(columns, { from: at('2026-10-08', 13.75), to: at('2026-10-09', 8.5) })).toEqual({ from: 9.5, to: 16 })
    expect(placeOf(columns, { from: at('2026-10-11', 0), to: at('2026-10-12', 0) })).toEqual({ from: 46, to: 47 })
    expect(placeOf(columns, { from: at('2026-10-14', 9), to: Infinity })).toBeNull()
  })
  test('opened days show break, evening or the whole rest day as overtime', () => {
    const opened = board(['2026-10-08', '2026-10-11'])
    const kinds = (day: string): string[] => opened.days.filter(one => one.day === day).flatMap(({ first, last }) => opened.columns.slice(first, last).map(({ kind }) => kind))
    expect(kinds('2026-10-08')).toEqual([...Array<string>(7).fill('work'), ...Array<string>(3).fill('overtime'), ...Array<string>(7).fill('work'), ...Array<string>(7).fill('overtime')])
    expect(kinds('2026-10-11')).toEqual(Array(17).fill('overtime'))
  })
  test('what is booked outside of opening hours is seen', () => {
    const seen = board([], [{ from: at('2026-10-08', 20), to: at('2026-10-08', 21) }, { from: at('2026-10-03', 9), to: at('2026-10-03', 10) }])
    expect(placeOf(seen.columns, { from: at('2026-10-08', 20), to: at('2026-10-08', 21) })).not.toBeNull()
    expect(board([], [{ from: at('2026-10-08', 9), to: at('2026-10-08', 16) }]).columns).toEqual(board().columns)
    expect(seen.days.map(({ day }) => day).slice(0, 3)).toEqual(['2026-10-01', '2026-10-03', '2026-10-04'])
  })
  test('turning shows the days before and after', () => {
    expect(turned(open, days, 5, 1)).toBe('2026-10-14')
    expect(turned(open, days, 5, -1)).toBe('2026-09-24')
  })
  test('without any opening hours there are no days', () => expect(boardDays({ hours: [[]], calendar: NO_CALENDAR }, '2026-10-08', 5)).toEqual([]))
})

describe('the cursor of the mockup', () => {
  const day = board()
  const cursor = { start: at('2026-10-09', 13.5), minutes: 210 }
  test('half an hour back skips the folded break, a day on keeps the time', () => {
    expect(stepped(day, cursor, -1)).toBe(at('2026-10-09', 11.5))
    expect(dayStepped(day, { start: at('2026-10-10', 13.5), minutes: 30 }, 1)).toBe(at('2026-10-12', 13.5))
    expect(dayStepped(day, { start: at('2026-10-08', 9), minutes: 30 }, -1)).toBeNull()
    expect(stepped(day, { start: at('2026-10-13', 16.5), minutes: 30 }, 1)).toBeNull()
  })
  test('it grows up to the gap and never below half an hour', () => {
    expect(lengthened(day, cursor, 1)).toBe(210)
    expect(lengthened(day, { ...cursor, minutes: 180 }, 1)).toBe(210)
    expect(lengthened(day, { ...cursor, minutes: 30 }, -1)).toBe(30)
  })
  test('home and end', () => {
    expect(dayEdge(day, cursor, 'first')).toBe(at('2026-10-09', 8.5))
    expect(dayEdge(day, { ...cursor, minutes: 60 }, 'last')).toBe(at('2026-10-09', 16))
    expect(startNear(day, at('2026-10-11', 9))).toBe(at('2026-10-12', 8.5))
    expect(startNear(day, at('2026-10-20', 9))).toBe(at('2026-10-13', 16.5))
  })
})

const hours = fc.array(fc.record({ day: fc.integer({ min: 1, max: 7 }), from: fc.integer({ min: 0, max: 1410 }), length: fc.integer({ min: 15, max: 600 }) }).map(({ day, from, length }) => ({ day, from, to: Math.min(1440, from + length) })), { maxLength: 8 })
const boards = fc.record({ hours: fc.array(hours, { minLength: 1, maxLength: 3 }), rest: fc.subarray([0, 1, 2, 3, 4, 5, 6]), opened: fc.subarray([0, 1, 2, 3, 4, 5, 6]), from: fc.integer({ min: 0, max: 30 }), workdays: fc.integer({ min: 1, max: 6 }), booked: fc.array(fc.record({ start: fc.integer({ min: 0, max: 7 * 48 }), length: fc.integer({ min: 1, max: 9 }) }), { maxLength: 4 }) }).map(one => {
  const first = midnightOf('2026-10-01') + one.from * DAY
  const calendar: Calendar = { years: new Set(), days: new Map(one.rest.map(i => { const day = dayOf(first + i * DAY); return [day, { day, name: 'x', kind: 'rest', as: null }] as const })) }
  const of = { hours: one.hours, calendar }
  const midnights = boardDays(of, dayOf(first), one.workdays)
  const booked = one.booked.map(({ start, length }) => ({ from: first + start * HALF_HOUR, to: first + (start + length) * HALF_HOUR }))
  return { of, midnights, booked, board: boardOf(of, midnights, new Set(one.opened.map(i => dayOf(first + i * DAY))), booked), workdays: one.workdays }
})

test('every half-hour in which anything is open or booked has a column of its own, a break aside that it spans', () =>
  fc.assert(
    fc.property(boards, ({ of, midnights, booked, board: { columns, days } }) => {
      const starts = new Set(columns.filter(isSlot).map(({ from }) => from))
      for (const midnight of midnights) {
        const open = of.hours.flatMap(one => hoursOn(one, of.calendar, midnight))
        const [first, last] = [Math.min(...open.map(({ from }) => from)), Math.max(...open.map(({ to }) => to))]
        const touch = (a: { from: number; to: number }, from: number): boolean => a.from < from + HALF_HOUR && a.to > from
        for (let from = midnight; from < midnight + DAY; from += HALF_HOUR) {
          const within = from + HALF_HOUR > first && from < last
          const alone = booked.some(span => touch(span, from) && !(within && open.some(one => touch(one, Math.max(span.from, midnight)) || (one.from < span.to && one.to > span.from) || touch(one, span.to - HALF_HOUR))))
          if (open.some(one => touch(one, from)) || alone) expect(starts.has(from)).toBe(true)
        }
      }
      columns.forEach((column, i) => expect(column.from < column.to && (i === 0 || columns[i - 1].to <= column.from)).toBe(true))
      expect(days.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, i) => first + i))).toEqual(columns.map((_, i) => i))
    }),
  ))

test('positions never run back, and every column spans exactly one', () =>
  fc.assert(
    fc.property(boards, fc.array(fc.integer({ min: 0, max: 12 * 1440 })), ({ midnights, board: { columns } }, minutes) => {
      columns.forEach(({ from, to }, i) => {
        expect(positionOf(columns, from)).toBe(i)
        expect(positionOf(columns, to)).toBe(i + 1)
      })
      const places = minutes.sort((a, b) => a - b).map(minute => positionOf(columns, (midnights[0] ?? 0) + minute * MINUTE))
      places.forEach((place, i) => expect(i === 0 || places[i - 1] <= place).toBe(true))
    }),
  ))

test('moves lead to starts of the board alone, on and back is where one was, and lengths stay within the stretch', () =>
  fc.assert(
    fc.property(boards, fc.nat(), fc.integer({ min: 1, max: 12 }), fc.constantFrom(1 as const, -1 as const), ({ board }, pick, halves, by) => {
      const slots = board.columns.filter(isSlot)
      if (slots.length === 0) return
      const cursor = { start: slots[pick % slots.length].from, minutes: halves * 30 }
      const starts = slots.map(({ from }) => from)
      for (const to of [stepped(board, cursor, by), dayStepped(board, cursor, by), dayEdge(board, cursor, 'first'), dayEdge(board, cursor, 'last')]) if (to !== null) expect(starts).toContain(to)
      const next = stepped(board, cursor, by)
      if (next !== null) expect(stepped(board, { ...cursor, start: next }, -by)).toBe(cursor.start)
      const longer = lengthened(board, cursor, 1)
      for (let at = cursor.start; longer > cursor.minutes && at < cursor.start + longer * MINUTE; at += HALF_HOUR) expect(starts).toContain(at)
      const day = dayStepped(board, cursor, by)
      if (day !== null) expect(Math.sign(day - cursor.start)).toBe(by)
    }),
  ))
