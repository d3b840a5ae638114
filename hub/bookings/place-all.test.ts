import { expect, test } from 'vitest'
import type { Booking } from '#shared/bookings/booking.ts'
import { at, commandHub, COMPANY_A, COMPANY_B, ONE, slotId, TWO, uuid } from './command-hub.fixture.ts'

const item = (id: number, from: number, to: number, on = ONE, more: object = {}) => ({ id: uuid(id), purpose: '', start: at(from), end: at(to), slots: [{ id: slotId(), resource: on }], ...more })
const all = (items: object[], more: object = {}) => ({ id: uuid(90), company: COMPANY_A, items, ...more })

test('a chain is booked as one: each in its state, of one batch, and waiting for what it says', async () => {
  const hub = await commandHub()
  const asked = all([item(21, 9, 10), item(22, 11, 12, TWO, { after: [uuid(21)] }), item(23, 11, 12)])
  expect(await hub.give('a', 'bookings.placeAll', asked)).toMatchObject({ outcome: 'applied', facts: {} })
  expect([21, 22, 23].map(id => hub.row<Booking>('bookings', id)).map(({ status, batch, after }) => [status, batch, after])).toEqual([['confirmed', uuid(90), undefined], ['held', uuid(90), [uuid(21)]], ['confirmed', uuid(90), undefined]])
  // The same again changes nothing; another under one of its ids is none.
  expect(await hub.give('a', 'bookings.placeAll', asked)).toMatchObject({ outcome: 'applied' })
  expect(hub.rows('booking_slots')).toHaveLength(3)
  expect(await hub.give('front', 'bookings.placeAll', all([item(24, 14, 15), item(21, 16, 17)], { id: uuid(91) }))).toMatchObject({ outcome: 'rejected', code: 'validation' })
  expect(hub.row('bookings', 24)).toBeUndefined()
})

test('one that has no time is named with its next times, beside the others, and nothing is booked', async () => {
  const hub = await commandHub()
  await hub.ask('b', 30, 13, 14)
  // With the hour after each, ONE is taken from 13 to 15 by another, and by the first item from 9 to 11.
  const refused = await hub.give('front', 'bookings.placeAll', all([item(21, 9, 10), item(22, 10, 12)]))
  expect(refused).toMatchObject({ outcome: 'rejected', code: 'slot-taken', facts: { item: uuid(22), alternatives: [at(15), at(16), at(3 * 24 + 8)] } })
  expect(await hub.give('front', 'bookings.placeAll', all([item(21, 9, 10), item(22, 13, 14)]))).toMatchObject({ code: 'slot-taken', facts: { item: uuid(22), alternatives: [at(15), at(16), at(17)] } })
  expect(await hub.give('front', 'bookings.placeAll', all([item(21, 9, 10), item(22, 6, 7)]))).toMatchObject({ code: 'resource-closed', facts: { item: uuid(22), resource: ONE } })
  expect(hub.rows<Booking>('bookings').map(({ id }) => id)).toEqual([uuid(30)])
  expect(hub.rows('booking_slots')).toHaveLength(1)
})

test('what waits for another has to come behind it, in the same batch and company', async () => {
  const hub = await commandHub()
  const after = { after: [uuid(21)] }
  for (const items of [[item(22, 11, 12, TWO, after), item(21, 9, 10)], [item(21, 9, 11), item(22, 10, 12, TWO, after)], [item(22, 11, 12, TWO, after)]]) expect(await hub.give('front', 'bookings.placeAll', all(items))).toMatchObject({ code: 'validation', facts: { item: uuid(22) } })
  await hub.give('front', 'bookings.placeAll', all([item(21, 9, 10)]))
  // Step by step, in the same batch.
  const step = (company: string, batch: number) => hub.give('front', 'bookings.place', { ...item(22, 11, 12, TWO, after), company, batch: uuid(batch) })
  expect(await step(COMPANY_A, 91)).toMatchObject({ code: 'validation' })
  expect(await step(COMPANY_B, 90)).toMatchObject({ code: 'validation' })
  expect(await step(COMPANY_A, 90)).toMatchObject({ outcome: 'applied' })
  expect(hub.row<Booking>('bookings', 22).after).toEqual([uuid(21)])
})

test('a share is counted over all of them, and lanes are given so that all have one', async () => {
  const hub = await commandHub()
  hub.patch('resources', ONE, { weekMin: 120 })
  expect(await hub.give('front', 'bookings.placeAll', all([item(21, 8, 9), item(22, 10, 11), item(23, 12, 13)]))).toMatchObject({ code: 'share-used', facts: { item: uuid(23), used: 120 } })
  hub.patch('resources', ONE, { weekMin: null, lanes: 2, afterMin: 0 })
  // The first lane is taken from 14 on, so only the second has five hours from 10: the lower one is left to the one that asks first.
  await hub.ask('b', 30, 14, 16)
  expect(await hub.give('front', 'bookings.placeAll', all([item(21, 10, 15), item(22, 9, 12)]))).toMatchObject({ outcome: 'applied' })
  const asked = [item(25, 15, 17), item(26, 16, 18), item(27, 16, 17)]
  expect(await hub.give('front', 'bookings.placeAll', all(asked, { id: uuid(92) }))).toMatchObject({ code: 'slot-taken', facts: { item: uuid(27) } })
})

test('a company asks for itself, and for what is open to it alone', async () => {
  const hub = await commandHub()
  expect(await hub.give('b', 'bookings.placeAll', all([item(21, 9, 10)]))).toMatchObject({ code: 'not-found', facts: {} })
  hub.patch('resources', TWO, { open: false })
  expect(await hub.give('a', 'bookings.placeAll', all([item(21, 9, 10), item(22, 9, 10, TWO)]))).toMatchObject({ code: 'not-found', facts: {} })
  expect(await hub.give('a', 'bookings.placeAll', all([item(21, 9, 10), item(22, 14, 15, ONE, { override: { reason: '加急' } })]))).toMatchObject({ code: 'forbidden' })
})
