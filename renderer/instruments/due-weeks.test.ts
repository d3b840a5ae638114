import { expect, test } from 'vitest'
import type { EventKind } from '#shared/instruments/instrument.ts'
import { certificate, event, instrument } from '#shared/instruments/records.fixture.ts'
import { byOwner, duesOf, mondayOf, monthsAhead, weekNumber, weeksIn } from './due-weeks.ts'
import { entriesOn, matching } from './register.ts'

const DAY = '2026-10-08'
/** `due` null = no certificate. */
const register = (...rows: { due: string | null; company?: string | null; events?: EventKind[] }[]) =>
  entriesOn(rows.map(({ due, company = 'c', events = [] }, i) => ({
    instrument: instrument({ id: `i${i}`, number: `N-${i}`, company }), owner: company, records: { certificates: due === null ? [] : [certificate({ day: '2025-01-01', due })], events: events.map((kind, at) => event(kind, at + 10)), bookings: [] },
  })), DAY)

test.each([['2026-10-08', '2026-10-05', 41], ['2026-01-01', '2025-12-29', 1], ['2027-01-01', '2026-12-28', 53], ['2026-10-11', '2026-10-05', 41], ['2026-10-12', '2026-10-12', 42]])('%s: the week of %s is %i', (day, monday, week) =>
  expect([mondayOf(day), weekNumber(mondayOf(day))]).toEqual([monday, week]))

test('weeks of a month', () => {
  expect(weeksIn('2026-10')).toEqual(['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'])
  expect(weeksIn('2027-02')).toEqual(['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22'])
})

test('only what has a day and is used or away is due', () =>
  expect(duesOf(register({ due: '2026-10-20' }, { due: null }, { due: '2026-10-21', events: ['stop'] }, { due: '2026-10-22', events: ['exempt'] }, { due: '2026-10-23', events: ['send'] })).map(({ due }) => due)).toEqual(['2026-10-20', '2026-10-23']))

test('twelve months, tinted by the fullest', () => {
  const months = monthsAhead(duesOf(register({ due: '2026-10-01' }, { due: '2026-10-20' }, { due: '2026-09-01' }, { due: '2027-09-30' }, { due: '2027-10-01' })), DAY)
  expect(months.length).toBe(12)
  expect([months[0], months[1], months[11]]).toEqual([{ month: '2026-10', n: 2, overdue: 1, tint: 4 }, { month: '2026-11', n: 0, overdue: 0, tint: 0 }, { month: '2027-09', n: 1, overdue: 0, tint: 2 }])
})

test('by owner, with what is overdue, booked and reminded', () =>
  expect(byOwner(duesOf(register({ due: '2026-10-07', company: null }, { due: '2026-10-20', events: ['remind', 'book'] }, { due: '2026-10-06' })), DAY).map(({ id, dues, overdue, booked, reminded }) => [id, dues.length, overdue, booked, reminded])).toEqual([['c', 2, 1, 1, '2026-10-08'], [null, 1, 1, 0, null]]))

test('without a certificate first, out of use last; words may come in any order', () => {
  const rows = register({ due: '2026-10-20' }, { due: '2026-10-09', events: ['scrap'] }, { due: null }, { due: '2026-10-10' })
  expect(rows.map(({ instrument: { number } }) => number)).toEqual(['N-2', 'N-3', 'N-0', 'N-1'])
  expect(matching(rows, '卡尺 n-3').map(({ instrument: { number } }) => number)).toEqual(['N-3'])
})
