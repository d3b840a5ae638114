import { expect, test } from 'vitest'
import type { Reads } from '#shared/sync/tx.ts'
import type { BookingSlot, BookingTables } from './booking.ts'
import { waitersOf } from './waiting.ts'

const slot = (booking: string, waitSeq: number, from: number, to: number): BookingSlot => ({ id: booking, complex: 'c', company: null, booking, resource: 'r', lane: 0, from, to, kind: 'booking', status: 'waitlisted', waitingFor: 'r', waitSeq })
const reads = { listBy: () => Promise.resolve([slot('late', 3, 10, 20), slot('first', 1, 10, 20), slot('other day', 2, 90, 99)]) } as unknown as Reads<BookingTables>

test('first come first; a place in line counts only those who want some of the same time', async () => {
  expect(await waitersOf(reads, ['r'])).toEqual(['first', 'other day', 'late'])
  expect(await waitersOf(reads, ['r'], { start: 15, end: 25 })).toEqual(['first', 'late'])
  expect(await waitersOf(reads, ['r'], { start: 20, end: 30 })).toEqual([])
})
