import { expect, test } from 'vitest'
import type { Resource, ResourceBusy } from './booking.ts'
import { calendarOf } from './calendar.ts'
import { seriesLength, seriesOf } from './series.ts'
import { takenOf } from './slots.ts'
import { DAY, dayOf, MINUTE, midnightOf } from './times.ts'

const HOUR = 60 * MINUTE
const FIRST = midnightOf('2026-09-28') + 9 * HOUR
const office: Resource = { id: 'r', complex: 'c', name: '', lanes: 1, approval: false, open: true, hours: [1, 2, 3, 4, 5].map(day => ({ day, from: 480, to: 1080 })), granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 60 }
const calendar = calendarOf([{ id: 'y', complex: 'c', year: 2026, days: [{ day: '2026-10-01', name: '国庆节', kind: 'rest', as: null }, { day: '2026-10-10', name: '', kind: 'work', as: 3 }] }])
const taken = takenOf([{ id: 'b', complex: 'c', resource: 'r', lane: 1, from: midnightOf('2026-09-29') + 9 * HOUR, to: midnightOf('2026-09-29') + 10 * HOUR, kind: 'busy', open: true } satisfies ResourceBusy])
const wanted = [{ resource: { ...office, calibration: { due: '2026-10-12' } }, after: 0, length: HOUR, taken, calendar }]

test('each day: what falls out is named with why, make-up days come in', () => {
  const { starts, skipped } = seriesOf(wanted, FIRST, 'day', 16)
  expect(skipped.map(({ day, why }) => `${day.slice(5)} ${why}`)).toEqual(['09-29 taken', '10-01 rest', '10-03 closed', '10-04 closed', '10-11 closed', '10-13 overdue'])
  expect(starts.map(dayOf)).toEqual(['2026-09-28', '2026-09-30', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12'])
})

test('each two weeks stays at its time of day', () => {
  expect(seriesOf(wanted, FIRST, 'fortnight', 2)).toEqual({ starts: [FIRST, FIRST + 14 * DAY], skipped: [] })
  expect(seriesLength('fortnight', 3)).toBe(28 * DAY)
})
