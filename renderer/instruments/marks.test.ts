import { expect, test } from 'vitest'
import type { EventKind } from '#shared/instruments/instrument.ts'
import { certificate, event, instrument } from '#shared/instruments/records.fixture.ts'
import { standingOf } from '#shared/instruments/state.ts'
import { marksFor } from './marks.ts'

const after = (...kinds: EventKind[]) => standingOf(instrument(), { certificates: [certificate()], events: kinds.map((kind, i) => event(kind, 10 + i)) }, '2026-01-01')

test.each<[EventKind[], EventKind[]]>([[[], ['book', 'send', 'stop', 'exempt', 'scrap']], [['book'], ['send', 'return', 'stop', 'exempt', 'scrap']], [['send'], ['return', 'stop', 'exempt', 'scrap']], [['stop'], ['resume', 'scrap']], [['exempt'], ['require', 'stop', 'scrap']], [['scrap'], []]])(
  'after %j: %j', (kinds, marks) => expect(marksFor(after(...kinds))).toEqual(marks))

test('each leads to another state, so that none is offered in vain', () => {
  for (const past of [[], ['book'], ['send'], ['stop'], ['exempt']] as EventKind[][]) for (const mark of marksFor(after(...past))) expect([past, mark, after(...past, mark).is]).not.toEqual([past, mark, after(...past).is])
})

test('one that failed is not freed by a word', () => expect(marksFor({ is: 'stopped', failed: true, booked: null })).toEqual(['book', 'send', 'scrap']))
