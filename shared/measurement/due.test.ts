import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysInMonth } from '#shared/lib/dates.ts'
import { dueDay } from './due.ts'

test.each([
  ['2024-01-31', 1, '2024-02-29', '2024-02-28'],
  ['2023-01-31', 1, '2023-02-28', '2023-02-27'],
  ['2026-10-08', 12, '2027-10-08', '2027-10-07'],
  ['2026-12-31', 2, '2027-02-28', '2027-02-27'],
  ['2024-02-29', 12, '2025-02-28', '2025-02-27'],
  ['2026-03-01', 12, '2027-03-01', '2027-02-28'],
])('%s and %i months', (last, months, due, before) => {
  expect(dueDay(last, months)).toEqual({ ok: true, value: due })
  expect(dueDay(last, months, 'dayBefore')).toEqual({ ok: true, value: before })
})

test.each([['2026-02-30', 12, 'bad-date'], ['2026-02', 12, 'bad-date'], ['', 12, 'bad-date'], ['2026-02-01', 0, 'bad-interval'], ['2026-02-01', 1.5, 'bad-interval'], ['2026-02-01', -3, 'bad-interval'], ['2026-02-01', NaN, 'bad-interval'], ['2026-02-01', 601, 'bad-interval']])('%s and %d months: %s', (last, months, code) =>
  expect(dueDay(last, months)).toMatchObject({ ok: false, problem: { code } }))

test('the day stays, or is the last of the month that months lead to', () => fc.assert(fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 600 }), (year, month, day, months) => {
  fc.pre(day <= daysInMonth(year, month))
  const two = (n: number): string => String(n).padStart(2, '0')
  const due = dueDay(`${year}-${two(month)}-${two(day)}`, months)
  const whole = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(whole / 12), (whole % 12) + 1]
  expect(due).toEqual({ ok: true, value: `${y}-${two(m)}-${two(Math.min(day, daysInMonth(y, m)))}` })
})))
