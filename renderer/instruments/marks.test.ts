import { expect, test } from 'vitest'
import type { Booking } from '#shared/bookings/booking.ts'
import type { EventKind } from '#shared/instruments/instrument.ts'
import { booking, certificate, event, instrument } from '#shared/instruments/records.fixture.ts'
import { standingOf } from '#shared/instruments/state.ts'
import { marksFor } from './marks.ts'

const with_ = (bookings: Booking[], ...kinds: EventKind[]) => standingOf(instrument(), { certificates: [certificate()], events: kinds.map((kind, i) => event(kind, 10 + i)), bookings }, '2026-01-01')
const after = (...kinds: EventKind[]) => with_([], ...kinds)

test.each<[EventKind[], EventKind[]]>([[[], ['book', 'send', 'stop', 'exempt', 'scrap']], [['book'], ['send', 'return', 'stop', 'exempt', 'scrap']], [['send'], ['return', 'stop', 'exempt', 'scrap']], [['stop'], ['resume', 'scrap']], [['exempt'], ['require', 'stop', 'scrap']], [['scrap'], []]])(
  'after %j: %j', (kinds, marks) => expect(marksFor(after(...kinds))).toEqual(marks))

test('each leads to another state, so that none is offered in vain', () => {
  for (const past of [[], ['book'], ['send'], ['stop'], ['exempt']] as EventKind[][]) for (const mark of marksFor(after(...past))) expect([past, mark, after(...past, mark).is]).not.toEqual([past, mark, after(...past).is])
})

test('one that failed is not freed by a word', () => expect(marksFor({ is: 'stopped', failed: true, booked: null, booking: null })).toEqual(['book', 'send', 'scrap']))

test.each<[Booking['status'], EventKind[], EventKind[]]>([['confirmed', [], ['send']], ['held', ['book'], ['send']], ['confirmed', ['send'], ['return']], ['checked_in', [], []], ['checked_in', ['send'], []], ['waitlisted', [], ['book', 'send']], ['cancelled', ['book'], ['send', 'return']]])(
  'with a booking that is %s, after %j: %j', (status, kinds, away) => expect(marksFor(with_([booking(status)], ...kinds))).toEqual([...away, 'stop', 'exempt', 'scrap']))
