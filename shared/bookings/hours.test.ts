import { expect, test } from 'vitest'
import { hoursText, readHours, weekOf } from './hours.ts'

test.each([
  ['08:30-12:00 13:30-17:00', '08:30-12:00 13:30-17:00'],
  ['13:30-17:00，8:30–12:00', '08:30-12:00 13:30-17:00'],
  ['８：３０ 至 12:00、13:30 ~ 17:00', '08:30-12:00 13:30-17:00'],
  ['0:00-24:00', '00:00-24:00'],
  ['', ''],
])('%j is read as %j', (typed, kept) => expect(hoursText(readHours(typed)!)).toBe(kept))

test.each(['8-12', '12:00-08:30', '08:30-12:00 11:00-13:00', '08:60-12:00', '23:00-24:30', '上午'])('%j is not read', typed => expect(readHours(typed)).toBeNull())

test('days with the same hours stand together', () => {
  const hours = [1, 3, 2].map(day => ({ day, from: 510, to: 720 })).concat({ day: 6, from: 540, to: 600 })
  expect(weekOf(hours)).toEqual([{ days: [1, 2, 3], text: '08:30-12:00' }, { days: [6], text: '09:00-10:00' }])
})
