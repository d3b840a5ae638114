import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BOOKING_STATUSES } from '#shared/bookings/booking.ts'
import { answerOf, ANSWERS, tally } from './answers.ts'

test.each([
  ['confirmed', {}, 'confirmed'], ['checked_in', {}, 'confirmed'], ['done', {}, 'confirmed'], ['waitlisted', {}, 'lost'], ['waitlisted', { stays: true }, 'waiting'], ['held', { holdUntil: null }, 'approval'], ['held', { holdUntil: 5 }, 'held'],
  ['rejected', {}, 'ended'], ['expired', {}, 'ended'], ['cancelled', {}, 'ended'], ['no_show', {}, 'ended'],
] as const)('%s %o: %s', (status, more, answer) => {
  expect(answerOf({ status, holdUntil: null, ...more }, false)).toBe(answer)
  expect(answerOf({ status, holdUntil: null, ...more }, true)).toBe('tentative')
})

test('counts add up to what was sent', () =>
  fc.assert(fc.property(fc.array(fc.record({ status: fc.constantFrom(...BOOKING_STATUSES), holdUntil: fc.constantFrom(null, 1), stays: fc.boolean(), tentative: fc.boolean() }), { maxLength: 50 }), fc.integer({ min: 0, max: 10 }), (bookings, refused) => {
    const answers = bookings.map(one => answerOf(one, one.tentative))
    const counts = tally(answers, bookings.length + refused)
    expect(counts.reduce((sum, { n }) => sum + n, 0)).toBe(bookings.length + refused)
    expect(counts.find(({ answer }) => answer === 'refused')?.n ?? 0).toBe(refused)
    expect(counts.map(({ answer }) => ANSWERS.indexOf(answer))).toEqual(counts.map(({ answer }) => ANSWERS.indexOf(answer)).sort((a, b) => a - b))
    expect(tally(answers, null).reduce((sum, { n }) => sum + n, 0)).toBe(bookings.length)
  })))
