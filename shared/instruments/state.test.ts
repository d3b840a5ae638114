import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueBy } from './certificates.ts'
import { type Booking, BOOKING_STATUSES, occupies } from '#shared/bookings/booking.ts'
import type { Certificate, EventKind, Instrument, InstrumentEvent } from './instrument.ts'
import { bucketOf, lastGoodDay, standingCertificates, standingOf } from './state.ts'
import { booking, certificate, event, instrument } from './records.fixture.ts'

const at = (records: { certificates?: Certificate[]; events?: InstrumentEvent[]; bookings?: Booking[] }, day: string, of: Partial<Instrument> = {}) => standingOf(instrument(of), { certificates: [], events: [], bookings: [], ...records }, day)
const year = certificate({ day: '2025-10-20', due: '2026-10-20' })

describe('states', () => {
  test.each([
    ['2026-09-19', 'inUse', false], ['2026-09-20', 'soon', false], ['2026-10-19', 'soon', false], ['2026-10-20', 'soon', false], ['2026-10-21', 'overdue', true],
  ])('by the day alone: %s is %s', (day, is, blocked) => expect(at({ certificates: [year] }, day)).toMatchObject({ is, blocked, due: '2026-10-20' }))

  test('no certificate is overdue, and no day is made up', () => expect(at({}, '2026-10-08')).toMatchObject({ is: 'overdue', due: null, blocked: true, last: null }))

  test('a certificate of another kind says nothing of this one', () => expect(at({ certificates: [{ ...year, kind: 'check' }] }, '2026-01-01')).toMatchObject({ is: 'overdue', due: null }))

  test('a restriction is seen until it is due soon', () => {
    const limited = { ...year, result: 'limited' as const, restriction: '只用 0–100 mm' }
    expect([at({ certificates: [limited] }, '2026-01-01').is, at({ certificates: [limited] }, '2026-10-01').is]).toEqual(['limited', 'soon'])
    expect(at({ certificates: [limited] }, '2026-10-01').last?.restriction).toBe('只用 0–100 mm')
  })

  test('one that failed is out of use until one of its kind passed', () => {
    const failed = certificate({ id: 'f', day: '2026-03-01', due: '2027-03-01', result: 'fail', registeredAt: 5 })
    expect(at({ certificates: [year, failed] }, '2026-04-01')).toMatchObject({ is: 'stopped', failed: true, blocked: true, due: null })
    expect(at({ certificates: [year, failed], events: [event('resume', 6)] }, '2026-04-01').is).toBe('stopped')
    expect(at({ certificates: [year, failed, certificate({ id: 'g', day: '2026-03-20', due: '2027-03-20', registeredAt: 7 })] }, '2026-04-01')).toMatchObject({ is: 'inUse', due: '2027-03-20' })
  })

  // What happened, in the order of its time; what it is with a good certificate, and when that has run out.
  const PASTS: [EventKind[], string, string][] = [
    [['stop'], 'stopped', 'stopped'], [['stop', 'resume'], 'inUse', 'overdue'], [['exempt'], 'exempt', 'exempt'], [['exempt', 'require'], 'inUse', 'overdue'], [['exempt', 'stop'], 'stopped', 'stopped'],
    [['scrap'], 'scrapped', 'scrapped'], [['scrap', 'resume'], 'scrapped', 'scrapped'], [['book'], 'booked', 'overdue'], [['book', 'send'], 'sent', 'sent'], [['send', 'return'], 'inUse', 'overdue'],
    [['book', 'stop'], 'stopped', 'stopped'], [['remind'], 'inUse', 'overdue'],
  ]
  test.each(PASTS)('%j is %s, and %s once overdue', (kinds, good, late) => {
    const events = kinds.map((kind, i) => event(kind, 10 + i))
    expect([at({ certificates: [year], events }, '2026-01-01').is, at({ certificates: [year], events: [...events].reverse() }, '2026-10-21').is]).toEqual([good, late])
  })

  test('away, overdue and not to be used', () => expect(at({ certificates: [year], events: [event('send', 10)] }, '2026-11-01')).toMatchObject({ is: 'sent', blocked: true }))

  test('a new certificate ends what led to it, a correction of an old one does not', () => {
    const events = [event('book', 10), event('remind', 11)]
    const fresh = certificate({ id: 'n', day: '2026-10-01', due: '2027-10-01', registeredAt: 20 })
    expect(at({ certificates: [year, fresh], events }, '2026-10-08')).toMatchObject({ is: 'inUse', booked: null, reminded: null })
    expect(at({ certificates: [year, { ...year, id: 'r', replaces: year.id, registeredAt: 20 }], events }, '2026-10-08')).toMatchObject({ is: 'booked', booked: '2026-10-08', reminded: '2026-10-08' })
  })

  describe('bookings that name it', () => {
    const is = (bookings: Booking[], more: { certificates?: Certificate[]; events?: InstrumentEvent[] } = {}, day = '2026-01-01') => {
      const { is: state, booked, booking: by, blocked } = at({ certificates: [year], ...more, bookings }, day)
      return [state, booked, by?.id ?? null, blocked]
    }

    test.each(BOOKING_STATUSES)('%s', status => expect(is([booking(status)])).toEqual([status === 'checked_in' ? 'sent' : occupies(status) ? 'booked' : 'inUse', ...(occupies(status) ? ['2026-10-12', 'b'] : [null, null]), false]))

    test('overdue it may not be used though it is booked, and brought it is away', () => {
      expect(is([booking('confirmed')], {}, '2026-11-01')).toEqual(['overdue', '2026-10-12', 'b', true])
      expect(is([booking('checked_in')], {}, '2026-11-01')).toEqual(['sent', '2026-10-12', 'b', true])
    })

    test('a booking says more than what was noted by hand', () => {
      expect(is([booking('held')], { events: [event('book', 10)] })).toEqual(['booked', '2026-10-12', 'b', false])
      expect(is([booking('cancelled')], { events: [event('book', 10)] })).toEqual(['booked', '2026-10-08', null, false])
      expect(is([booking('held')], { events: [event('send', 10)] })).toEqual(['sent', '2026-10-12', 'b', false])
      expect(is([booking('checked_in')], { events: [event('return', 10)] })[0]).toBe('sent')
    })

    test('of several the one that was brought, then the earliest', () => {
      const some = [booking('confirmed', { id: 'late', start: 30 }), booking('held', { id: 'soon', start: 20 })]
      expect(is(some)[2]).toBe('soon')
      expect(is([...some, booking('checked_in', { id: 'here', start: 40 })])[2]).toBe('here')
    })

    test('a new certificate ends what led to it, a correction doesn’t, nor is one ended whose time lay ahead or that was asked for later', () => {
      const [fresh, correction] = [certificate({ id: 'n', day: '2025-10-21', registeredAt: 20 }), { ...year, id: 'r', replaces: year.id, registeredAt: 20 }]
      const begun = { start: 15 }
      expect([is([booking('confirmed', begun)], { certificates: [year, fresh] })[2], is([booking('checked_in')], { certificates: [year, fresh] })[2]]).toEqual([null, null])
      expect(is([booking('confirmed', begun)], { certificates: [year, correction] })[2]).toBe('b')
      expect(is([booking('confirmed')], { certificates: [year, fresh] })[2]).toBe('b')
      expect(is([booking('checked_in', { start: 15, by: { user: 'u', client: 'd', at: 25 } })], { certificates: [year, fresh] })[2]).toBe('b')
    })
  })

  test('a correction takes the place of what it corrects, and the old one stays', () => {
    const second = { ...year, id: 'r', replaces: year.id, due: '2026-04-20', revision: 2 }
    expect(standingCertificates(instrument(), [year, second]).map(({ id }) => id)).toEqual(['r'])
    expect(at({ certificates: [year, second] }, '2026-05-01')).toMatchObject({ is: 'overdue', due: '2026-04-20' })
  })

  test('the order in which records are read changes nothing', () => {
    const kinds = fc.constantFrom<EventKind>('stop', 'resume', 'exempt', 'require', 'book', 'send', 'return', 'remind')
    const booked = fc.array(fc.tuple(fc.constantFrom(...BOOKING_STATUSES), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 9 })), { maxLength: 3 })
    fc.assert(fc.property(fc.array(kinds, { maxLength: 6 }), booked, fc.integer({ min: 0, max: 800 }), (list, all, days) => {
      const bookings = all.map(([status, at, start], i) => booking(status, { id: `b${i}`, start, by: { user: 'u', client: 'd', at } }))
      const events = list.map((kind, i) => event(kind, i))
      const certificates = [year, certificate({ id: 'n', day: '2026-02-01', due: '2027-02-01', registeredAt: 3 })]
      const day = new Date(Date.UTC(2025, 9, 20) + days * 86_400_000).toISOString().slice(0, 10)
      const one = standingOf(instrument(), { certificates, events, bookings }, day)
      expect(standingOf(instrument(), { certificates: [...certificates].reverse(), events: [...events].reverse(), bookings: [...bookings].reverse() }, day)).toEqual(one)
      expect(one.blocked).toBe(['stopped', 'scrapped'].includes(one.is) || (one.is !== 'exempt' && day > '2027-02-01'))
    }))
  })
})

