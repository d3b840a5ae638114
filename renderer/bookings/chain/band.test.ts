import { expect, test } from 'vitest'
import type { Booking } from '#shared/bookings/booking.ts'
import { bandOfBookings } from './band.ts'

const booking = (id: string, start: number, end: number, after: string[]): Booking =>
  ({ id, complex: 'c', company: 'c', resources: ['r'], start, end, status: 'confirmed', purpose: id, after, waitSeq: null, holdUntil: null, holding: null, by: { user: '', client: '', at: 0 }, moves: [], reason: null })

test('bookings of one chain: the path back from the last end, and how much room the others have', () => {
  const band = bandOfBookings([booking('d', 10, 12, ['b', 'c']), booking('a', 1, 3, []), booking('b', 4, 9, ['a']), booking('c', 3, 5, ['a']), booking('e', 4, 12, [])])
  expect(band.map(({ id, mark, row, slack, critical }) => [id, mark, row, slack, critical])).toEqual([['a', '1', 0, 0, true], ['c', 'a', 1, 5, false], ['b', '2', 0, 1, true], ['e', '3', 2, 0, true], ['d', '4', 0, 0, true]])
})
