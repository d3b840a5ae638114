import { beforeEach, describe, expect, test } from 'vitest'
import type { Booking } from '#shared/bookings/booking.ts'
import { usccCheck } from '#shared/companies/uscc.ts'
import { at, commandHub, type CommandHub, COMPANY_A as A, COMPANY_B as B, COMPLEX, ONE, slotId, TWO, uuid } from './command-hub.fixture.ts'

let hub: CommandHub
beforeEach(async () => { hub = await commandHub() })
const booking = (id: number): Booking => hub.row<Booking>('bookings', id)
const slotsOf = (...resources: string[]) => resources.map(resource => ({ id: slotId(), resource }))
const { give, ask, step } = { give: (...args: Parameters<CommandHub['give']>) => hub.give(...args), ask: (...args: Parameters<CommandHub['ask']>) => hub.ask(...args), step: (...args: Parameters<CommandHub['step']>) => hub.step(...args) }

describe('asking', () => {
  test('free of approval it is confirmed, else held without an end; a second one waits with its place and other times', async () => {
    expect(await ask('a', 20, 9, 10)).toMatchObject({ outcome: 'applied' })
    expect(booking(20)).toMatchObject({ status: 'confirmed', holdUntil: null })
    expect(await ask('a', 21, 9, 10, { on: [TWO] })).toMatchObject({ outcome: 'applied' })
    expect(booking(21)).toMatchObject({ status: 'held', holdUntil: null, holding: null })
    expect(await ask('b', 22, 10, 11)).toMatchObject({ outcome: 'waitlisted', code: 'slot-taken', facts: { position: 1, alternatives: [at(11), at(12), at(13)] } })
    expect(booking(22)).toMatchObject({ status: 'waitlisted', waitSeq: 1 })
  })

  test('all resources or none', async () => {
    await ask('a', 20, 9, 10)
    expect(await ask('b', 21, 9, 10, { on: [TWO, ONE] })).toMatchObject({ outcome: 'waitlisted' })
    expect(await ask('a', 22, 9, 10, { on: [TWO] })).toMatchObject({ outcome: 'applied' })
  })

  test.each([
    ['outside the hours', 18, 19, 'resource-closed'],
    ['off the grid', 9.5, 10.5, 'validation'],
    ['no time at all', 9, 9, 'validation'],
  ])('%s', async (_, from, to, code) => expect(await ask('a', 20, from, to)).toMatchObject({ outcome: 'rejected', code }))

  test('a hold never waits, and a fourth of a company on a resource is refused', async () => {
    const hold = (id: number, hour: number) => ask('a', id, hour, hour + 1, { name: 'bookings.hold' })
    for (const [id, hour] of [[20, 9], [21, 11], [22, 13]] as const) expect(await hold(id, hour)).toMatchObject({ outcome: 'applied' })
    expect(booking(20)).toMatchObject({ status: 'held', holdUntil: at(10), holding: A })
    expect(await hold(23, 15)).toMatchObject({ outcome: 'rejected', code: 'hold-limit' })
    expect(await ask('b', 24, 9, 10, { name: 'bookings.hold' })).toMatchObject({ outcome: 'rejected', code: 'slot-taken' })
    await step('lab', 'confirm', 20)
    expect(await hold(25, 15)).toMatchObject({ outcome: 'applied' })
  })

  test('a company asks for itself alone, and its bookings are not found by another', async () => {
    expect(await ask('a', 20, 9, 10, { company: B })).toMatchObject({ outcome: 'rejected', code: 'not-found' })
    await ask('a', 21, 9, 10)
    expect(await step('b', 'cancel', 21)).toMatchObject({ outcome: 'rejected', code: 'not-found' })
    expect(await step('b', 'cancel', 99)).toMatchObject({ outcome: 'rejected', code: 'not-found' })
    expect(await step('a', 'confirm', 21)).toMatchObject({ outcome: 'rejected', code: 'forbidden' })
    expect(await ask('b', 21, 11, 12)).toMatchObject({ outcome: 'rejected', code: 'not-found' })
  })

  test('slots of another booking are not written over', async () => {
    await ask('a', 20, 9, 10)
    const taken = [...hub.state.rows.get('booking_slots')!.keys()][0]
    expect(await give('b', 'bookings.place', { id: uuid(21), company: B, purpose: '', start: at(12), end: at(13), slots: [{ id: taken, resource: TWO }] })).toMatchObject({ code: 'validation' })
  })
})

