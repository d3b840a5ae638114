import { beforeEach, describe, expect, test } from 'vitest'
import type { Booking, BookingSlot } from '#shared/bookings/booking.ts'
import { at, commandHub, type CommandHub, COMPANY_A, COMPANY_B, HOUR, ONE, slotId, TWO, uuid } from './command-hub.fixture.ts'

let hub: CommandHub
beforeEach(async () => { hub = await commandHub() })

const booking = (id: number): Booking => hub.row<Booking>('bookings', id)
const parted = (id: number, from: number, hours: [number, number][], more: object = {}) => hub.give('front', 'bookings.place', {
  id: uuid(id), company: COMPANY_A, purpose: '', start: at(from), end: at(Math.max(...hours.map(([, to]) => to))),
  slots: [ONE, TWO].map((resource, i) => ({ id: slotId(), resource, start: at(hours[i][0]), end: at(hours[i][1]) })), ...more,
})

describe('parts with times of their own', () => {
  test('each resource is taken for its part alone, with its buffers', async () => {
    expect(await parted(20, 9, [[9, 11], [11, 14]])).toMatchObject({ outcome: 'applied' })
    expect(booking(20)).toMatchObject({ start: at(9), end: at(14), resources: [ONE, TWO], parts: [{ resource: ONE, start: at(9), end: at(11) }, { resource: TWO, start: at(11), end: at(14) }] })
    expect(hub.rows<BookingSlot>('booking_slots').filter(slot => slot.booking === uuid(20)).map(({ resource, from, to }) => [resource, from, to])).toEqual([[ONE, at(9), at(12)], [TWO, at(11), at(15)]])
    expect(await hub.ask('b', 21, 12, 14)).toMatchObject({ outcome: 'applied' })
    expect(await hub.ask('b', 22, 9, 10, { on: [TWO] })).toMatchObject({ outcome: 'applied' })
  })

  test('all parts or none: the alternatives keep the shape, and a freed time brings the whole up', async () => {
    await hub.ask('b', 19, 11, 12, { on: [TWO] })
    expect(await parted(20, 9, [[9, 11], [11, 13]])).toMatchObject({ outcome: 'waitlisted', facts: { alternatives: [at(11), at(12), at(13)] } })
    expect(await hub.ask('b', 21, 9, 10)).toMatchObject({ outcome: 'applied' })
    expect(await hub.step('b', 'cancel', 21)).toMatchObject({ outcome: 'applied' })
    await hub.step('b', 'cancel', 19)
    expect(booking(20)).toMatchObject({ status: 'held', holding: null })
  })

  test.each([
    ['the whole begins before its parts', 8, [[9, 10], [10, 11]]],
    ['a part without time', 9, [[9, 10], [11, 11]]],
  ] as [string, number, [number, number][]][])('%s: refused', async (_, from, hours) => expect(await parted(20, from, hours)).toMatchObject({ outcome: 'rejected', code: 'validation' }))

  test('moved with their shape, the old one is kept in the history', async () => {
    await parted(20, 9, [[9, 11], [11, 13]])
    expect(await hub.give('front', 'bookings.reschedule', { id: uuid(20), change: uuid(900), start: at(10), end: at(14), slots: [{ id: slotId(), resource: ONE, start: at(10), end: at(12) }, { id: slotId(), resource: TWO, start: at(12), end: at(14) }] })).toMatchObject({ outcome: 'applied' })
    expect(booking(20).moves).toEqual([{ change: uuid(900), start: at(9), end: at(13), resources: [ONE, TWO], parts: [{ resource: ONE, start: at(9), end: at(11) }, { resource: TWO, start: at(11), end: at(13) }], at: at(8), late: true }])
    expect(await hub.give('front', 'bookings.reschedule', { id: uuid(20), change: uuid(901), start: at(9), end: at(10), slots: [{ id: slotId(), resource: ONE }] })).toMatchObject({ outcome: 'applied' })
    expect(booking(20)).not.toHaveProperty('parts')
  })
})

