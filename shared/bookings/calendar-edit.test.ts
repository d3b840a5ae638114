import { expect, test } from 'vitest'
import { byYear, daysFrom, runsOf, withDays, withoutDays } from './calendar-edit.ts'

const rest = (first: string, last: string, name = '国庆节') => daysFrom(first, last, { kind: 'rest', as: null, name })
const work = (day: string) => daysFrom(day, day, { kind: 'work', as: 3, name: '' })

test('days in a row are one run, until name or kind changes', () => {
  const days = withDays(rest('2026-09-25', '2026-09-27', '中秋节'), [...rest('2026-10-01', '2026-10-07'), ...work('2026-10-10')])
  expect(runsOf(days).map(({ first, last, count, day }) => [first, last, count, day.kind])).toEqual([['2026-09-25', '2026-09-27', 3, 'rest'], ['2026-10-01', '2026-10-07', 7, 'rest'], ['2026-10-10', '2026-10-10', 1, 'work']])
  expect(runsOf(withDays(rest('2026-01-01', '2026-01-02', 'a'), rest('2026-01-03', '2026-01-03', 'b')))).toHaveLength(2)
})

test('the last word on a day counts, and what is taken out is gone', () => {
  const days = withDays(rest('2026-10-01', '2026-10-03'), work('2026-10-02'))
  expect(days.map(({ kind }) => kind)).toEqual(['rest', 'work', 'rest'])
  expect(withoutDays(days, '2026-10-02', '2026-10-03').map(({ day }) => day)).toEqual(['2026-10-01'])
})

test('a run over New Year is of two years', () => {
  const years = byYear(rest('2026-12-31', '2027-01-02', '元旦'))
  expect([...years].map(([year, days]) => [year, days.length])).toEqual([[2026, 1], [2027, 2]])
  expect(daysFrom('2026-10-02', '2026-10-01', { kind: 'rest', as: null, name: '' })).toEqual([])
})
