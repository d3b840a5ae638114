// An outside calendar read again and again: what is closed is what it says, whatever moved, and what a person closed besides.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Booking, BookingSlot } from '#shared/bookings/booking.ts'
import { icsClosures } from '#shared/bookings/ics-closures.ts'
import { type Ics, readIcs } from '#shared/readers/ics.ts'
import { at, commandHub, COMPANY_B, HOUR, ONE, slotId, TWO, uuid } from './command-hub.fixture.ts'

type CommandHub = Awaited<ReturnType<typeof commandHub>>
type Event = { uid: number; from: number; hours: number; off?: boolean }
const MIN = HOUR / 60

const stamp = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const fileOf = (events: readonly Event[]): Ics => {
  const read = readIcs(['BEGIN:VCALENDAR', ...events.flatMap(({ uid, from, hours, off }) => ['BEGIN:VEVENT', `UID:${uid}@x`, `DTSTART:${stamp(at(from))}`, `DTEND:${stamp(at(from + hours))}`, `SUMMARY:${uid}`, ...(off ? ['STATUS:CANCELLED'] : []), 'END:VEVENT']), 'END:VCALENDAR'].join('\r\n'), '2027-01-01')
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}
const closuresOf = (hub: CommandHub) => hub.rows<BookingSlot>('booking_slots').filter(({ kind, resource }) => kind === 'closed' && resource === ONE)
const liveOf = (hub: CommandHub) => closuresOf(hub).filter(({ status }) => status === 'closed')
const planOf = (hub: CommandHub, events: readonly Event[]) => icsClosures(fileOf(events), ONE, { now: at(8), known: closuresOf(hub) })
const follow = async (hub: CommandHub, events: readonly Event[]) => {
  const plan = await planOf(hub, events)
  const closures = [...plan.fresh, ...plan.moved].map(({ id, start, end, title, uid }) => ({ id, start, end, reason: title, uid }))
  if (closures.length + plan.gone.length > 0) expect(await hub.give('lab', 'resources.followCalendar', { id: ONE, closures, gone: plan.gone.map(({ id }) => id) })).toMatchObject({ outcome: 'applied' })
  return plan
}
const isClosed = (hub: CommandHub, ms: number): boolean => liveOf(hub).some(({ from, to }) => from <= ms && ms < to)

const event = fc.record({ uid: fc.integer({ min: 0, max: 4 }), from: fc.integer({ min: 9, max: 40 }), hours: fc.integer({ min: 1, max: 6 }), off: fc.constantFrom(false, false, false, true) })
const calendar = fc.uniqueArray(event, { minLength: 3, maxLength: 5, selector: ({ uid }) => uid })

test('what is closed is what the calendar says and what was closed by hand, however often it is read and whatever moved', async () => {
  let [moved, gone] = [0, 0]
  await fc.assert(fc.asyncProperty(fc.array(calendar, { minLength: 1, maxLength: 4 }), fc.option(fc.record({ from: fc.integer({ min: 9, max: 40 }), hours: fc.integer({ min: 1, max: 5 }) })), async (readings, hand) => {
    const hub = await commandHub()
    if (hand) await hub.give('lab', 'resources.close', { id: uuid(700), resource: ONE, start: at(hand.from), end: at(hand.from + hand.hours), reason: '检修' })
    const byHand = JSON.stringify(hub.rows<BookingSlot>('booking_slots'))
    // A deleted event is in the file no more; here it is in it as called off, so that it is known to be of this calendar.
    const all = readings.map(events => [...events, ...[0, 1, 2, 3, 4].filter(uid => !events.some(one => one.uid === uid)).map(uid => ({ uid, from: 9, hours: 1, off: true }))])
    for (const events of all) {
      const plan = await follow(hub, events)
      moved += plan.moved.length
      gone += plan.gone.length
      expect(await planOf(hub, events)).toMatchObject({ fresh: [], moved: [], gone: [], absent: [] })
      for (let ms = at(8); ms < at(50); ms += 30 * MIN) {
        const meant = events.some(({ from, hours, off }) => !off && at(from) <= ms && ms < at(from + hours)) || (hand !== null && at(hand.from) <= ms && ms < at(hand.from + hand.hours))
        expect(isClosed(hub, ms)).toBe(meant)
      }
      expect(JSON.stringify(hub.rows<BookingSlot>('booking_slots').filter(({ outside }) => !outside))).toBe(byHand)
    }
  }), { numRuns: 150 })
  expect([moved > 30, gone > 30]).toEqual([true, true])
}, 60_000)