describe('limits, which staff may pass over with a reason', () => {
  const limit = (field: string, value: number) => hub.give('lab', 'resources.patch', { id: ONE, fields: { [field]: { old: null, new: value, conflict: uuid(800) } } })
  test.each([
    ['aheadDays', 2, 'too-far', () => hub.ask('a', 20, 3 * 24 + 9, 3 * 24 + 10), { days: 2 }],
    ['longestMin', 60, 'too-long', () => hub.ask('a', 20, 9, 11), { minutes: 60 }],
    ['weekMin', 120, 'share-used', () => hub.ask('a', 20, 9, 12), { minutes: 120, used: 0 }],
  ] as const)('%s', async (field, value, code, ask, facts) => {
    await limit(field, value)
    expect(await ask()).toMatchObject({ outcome: 'rejected', code, facts })
  })

  test('the share is a company’s own, of one week, and what it cancels counts no more', async () => {
    await limit('weekMin', 120)
    await hub.ask('a', 20, 9, 11)
    expect(await hub.ask('a', 21, 13, 14)).toMatchObject({ code: 'share-used', facts: { used: 120 } })
    expect(await hub.ask('b', 22, 13, 14)).toMatchObject({ outcome: 'applied' })
    expect(await hub.ask('a', 23, 3 * 24 + 9, 3 * 24 + 11)).toMatchObject({ outcome: 'applied' })
    expect(await hub.give('a', 'bookings.reschedule', { id: uuid(20), change: uuid(900), start: at(15), end: at(17), slots: [{ id: slotId(), resource: ONE }] })).toMatchObject({ outcome: 'applied' })
    await hub.step('a', 'cancel', 20)
    expect(await hub.ask('a', 24, 9, 11)).toMatchObject({ outcome: 'applied' })
  })

  test('a reason lets it pass and stays with what it passed; only where there was something to pass', async () => {
    await limit('longestMin', 60)
    expect(await hub.ask('front', 20, 9, 11, { override: { reason: '客户船期' } })).toMatchObject({ outcome: 'applied' })
    expect(booking(20).override).toMatchObject({ reason: '客户船期', of: ['too-long'] })
    expect(await hub.ask('front', 21, 19, 21, { override: { reason: '加班' } })).toMatchObject({ outcome: 'applied' })
    expect(booking(21).override?.of).toEqual(['resource-closed', 'too-long'])
    // Overtime waits for the lab's own word, though the resource asks for none; a rule of another kind doesn't.
    expect([booking(20).status, booking(21).status, booking(21).holdUntil]).toEqual(['confirmed', 'held', null])
    expect(await hub.ask('front', 22, 13, 14, { override: { reason: '没有必要' } })).toMatchObject({ outcome: 'applied' })
    expect(booking(22)).not.toHaveProperty('override')
  })

  test('a company has no such word, and no reason makes room, opens a closure or moves the grid', async () => {
    expect(await hub.ask('a', 20, 19, 20, { override: { reason: '请' } })).toMatchObject({ outcome: 'rejected', code: 'forbidden' })
    expect(await hub.ask('front', 21, 19.5, 20.5, { override: { reason: '加班' } })).toMatchObject({ code: 'validation' })
    await hub.ask('b', 22, 9, 10)
    expect(await hub.ask('front', 23, 9, 10, { override: { reason: '插队' } })).toMatchObject({ outcome: 'waitlisted' })
    await hub.give('lab', 'resources.close', { id: uuid(700), resource: ONE, start: at(13), end: at(15), reason: '检修' })
    expect(await hub.ask('front', 24, 13, 14, { override: { reason: '加急' } })).toMatchObject({ outcome: 'rejected', code: 'resource-closed' })
  })

  test('what was allowed outside the hours moves up there too', async () => {
    const overtime = { override: { reason: '加班' } }
    await hub.ask('front', 20, 19, 20, overtime)
    expect(await hub.ask('front', 21, 19, 20, { ...overtime, company: COMPANY_B })).toMatchObject({ outcome: 'waitlisted' })
    await hub.step('front', 'cancel', 20)
    expect(booking(21).status).toBe('held')
  })
})

