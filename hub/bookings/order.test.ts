import { expect, test } from 'vitest'
import type { Booking } from '#shared/bookings/booking.ts'
import { offersFor } from '#shared/bookings/offers.ts'
import { at, commandHub, COMPANY_A, ONE, slotId, TWO, uuid } from './command-hub.fixture.ts'

const item = (id: number, from: number, to: number, on: string, after: number[] = []) => ({ id: uuid(id), purpose: '', start: at(from), end: at(to), slots: [{ id: slotId(), resource: on }], ...(after.length > 0 && { after: after.map(uuid) }) })
/** 21 from 8 to 9, then 22 from 11 to 12 and 23 from 13 to 14, which waits for both. */
const chainHub = async () => {
  const hub = await commandHub()
  hub.patch('resources', TWO, { approval: false, afterMin: 0 })
  hub.patch('resources', ONE, { afterMin: 0 })
  expect(await hub.give('front', 'bookings.placeAll', { id: uuid(90), company: COMPANY_A, items: [item(21, 8, 9, ONE), item(22, 11, 12, TWO, [21]), item(23, 13, 14, ONE, [21, 22])] })).toMatchObject({ outcome: 'applied' })
  let change = 900
  return { ...hub, move: (id: number, from: number, to: number, on = ONE) => hub.give('a', 'bookings.reschedule', { id: uuid(id), change: uuid(change++), start: at(from), end: at(to), slots: [{ id: slotId(), resource: on }] }) }
}

test('a step moves between those around it, touching them at most; the one in the way and its time are named', async () => {
  const hub = await chainHub()
  expect(await hub.move(22, 8, 9, TWO)).toMatchObject({ outcome: 'rejected', code: 'step-order', facts: { step: uuid(21), least: at(9) } })
  expect(await hub.move(22, 13, 14, TWO)).toMatchObject({ outcome: 'rejected', code: 'step-order', facts: { step: uuid(23), most: at(13) } })
  expect(await hub.move(22, 12, 13, TWO)).toMatchObject({ outcome: 'applied' })
  expect(await hub.move(22, 9, 10, TWO)).toMatchObject({ outcome: 'applied' })
  expect(await hub.move(21, 9, 10)).toMatchObject({ code: 'step-order', facts: { step: uuid(22), most: at(9) } })
  expect(await hub.move(23, 9, 10)).toMatchObject({ code: 'step-order', facts: { step: uuid(22), least: at(10) } })
  expect(await hub.move(23, 10, 11)).toMatchObject({ outcome: 'applied' })
  expect([21, 22, 23].map(id => hub.row<Booking>('bookings', id).start)).toEqual([8, 9, 10].map(at))
})

test('what is given up or over binds nobody', async () => {
  const hub = await chainHub()
  await hub.step('front', 'cancel', 22)
  expect(await hub.move(23, 10, 11)).toMatchObject({ outcome: 'applied' })
  expect(await hub.move(21, 10, 11, TWO)).toMatchObject({ code: 'step-order', facts: { step: uuid(23), most: at(10) } })
  await hub.step('front', 'checkIn', 21)
  await hub.step('front', 'finish', 21)
  expect(await hub.move(23, 8, 9)).toMatchObject({ outcome: 'applied' })
})

test('other times that are offered keep the order', async () => {
  const hub = await chainHub()
  await hub.ask('b', 30, 9, 10)
  const taken = await hub.move(21, 9, 10)
  expect(taken).toMatchObject({ code: 'slot-taken', facts: { alternatives: [at(10)] } })
  const offers = await hub.reading(reads => offersFor(reads, hub.row<Booking>('bookings', 22), [], { from: at(8), now: at(8) }))
  expect(offers).toMatchObject([9, 10, 11].map(hour => ({ start: at(hour), test: null, taken: false })))
})
