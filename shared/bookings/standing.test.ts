import { expect, test } from 'vitest'
import type { Booking } from './booking.ts'
import { applicationNumber, standingOf } from './standing.ts'

const booking = (more: Partial<Booking>): Booking => ({
  id: '01999999-0000-7000-8000-0000ffffffff', complex: 'c', company: 'a', resources: ['r'], start: 0, end: 1, status: 'confirmed', purpose: '',
  waitSeq: null, holdUntil: null, holding: null, by: { user: 'u', client: 'k', at: Date.UTC(2026, 9, 8, 17) }, moves: [], reason: null, ...more,
})

test.each<[Partial<Booking>, object]>([
  [{}, { is: 'confirmed' }],
  [{ status: 'held' }, { is: 'approval', overtime: false }],
  [{ status: 'held', override: { reason: '急', user: 'u', at: 0, of: ['resource-closed'] } }, { is: 'approval', overtime: true }],
  [{ status: 'held', override: { reason: '急', user: 'u', at: 0, of: ['too-long'] } }, { is: 'approval', overtime: false }],
  [{ status: 'held', holdUntil: 9, holding: 'a' }, { is: 'held', until: 9 }],
  [{ status: 'held', holdUntil: 9 }, { is: 'promoted', until: 9 }],
  [{ status: 'waitlisted', waitSeq: 4 }, { is: 'waiting', position: 2 }],
  [{ status: 'no_show' }, { is: 'no_show' }],
])('%j is %j', (more, standing) => {
  for (const tentative of [true, false]) expect(standingOf(booking(more), { tentative, position: 2 })).toEqual({ tentative, ...standing })
})

test('the number of an application has the day of asking where it was asked', () => {
  expect(applicationNumber(booking({}))).toBe('20261009-ZZZZZZ')
  expect(applicationNumber(booking({ id: '01999999-0000-7000-8000-000000000021' }))).toBe('20261009-000011')
})