describe('overdue calibration', () => {
  test('nothing new after the due day, by no reason, but the lab’s own calibration; on the day itself and before it is given', async () => {
    hub.patch('resources', ONE, { calibration: { due: '2026-10-09' } })
    expect(await hub.ask('a', 20, 9, 10)).toMatchObject({ outcome: 'applied' })
    expect(await hub.ask('a', 21, 3 * 24 + 9, 3 * 24 + 10)).toMatchObject({ outcome: 'rejected', code: 'calibration-overdue', facts: { resource: ONE, due: '2026-10-09' } })
    expect(await hub.ask('front', 22, 3 * 24 + 9, 3 * 24 + 10, { override: { reason: '加急' } })).toMatchObject({ code: 'calibration-overdue' })
    expect(await hub.ask('b', 23, 9, 10)).toMatchObject({ outcome: 'waitlisted', facts: { alternatives: [at(11), at(12), at(13)] } })
    expect(await hub.give('lab', 'resources.close', { id: uuid(700), resource: ONE, start: at(3 * 24 + 9), end: at(3 * 24 + 10), reason: '自校', closure: 'calibration' })).toMatchObject({ outcome: 'applied' })
    expect(hub.row<BookingSlot>('booking_slots', 700)).toMatchObject({ status: 'closed', closure: 'calibration' })
    await hub.give('lab', 'resources.reopen', { id: uuid(700) })
    hub.patch('resources', ONE, { calibration: { due: '2027-10-09' } })
    expect(await hub.ask('a', 24, 3 * 24 + 9, 3 * 24 + 10)).toMatchObject({ outcome: 'applied' })
  })
})

describe('how it ends', () => {
  test('a no-show is said once its time has begun; its time is given back', async () => {
    await hub.ask('a', 20, 9, 11)
    expect(await hub.step('front', 'noShow', 20)).toMatchObject({ outcome: 'rejected', code: 'too-early', facts: { start: at(9) } })
    hub.setNow(at(9))
    expect(await hub.step('a', 'noShow', 20)).toMatchObject({ outcome: 'rejected', code: 'forbidden' })
    expect(await hub.step('front', 'noShow', 20)).toMatchObject({ outcome: 'applied' })
    expect(booking(20)).toMatchObject({ status: 'no_show', ended: { late: true } })
    expect(await hub.ask('b', 21, 9, 10)).toMatchObject({ outcome: 'applied' })
  })

  test('done gives back what is left of its time', async () => {
    await hub.ask('a', 20, 9, 12)
    expect(await hub.step('front', 'finish', 20)).toMatchObject({ outcome: 'rejected', code: 'bad-state' })
    await hub.step('front', 'checkIn', 20)
    expect(await hub.step('front', 'finish', 20)).toMatchObject({ outcome: 'applied' })
    expect(booking(20)).toMatchObject({ status: 'done' })
    expect(await hub.ask('b', 21, 9, 10)).toMatchObject({ outcome: 'applied' })
  })

  test('giving back is late within the notice of its resource; from the line it never is', async () => {
    await hub.ask('a', 20, 3 * 24 + 9, 3 * 24 + 10)
    await hub.ask('b', 21, 3 * 24 + 9, 3 * 24 + 10)
    await hub.step('b', 'cancel', 21)
    expect(booking(21).ended).toMatchObject({ late: false })
    await hub.give('lab', 'resources.patch', { id: ONE, fields: { lateMin: { old: null, new: 60, conflict: uuid(800) } } })
    hub.setNow(at(3 * 24 + 9) - HOUR)
    await hub.step('a', 'cancel', 20)
    expect(booking(20).ended).toMatchObject({ at: at(3 * 24 + 8), late: false })
    await hub.ask('a', 22, 3 * 24 + 9, 3 * 24 + 10)
    hub.setNow(at(3 * 24 + 9) - HOUR + 1)
    await hub.step('a', 'cancel', 22)
    expect(booking(22).ended).toMatchObject({ late: true })
  })

  test('told counts for the state it was said of', async () => {
    await hub.ask('a', 20, 9, 10)
    await hub.ask('b', 21, 9, 10)
    expect(await hub.step('b', 'tell', 21)).toMatchObject({ outcome: 'rejected', code: 'forbidden' })
    await hub.step('front', 'tell', 21)
    expect(booking(21).told).toMatchObject({ status: 'waitlisted', start: at(9), at: at(8) })
    await hub.step('a', 'cancel', 20)
    expect(booking(21)).toMatchObject({ status: 'held', told: { status: 'waitlisted' } })
  })
})

