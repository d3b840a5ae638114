import { beforeEach, expect, test } from 'vitest'
import type { Booking } from '#shared/bookings/booking.ts'
import { extensionOf, type TestBooking } from '#shared/bookings/scope-uses.ts'
import type { ScopeRow } from '#shared/labs/lab.ts'
import { at, commandHub, type CommandHub, COMPANY_A, ONE, slotId, uuid } from './command-hub.fixture.ts'

const [LAB, TEST, ROW, PLAIN, TESTED] = [uuid(50), uuid(51), uuid(52), 60, 61]
const LINE = { scheme: 'CNAS', certificate: null, object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', clause: null, range: null, cmc: null, site: null, from: null, until: null }
let hub: CommandHub
beforeEach(async () => {
  hub = await commandHub()
  await hub.give('lab', 'labs.add', { id: LAB, name: '甲', address: null, opening: null, contact: null, example: false })
  await hub.give('lab', 'labs.takeScope', { id: LAB, rows: [{ id: ROW, ...LINE }], ended: [], account: null })
  await hub.give('lab', 'labs.addTest', { id: TEST, lab: LAB, object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2023', range: null, sample: null, parts: [{ resource: ONE, minutes: 60, after: { least: 0, most: null } }], prices: [] })
  await hub.ask('a', PLAIN, 9, 10)
  await hub.give('a', 'bookings.place', { id: uuid(TESTED), company: COMPANY_A, purpose: '', start: at(13), end: at(14), slots: [{ id: slotId(), resource: ONE }], test: { id: TEST, range: null, urgency: 'normal', seen: null } })
})
const booking = (id = TESTED) => hub.row<Booking>('bookings', id)
const CONSENT = { to: '乙检测所', consent: '陈', day: '2026-10-09' }
const mark = (subcontract: object | null, who: 'front' | 'a' = 'front', id = TESTED) => hub.give(who, 'bookings.subcontract', { id: uuid(id), subcontract })
const extend = (old: object | null, extension: object | null) => hub.give('lab', 'labs.patchScope', { id: ROW, fields: { extension: { old, new: extension, conflict: uuid(900) } } })
const ASKED = { body: 'CNAS', day: '2026-10-09', number: 'K-1' } as const

test('a booking is marked 分包 afterwards by the staff, keeps the answer of its day, and the mark is taken back before check-in', async () => {
  const { scope } = booking().test!
  expect(scope.answer).toBe('other-edition')
  expect(await mark(CONSENT, 'a')).toMatchObject({ outcome: 'rejected', code: 'forbidden' })
  expect(await mark(CONSENT)).toMatchObject({ outcome: 'applied' })
  expect(booking().test).toMatchObject({ subcontract: CONSENT, scope })
  expect(await mark({ ...CONSENT, to: '丙检测所' })).toMatchObject({ outcome: 'rejected', code: 'bad-state' })
  expect(await hub.give('front', 'bookings.reschedule', { id: uuid(TESTED), change: uuid(901), start: at(15), end: at(16), slots: [{ id: slotId(), resource: ONE }] })).toMatchObject({ outcome: 'applied' })
  expect(booking().test).toMatchObject({ subcontract: CONSENT })
  expect(await mark(null)).toMatchObject({ outcome: 'applied' })
  expect(booking().test).not.toHaveProperty('subcontract')
  await mark(CONSENT)
  await hub.step('front', 'checkIn', TESTED)
  for (const to of [null, { ...CONSENT, to: '丙检测所' }]) expect(await mark(to)).toMatchObject({ outcome: 'rejected', code: 'bad-state' })
  expect(booking().test).toMatchObject({ subcontract: CONSENT })
})

test('what isn’t of a test is not subcontracted, nor on a day that lies ahead', async () => {
  expect(await mark(CONSENT, 'front', PLAIN)).toMatchObject({ outcome: 'rejected', code: 'bad-state' })
  expect(await mark({ ...CONSENT, day: '2026-10-12' })).toMatchObject({ outcome: 'rejected', code: 'validation' })
  expect(await mark({ to: '乙检测所', consent: ' ' })).toMatchObject({ outcome: 'rejected', code: 'validation' })
})

test('the customer is told: who, when and by what way; not of a booking that is over', async () => {
  const told = { id: uuid(TESTED), plan: 'extend', way: 'phone', newer: 'GB/T 2912.1-2025', to: '陈', day: '2026-10-09' }
  expect(await hub.give('a', 'bookings.inform', told)).toMatchObject({ outcome: 'rejected', code: 'forbidden' })
  expect(await hub.give('front', 'bookings.inform', told)).toMatchObject({ outcome: 'applied' })
  expect(booking().informed).toEqual({ plan: 'extend', way: 'phone', newer: 'GB/T 2912.1-2025', to: '陈', day: '2026-10-09', user: uuid(112), at: at(8) })
  hub.setNow(at(8.5))
  await hub.give('front', 'bookings.inform', told)
  expect(booking().informed?.at).toBe(at(8))
  expect(await hub.give('front', 'bookings.inform', { ...told, id: uuid(PLAIN) })).toMatchObject({ code: 'bad-state' })
  expect(await hub.give('front', 'bookings.inform', { ...told, day: '2026-10-12' })).toMatchObject({ code: 'validation' })
  await hub.step('front', 'cancel', TESTED)
  expect(await hub.give('front', 'bookings.inform', { ...told, way: 'letter' })).toMatchObject({ code: 'bad-state' })
})

test('an extension that was applied for is shown and answers nothing; it goes on with a line of the same edition, and is over with that of another', async () => {
  const shown = () => hub.reading(reads => extensionOf(reads, booking() as TestBooking))
  expect(await extend(null, { ...ASKED, day: '2026-10-12' })).toMatchObject({ outcome: 'rejected', code: 'validation' })
  expect(await extend(null, ASKED)).toMatchObject({ outcome: 'applied' })
  expect(await shown()).toEqual(ASKED)
  expect(await hub.give('a', 'bookings.reschedule', { id: uuid(TESTED), change: uuid(902), start: at(15), end: at(16), slots: [{ id: slotId(), resource: ONE }] })).toMatchObject({ outcome: 'applied' })
  expect(booking().test?.scope.answer).toBe('other-edition')

  await hub.give('lab', 'labs.correctScope', { id: ROW, row: { id: uuid(53), ...LINE, range: '20–3500 mg/kg' } })
  expect(hub.row<ScopeRow>('scope_rows', 53).extension).toEqual(ASKED)
  expect(await shown()).toEqual(ASKED)
  await hub.give('lab', 'labs.takeScope', { id: LAB, rows: [{ id: uuid(54), ...LINE, cmc: '8 %' }], ended: [uuid(53)], account: null })
  expect(hub.row<ScopeRow>('scope_rows', 54).extension).toEqual(ASKED)
  await hub.give('lab', 'labs.takeScope', { id: LAB, rows: [{ id: uuid(55), ...LINE, number: 'GB/T 2912.1-2023' }], ended: [uuid(54)], account: null })
  expect(hub.row<ScopeRow>('scope_rows', 55)).not.toHaveProperty('extension')
  expect(await shown()).toBeNull()
})