describe('moving up', () => {
  test('whoever waits longest and now has room for all of it is held, in the same transaction', async () => {
    await ask('a', 20, 9, 12)
    await ask('b', 21, 9, 14)
    await ask('b', 22, 9, 10)
    await ask('b', 23, 10, 12)
    await ask('front', 24, 13, 14, { company: A })
    await step('a', 'cancel', 20)
    expect([21, 22, 23].map(id => booking(id).status)).toEqual(['waitlisted', 'held', 'waitlisted'])
    expect(booking(22)).toMatchObject({ holdUntil: at(10), holding: null })
  })

  test('a revoked client is passed over and keeps its place', async () => {
    await ask('a', 20, 9, 10)
    await ask('b', 21, 9, 10)
    await ask('front', 22, 9, 10, { company: A })
    hub.state.revokedDevices.add(hub.deviceOf('b'))
    await step('a', 'cancel', 20)
    expect([booking(21).status, booking(22).status]).toEqual(['waitlisted', 'held'])
  })

  test('a hold that ran out makes room, by the hub alone and not before its time', async () => {
    await ask('a', 20, 12, 13, { name: 'bookings.hold' })
    await ask('b', 21, 12, 13)
    expect(await step('lab', 'expire', 20)).toMatchObject({ code: 'forbidden' })
    expect(await step('hub', 'expire', 20)).toMatchObject({ code: 'bad-state' })
    hub.setNow(at(10))
    expect(await step('lab', 'confirm', 20)).toMatchObject({ code: 'hold-expired' })
    expect(await step('hub', 'expire', 20)).toMatchObject({ outcome: 'applied' })
    expect([booking(20).status, booking(21).status]).toEqual(['expired', 'held'])
  })

  test('moving a booking away makes room; without room it stays where it was', async () => {
    await ask('a', 20, 9, 10)
    await ask('b', 21, 9, 10)
    await ask('a', 22, 14, 15)
    const move = (id: number, from: number) => give('a', 'bookings.reschedule', { id: uuid(id), change: slotId(), start: at(from), end: at(from + 1), slots: slotsOf(ONE) })
    expect(await move(20, 14)).toMatchObject({ outcome: 'rejected', code: 'slot-taken' })
    expect(booking(20)).toMatchObject({ start: at(9), status: 'confirmed', moves: [] })
    expect(await move(20, 12)).toMatchObject({ outcome: 'applied' })
    expect(booking(20)).toMatchObject({ start: at(12), status: 'confirmed', moves: [{ start: at(9), resources: [ONE] }] })
    expect(booking(21).status).toBe('held')
  })
})

test('steps lead on only from their own states, and a step taken twice is one', async () => {
  await ask('a', 20, 9, 10, { on: [TWO] })
  expect(await step('front', 'checkIn', 20)).toMatchObject({ code: 'bad-state' })
  expect(await step('lab', 'confirm', 20)).toMatchObject({ outcome: 'applied' })
  const { ver } = hub.state.scopes.get(`complex:${COMPLEX}`)!
  expect(await step('lab', 'confirm', 20)).toMatchObject({ outcome: 'applied' })
  expect(hub.state.scopes.get(`complex:${COMPLEX}`)!.ver).toBe(ver)
  expect(await step('lab', 'reject', 20)).toMatchObject({ code: 'bad-state' })
  expect(await step('front', 'checkIn', 20)).toMatchObject({ outcome: 'applied' })
  expect(await step('a', 'cancel', 20)).toMatchObject({ outcome: 'applied' })
  expect(await step('front', 'checkIn', 20)).toMatchObject({ code: 'bad-state' })
})

test('a code that is registered already makes an alias, and what speaks of it means the first', async () => {
  const code = '91330600MA2888888'
  const contact = { uscc: code + usccCheck(code), address: null, contact: null, phone: null }
  await give('front', 'companies.register', { ...contact, id: uuid(30), name: '丙' })
  expect(await give('lab', 'companies.register', { ...contact, id: uuid(31), name: '丙公司' })).toMatchObject({ outcome: 'applied', facts: { sameAs: uuid(30) } })
  await ask('front', 20, 9, 10, { company: uuid(31) })
  expect(booking(20).company).toBe(uuid(30))
  const change = (old: string | null, next: string) => ({ id: uuid(31), fields: { phone: { old, new: next, conflict: slotId() } } })
  expect(await give('front', 'companies.patch', change(null, '1'))).toMatchObject({ outcome: 'applied' })
  expect(await give('lab', 'companies.patch', change(null, '2'))).toMatchObject({ outcome: 'conflict', code: 'stale-field', facts: { fields: ['phone'] } })
  expect(hub.state.rows.get('companies')!.get(uuid(30))).toMatchObject({ phone: '1' })
  expect([...hub.state.rows.get('field_conflicts')!.values()]).toMatchObject([{ kept: '1', offered: '2', row: uuid(30), settledAt: null }])
})
