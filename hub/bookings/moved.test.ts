import { beforeEach, describe, expect, test } from 'vitest'
import type { Booking } from '#shared/bookings/booking.ts'
import { offersFor } from '#shared/bookings/offers.ts'
import { at, commandHub, type CommandHub, COMPANY_A, COMPANY_B, ONE, slotId, TWO, uuid } from './command-hub.fixture.ts'

const [LAB, TEST, OTHER, TESTED] = [uuid(50), uuid(51), uuid(52), 61]
const entry = (id: string, parameter: string, range: string | null) => ({
  id, lab: LAB, object: '纺织品', parameter, number: 'GB/T 2912.1-2009', range, sample: null, parts: [{ resource: ONE, minutes: 60, after: { least: 0, most: null } }], prices: [{ urgency: 'normal', days: 5, fen: 10000 }], overtime: 50,
})
const LINE = { id: uuid(53), scheme: 'CNAS', certificate: null, object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', clause: null, range: '20–100 mg/kg', cmc: null, site: null, from: null, until: null }
let hub: CommandHub
beforeEach(async () => {
  hub = await commandHub()
  await hub.give('lab', 'labs.add', { id: LAB, name: '甲', address: null, opening: null, contact: null, example: false })
  await hub.give('lab', 'labs.takeScope', { id: LAB, rows: [LINE], ended: [], account: null })
  await hub.give('lab', 'labs.addTest', entry(TEST, '甲醛含量', '0–500 mg/kg'))
  await hub.give('lab', 'labs.addTest', entry(OTHER, 'pH 值', null))
})
const asked = (id: string, more: object = {}) => ({ id, range: null, urgency: 'normal', seen: null, ...more })
const place = (id: number, hour: number, more: object = {}, company = COMPANY_A) =>
  hub.give('front', 'bookings.place', { id: uuid(id), company, purpose: '', start: at(hour), end: at(hour + 1), slots: [{ id: slotId(), resource: ONE }], test: asked(TEST), ...more })
let change = 900
const move = (who: 'front' | 'a', id: number, hour: number, more: object = {}) =>
  hub.give(who, 'bookings.reschedule', { id: uuid(id), change: uuid(change++), start: at(hour), end: at(hour + 1), slots: [{ id: slotId(), resource: ONE }], ...more })
const booking = (id = TESTED) => hub.row<Booking>('bookings', id)
const offers = (id: number) => hub.reading(reads => offersFor(reads, booking(id), [], { from: at(9), now: at(8) }))

describe('a moved test', () => {
  test('asks the scope for the range of its entry as it did when it was booked', async () => {
    await place(TESTED, 9)
    const { answer } = booking().test!.scope
    await move('front', TESTED, 13)
    expect([answer, booking().test!.scope.answer]).toEqual(['out-of-range', 'out-of-range'])
  })

  test('named once more keeps its price and the consent to 分包; another one is refused while that stands', async () => {
    await place(TESTED, 9)
    await hub.give('front', 'bookings.subcontract', { id: uuid(TESTED), subcontract: { to: '乙检测所', consent: '陈', day: '2026-10-09' } })
    await hub.give('lab', 'labs.patchTest', { id: TEST, fields: { prices: { old: entry(TEST, '', null).prices, new: [{ urgency: 'normal', days: 5, fen: 1 }], conflict: uuid(800) } } })
    expect(await move('a', TESTED, 13, { test: asked(TEST) })).toMatchObject({ outcome: 'applied' })
    expect(booking().test).toMatchObject({ fen: 10000, subcontract: { to: '乙检测所' } })
    expect(await move('a', TESTED, 15, { test: asked(OTHER) })).toMatchObject({ outcome: 'rejected', code: 'bad-state' })
  })

  test('that became another is one that nobody was told of', async () => {
    await place(TESTED, 9)
    await hub.give('front', 'bookings.inform', { id: uuid(TESTED), plan: 'extend', way: 'phone', newer: null, to: null, day: '2026-10-09' })
    await move('front', TESTED, 13)
    expect(booking().informed).toBeDefined()
    await move('front', TESTED, 15, { test: asked(OTHER) })
    expect(booking()).not.toHaveProperty('informed')
  })
})

test('a hold that is moved into overtime waits for the lab and ends no more by itself', async () => {
  await hub.give('a', 'bookings.hold', { id: uuid(TESTED), company: COMPANY_A, purpose: '', start: at(9), end: at(10), slots: [{ id: slotId(), resource: ONE }] })
  expect(booking().holdUntil).not.toBeNull()
  expect(await move('front', TESTED, 19, { override: { reason: '加班' } })).toMatchObject({ outcome: 'applied' })
  expect(booking()).toMatchObject({ status: 'held', holdUntil: null, holding: null })
})

test('a hold is moved to no resource of which the company holds enough', async () => {
  const hold = (id: number, hour: number, on: string) => hub.give('a', 'bookings.hold', { id: uuid(id), company: COMPANY_A, purpose: '', start: at(hour), end: at(hour + 1), slots: [{ id: slotId(), resource: on }] })
  for (const [i, hour] of [9, 11, 13].entries()) expect(await hold(70 + i, hour, ONE)).toMatchObject({ outcome: 'applied' })
  await hold(TESTED, 9, TWO)
  expect(await move('a', TESTED, 15)).toMatchObject({ outcome: 'rejected', code: 'hold-limit' })
  expect(await move('a', 70, 15)).toMatchObject({ outcome: 'applied' })
  await hub.step('a', 'cancel', 71)
  expect(await move('a', TESTED, 17)).toMatchObject({ outcome: 'applied' })
})

describe('times in place of a lost one', () => {
  test('are open, at the price without overtime, and can be taken', async () => {
    const overtime = { override: { reason: '加班' } }
    await place(60, 19, overtime)
    expect(await place(TESTED, 19, overtime, COMPANY_B)).toMatchObject({ outcome: 'waitlisted' })
    expect(booking().test!.fen).toBe(15000)
    const [first] = await offers(TESTED)
    expect(first).toMatchObject({ start: at(9), fen: 10000, taken: false })
    expect(await hub.give('front', 'bookings.reschedule', { id: uuid(TESTED), change: uuid(change++), start: first.start, end: first.end, slots: first.parts.map(part => ({ id: slotId(), ...part })) })).toMatchObject({ outcome: 'applied' })
    expect(booking().test!.fen).toBe(10000)
  })

  test('keep within the limits of the resource', async () => {
    await hub.give('lab', 'resources.patch', { id: ONE, fields: { aheadDays: { old: null, new: 1, conflict: uuid(801) } } })
    for (const hour of [9, 11, 13, 15, 17]) await hub.ask('a', 70 + hour, hour, hour + 1)
    expect(await place(TESTED, 9, {}, COMPANY_B)).toMatchObject({ outcome: 'waitlisted' })
    expect(await offers(TESTED)).toEqual([])
  })
})

test('a resource out of use gives no new time, by moving up or by confirming neither', async () => {
  await hub.ask('a', 70, 9, 10)
  expect(await hub.ask('b', 71, 9, 10)).toMatchObject({ outcome: 'waitlisted' })
  hub.patch('resources', ONE, { retired: true })
  await hub.step('a', 'cancel', 70)
  expect(booking(71)).toMatchObject({ status: 'waitlisted' })
  expect(await hub.step('lab', 'confirm', 71)).toMatchObject({ outcome: 'rejected' })
  expect(await offers(71)).toEqual([])
})