test('one event moved any number of times leaves exactly one closure, where it is now', async () => {
  await fc.assert(fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 6 }), async forms => {
    const hub = await commandHub()
    for (const form of forms) await follow(hub, [{ ...form, uid: 1, off: false }])
    const { from, hours } = forms.at(-1)!
    expect(liveOf(hub).map(slot => [slot.from, slot.to])).toEqual([[at(from), at(from + hours)]])
  }), { numRuns: 100 })
}, 60_000)

test('two that changed places, a waiter for the old time, and a booking in the new', async () => {
  const hub = await commandHub()
  await follow(hub, [{ uid: 1, from: 9, hours: 1 }, { uid: 2, from: 14, hours: 1 }])
  await follow(hub, [{ uid: 1, from: 14, hours: 1 }, { uid: 2, from: 9, hours: 1 }])
  expect(liveOf(hub).map(({ reason, from }) => [reason, from]).sort()).toEqual([['1', at(14)], ['2', at(9)]])
  await hub.ask('b', 20, 11, 12)
  expect(await hub.ask('front', 21, 11, 12, { company: COMPANY_B })).toMatchObject({ outcome: 'waitlisted' })
  const plan = await planOf(hub, [{ uid: 1, from: 11, hours: 1 }, { uid: 2, from: 9, hours: 1 }])
  expect(await hub.give('lab', 'resources.followCalendar', { id: ONE, closures: plan.moved.map(({ id, start, end, title, uid }) => ({ id, start, end, reason: title, uid })), gone: [] })).toMatchObject({ outcome: 'applied', facts: { affected: 1 } })
  expect(hub.row<Booking>('bookings', 20).status).toBe('confirmed')
})

test('a time that a moved closure gives back goes to whoever waits for it, in the same step', async () => {
  const hub = await commandHub()
  await hub.ask('b', 20, 9, 10)
  expect(await hub.ask('front', 21, 9, 10)).toMatchObject({ outcome: 'waitlisted' })
  await follow(hub, [{ uid: 1, from: 9, hours: 3 }])
  await hub.step('b', 'cancel', 20)
  expect(hub.row<Booking>('bookings', 21).status).toBe('waitlisted')
  await follow(hub, [{ uid: 1, from: 14, hours: 3 }])
  expect(hub.row<Booking>('bookings', 21).status).toBe('held')
})

test('it is the lab’s, and no closure made by hand or of another resource is touched', async () => {
  const hub = await commandHub()
  const one = { id: slotId(), start: at(9), end: at(10), reason: '外', uid: '1@x' }
  expect(await hub.give('front', 'resources.followCalendar', { id: ONE, closures: [one], gone: [] })).toMatchObject({ code: 'forbidden' })
  await hub.give('lab', 'resources.close', { id: uuid(700), resource: ONE, start: at(9), end: at(10), reason: '检修' })
  expect(await hub.give('lab', 'resources.followCalendar', { id: ONE, closures: [one], gone: [] })).toMatchObject({ code: 'already-closed' })
  expect(await hub.give('lab', 'resources.followCalendar', { id: ONE, closures: [], gone: [uuid(700)] })).toMatchObject({ code: 'validation' })
  expect(await hub.give('lab', 'resources.followCalendar', { id: ONE, closures: [{ ...one, id: uuid(700), start: at(12), end: at(13) }], gone: [] })).toMatchObject({ code: 'validation' })
  expect(await hub.give('lab', 'resources.followCalendar', { id: ONE, closures: [{ ...one, start: at(12), end: at(13) }], gone: [] })).toMatchObject({ outcome: 'applied' })
  expect(await hub.give('lab', 'resources.followCalendar', { id: TWO, closures: [], gone: [one.id] })).toMatchObject({ code: 'validation' })
  expect(await hub.give('lab', 'resources.followCalendar', { id: ONE, closures: [], gone: [uuid(999)] })).toMatchObject({ code: 'not-found' })
})