describe('a test of the directory', () => {
  const [LAB, TEST] = [uuid(600), uuid(601)]
  const test_ = { id: TEST, range: null, urgency: 'normal', seen: null }
  const template = [{ resource: ONE, minutes: 120, after: { least: 0, most: null } }, { resource: TWO, minutes: 60, after: { least: 60, most: 120 } }]
  const place = (id: number, hours: [number, number][], more: object = {}) => parted(id, hours[0][0], hours, { test: test_, ...more })
  beforeEach(async () => {
    await hub.give('lab', 'labs.add', { id: LAB, name: '示例实验室', address: null, opening: null, contact: null, example: false })
    await hub.give('lab', 'labs.addTest', { id: TEST, lab: LAB, object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', range: null, parts: template, sample: '10 g', prices: [{ urgency: 'normal', fen: 12000, days: 3 }] })
  })
  const scope = (number: string, until: string | null = null) => hub.give('lab', 'labs.takeScope', { id: LAB, rows: [{ id: slotId(), scheme: 'CNAS', certificate: null, object: '纺织品', parameter: '甲醛含量', number, clause: null, range: null, cmc: null, site: null, from: null, until }], ended: [], account: null })

  test('its price, sample and the answer of the scope for its day are kept with the booking', async () => {
    expect(await scope('GB/T 2912.1-2009', '2026-10-10')).toMatchObject({ outcome: 'applied' })
    expect(await place(20, [[9, 11], [12, 13]])).toMatchObject({ outcome: 'applied' })
    expect(booking(20).test).toMatchObject({ parameter: '甲醛含量', number: 'GB/T 2912.1-2009', fen: 12000, days: 3, sample: '10 g', scope: { answer: 'in-scope', schemes: ['CNAS'] } })
  })

  test('moved past the end of the scope, the answer is another', async () => {
    await scope('GB/T 2912.1-2009', '2026-10-10')
    await place(20, [[9, 11], [12, 13]])
    const monday = 3 * 24
    expect(await hub.give('front', 'bookings.reschedule', { id: uuid(20), change: uuid(900), start: at(monday + 9), end: at(monday + 13), slots: [{ id: slotId(), resource: ONE, start: at(monday + 9), end: at(monday + 11) }, { id: slotId(), resource: TWO, start: at(monday + 12), end: at(monday + 13) }] })).toMatchObject({ outcome: 'applied' })
    expect(booking(20).test?.scope.answer).toBe('expired')
  })

  test('without a row it is not accredited, and a later price changes nothing of it', async () => {
    await place(20, [[9, 11], [12, 13]])
    await hub.give('lab', 'labs.patchTest', { id: TEST, fields: { prices: { old: [{ urgency: 'normal', fen: 12000, days: 3 }], new: [{ urgency: 'normal', fen: 99000, days: 3 }], conflict: uuid(801) } } })
    expect(booking(20).test).toMatchObject({ fen: 12000, scope: { answer: 'not-accredited' } })
  })

  test('subcontracted with the customer’s consent, both named, by staff; kept when it is moved', async () => {
    const subcontract = { to: '示例检测所', consent: '示例·陈' }
    expect(await hub.give('a', 'bookings.place', { ...askOf(20), test: { ...test_, subcontract } })).toMatchObject({ outcome: 'rejected', code: 'forbidden' })
    expect(await place(21, [[9, 11], [12, 13]], { test: { ...test_, subcontract: { ...subcontract, consent: ' ' } } })).toMatchObject({ outcome: 'rejected', code: 'validation' })
    expect(await place(22, [[9, 11], [12, 13]], { test: { ...test_, subcontract } })).toMatchObject({ outcome: 'applied' })
    expect(booking(22).test).toMatchObject({ subcontract, scope: { answer: 'not-accredited' } })
    const monday = 3 * 24
    await hub.give('front', 'bookings.reschedule', { id: uuid(22), change: uuid(900), start: at(monday + 9), end: at(monday + 13), slots: [{ id: slotId(), resource: ONE, start: at(monday + 9), end: at(monday + 11) }, { id: slotId(), resource: TWO, start: at(monday + 12), end: at(monday + 13) }] })
    expect(booking(22)).toMatchObject({ start: at(monday + 9), test: { subcontract } })
  })
  const askOf = (id: number): object => ({ id: uuid(id), company: COMPANY_A, purpose: '', start: at(9), end: at(13), slots: [{ id: slotId(), resource: ONE, start: at(9), end: at(11) }, { id: slotId(), resource: TWO, start: at(12), end: at(13) }] })

  test.each([
    ['a part is shorter', [[9, 10], [12, 13]], {}, 'validation'],
    ['a part comes too soon', [[9, 11], [11, 12]], {}, 'validation'],
    ['a part comes too late', [[9, 11], [14, 15]], {}, 'validation'],
    ['an urgency that is not offered', [[9, 11], [12, 13]], { test: { ...test_, urgency: 'express' } }, 'validation'],
    ['a test that is not there', [[9, 11], [12, 13]], { test: { ...test_, id: uuid(999) } }, 'not-found'],
  ] as [string, [number, number][], object, string][])('%s: refused', async (_, hours, more, code) => expect(await place(20, hours, more)).toMatchObject({ outcome: 'rejected', code }))
})

describe('what is brought', () => {
  const instrument = (id: number, company: string | null) => hub.give('lab', 'instruments.add', {
    id: uuid(id), company, number: 'T-1', name: '天平', model: null, range: null, accuracy: null, location: null, keeper: null, kind: 'calibration', months: 12, label: 'due', advanceDays: 30, mpe: null, unit: null, resource: null,
  })
  const bring = (id: number) => hub.give('front', 'bookings.place', { id: uuid(20), company: COMPANY_A, purpose: '', start: at(9), end: at(10), slots: [{ id: slotId(), resource: ONE }], batch: uuid(77), instrument: uuid(id) })

  test('a company’s own instrument stays with its booking, as does what was asked for together', async () => {
    await instrument(60, COMPANY_A)
    expect(await bring(60)).toMatchObject({ outcome: 'applied' })
    expect(booking(20)).toMatchObject({ instrument: uuid(60), batch: uuid(77) })
  })

  test.each([['another company’s', COMPANY_B], ['the lab’s own', null]])('%s is not found', async (_, company) => {
    await instrument(60, company)
    expect(await bring(60)).toMatchObject({ outcome: 'rejected', code: 'not-found' })
  })

  test('one of a company that was merged belongs to the one it means', async () => {
    await instrument(60, COMPANY_B)
    await hub.give('front', 'companies.merge', { id: COMPANY_B, into: COMPANY_A })
    expect(await bring(60)).toMatchObject({ outcome: 'applied' })
  })
})

test('what is out of use gives no time to anybody, for no reason; a booking that stands is moved elsewhere and ends as ever', async () => {
  await hub.ask('a', 20, 9, 10)
  await hub.give('lab', 'resources.patch', { id: ONE, fields: { retired: { old: null, new: true, conflict: uuid(810) } } })
  expect(await hub.ask('front', 21, 13, 14, { override: { reason: '急' } })).toMatchObject({ outcome: 'rejected', code: 'not-found' })
  expect(await hub.give('front', 'bookings.reschedule', { id: uuid(20), change: uuid(811), start: at(13), end: at(14), slots: [{ id: slotId(), resource: ONE }] })).toMatchObject({ outcome: 'rejected', code: 'not-found' })
  expect(booking(20)).toMatchObject({ status: 'confirmed', start: at(9) })
  expect(await hub.give('front', 'bookings.reschedule', { id: uuid(20), change: uuid(812), start: at(13), end: at(14), slots: [{ id: slotId(), resource: TWO }] })).toMatchObject({ outcome: 'applied' })
  expect(await hub.step('a', 'cancel', 20)).toMatchObject({ outcome: 'applied' })
})