test.each([[-1, 'overdue'], [0, 'in30'], [30, 'in30'], [31, 'in60'], [60, 'in60'], [61, 'in90'], [90, 'in90'], [91, 'later']])('%i days left is %s', (days, bucket) =>
  expect(bucketOf({ is: 'inUse', due: new Date(Date.UTC(2026, 9, 8) + days * 86_400_000).toISOString().slice(0, 10) }, '2026-10-08')).toBe(bucket))

test.each([['stopped', 'out'], ['scrapped', 'out'], ['exempt', 'later'], ['overdue', 'overdue']] as const)('without a day %s is %s', (is, bucket) => expect(bucketOf({ is, due: null }, '2026-10-08')).toBe(bucket))

describe('due', () => {
  test.each([['2024-01-31', 1, null, 'due', '2024-02-29'], ['2025-10-20', 12, null, 'due', '2026-10-20'], ['2025-10-20', 12, null, 'dayBefore', '2026-10-19'], ['2025-10-20', 12, '2026-04-19', 'due', '2026-04-19'], ['2025-10-20', 12, '2027-01-01', 'due', '2026-10-20']] as const)(
    '%s and %i months, printed %s, %s: %s', (day, months, validTo, label, due) => expect(dueBy({ months, label }, { day, validTo })).toBe(due))

  test('the last day for a resource', () => {
    const of = (certificates: Certificate[], events: InstrumentEvent[] = []) => lastGoodDay(instrument({ registeredAt: Date.UTC(2026, 9, 8, 3) }), { certificates, events })
    expect([of([]), of([year]), of([{ ...year, result: 'fail' }]), of([year], [event('exempt', 1)]), of([], [event('scrap', 1)])]).toEqual(['2026-10-07', '2026-10-20', '2025-10-19', null, null])
  })
})

test('an imported due day counts for its kind until there is a certificate, and is never one', () => {
  const listed = { kind: 'calibration', due: '2026-10-20', done: null, source: '台账.csv' } as const
  expect(at({}, '2026-09-01', { listed })).toMatchObject({ is: 'inUse', last: null, due: '2026-10-20', listed, blocked: false })
  expect(at({}, '2026-10-01', { listed })).toMatchObject({ is: 'soon', last: null })
  expect(at({}, '2026-10-21', { listed })).toMatchObject({ is: 'overdue', blocked: true })
  expect(at({}, '2026-09-01', { listed, kind: 'verification' })).toMatchObject({ is: 'overdue', due: null, listed: null })
  expect(at({ certificates: [year] }, '2026-09-01', { listed: { ...listed, due: '2020-01-01' } })).toMatchObject({ due: '2026-10-20', listed: null })
  expect(at({ certificates: [certificate({ result: 'fail' })] }, '2026-09-01', { listed })).toMatchObject({ is: 'stopped', due: null, listed: null })
})
