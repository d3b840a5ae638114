import { beforeEach, describe, expect, test } from 'vitest'
import type { Booking } from '#shared/bookings/booking.ts'
import { commands } from '#shared/commands.ts'
import { usccCheck } from '#shared/companies/uscc.ts'
import { type Hub, applyCommand } from '#shared/sync/apply-command.ts'
import { emptyHub } from '#shared/sync/memory-hub-state.fixture.ts'
import { type MemoryHub, memoryHub } from '#shared/sync/memory-hub.fixture.ts'
import type { Role } from '#shared/sync/scopes.ts'
import { type AppTables, tables } from '#shared/tables.ts'
import { promote } from './promotion.ts'

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const COMPLEX = uuid(1)
const [A, B] = [uuid(2), uuid(3)]
const [ONE, TWO] = [uuid(4), uuid(5)]
const HOUR = 3600_000
/** Friday 2026-10-09, 00:00 in Asia/Shanghai. */
const DAY = Date.UTC(2026, 9, 8, 16)
const at = (hour: number): number => DAY + hour * HOUR

type Who = 'lab' | 'front' | 'a' | 'b' | 'hub'
const people: Record<Who, { role: Role; company: string | null; n: number }> = {
  lab: { role: 'lab', company: null, n: 11 }, front: { role: 'front', company: null, n: 12 }, a: { role: 'company', company: A, n: 13 }, b: { role: 'company', company: B, n: 14 }, hub: { role: 'hub', company: null, n: 15 },
}

let store: MemoryHub<AppTables>
let hub: Hub<AppTables>
let now = at(8)
let mids: Map<Who, number>
let slot = 1000

const give = async (who: Who, name: string, args: object): Promise<{ outcome: string; code?: string; facts: { [fact: string]: unknown } }> => {
  const { n } = people[who]
  const mid = (mids.get(who) ?? 0) + 1
  mids.set(who, mid)
  const caller = { login: { user: uuid(100 + n), device: uuid(200 + n) }, client: uuid(300 + n), group: uuid(400 + n), epoch: 'e', proto: 1 }
  const applied = await applyCommand(hub, caller, { mid, name, args: { complex: COMPLEX, ...args }, hash: String(mid), clientTs: 0 })
  if (applied.error) throw new Error(applied.error.code)
  return store.state.commands.get(caller.client)!.get(mid)!
}
const booking = (id: number): Booking => store.state.rows.get('bookings')!.get(uuid(id)) as unknown as Booking
const slots = (...resources: string[]) => resources.map(resource => ({ id: uuid(slot++), resource }))
const ask = (who: Who, id: number, from: number, to: number, more: { name?: string; on?: string[]; company?: string } = {}) =>
  give(who, more.name ?? 'bookings.place', { id: uuid(id), company: more.company ?? people[who].company ?? A, purpose: '', start: at(from), end: at(to), slots: slots(...(more.on ?? [ONE])) })
const step = (who: Who, name: string, id: number) => give(who, `bookings.${name}`, { id: uuid(id), reason: null })

beforeEach(async () => {
  const state = emptyHub(tables, 'e')
  for (const { n, role, company } of Object.values(people)) state.memberships.set(uuid(100 + n), [{ complex: COMPLEX, role, company }])
  store = memoryHub(tables, state)
  hub = { store, commands, tables, now: () => now, afterwards: promote }
  now = at(8)
  mids = new Map()
  for (const [id, name] of [[A, '甲'], [B, '乙']]) await give('front', 'companies.register', { id, name, uscc: null, address: null, contact: null, phone: null })
  const resource = { hours: [{ day: 5, from: 480, to: 1080 }, { day: 1, from: 480, to: 1080 }], granuleMin: 60, beforeMin: 0, afterMin: 60, holdMin: 120, open: true, lanes: 1 }
  await give('lab', 'resources.add', { ...resource, id: ONE, name: '一', approval: false })
  await give('lab', 'resources.add', { ...resource, id: TWO, name: '二', approval: true })
})

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
    const taken = [...store.state.rows.get('booking_slots')!.keys()][0]
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
    store.state.revokedDevices.add(uuid(200 + people.b.n))
    await step('a', 'cancel', 20)
    expect([booking(21).status, booking(22).status]).toEqual(['waitlisted', 'held'])
  })

  test('a hold that ran out makes room, by the hub alone and not before its time', async () => {
    await ask('a', 20, 12, 13, { name: 'bookings.hold' })
    await ask('b', 21, 12, 13)
    expect(await step('lab', 'expire', 20)).toMatchObject({ code: 'forbidden' })
    expect(await step('hub', 'expire', 20)).toMatchObject({ code: 'bad-state' })
    now = at(10)
    expect(await step('lab', 'confirm', 20)).toMatchObject({ code: 'hold-expired' })
    expect(await step('hub', 'expire', 20)).toMatchObject({ outcome: 'applied' })
    expect([booking(20).status, booking(21).status]).toEqual(['expired', 'held'])
  })

  test('moving a booking away makes room; without room it stays where it was', async () => {
    await ask('a', 20, 9, 10)
    await ask('b', 21, 9, 10)
    await ask('a', 22, 14, 15)
    const move = (id: number, from: number) => give('a', 'bookings.reschedule', { id: uuid(id), change: uuid(slot++), start: at(from), end: at(from + 1), slots: slots(ONE) })
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
  const { ver } = store.state.scopes.get(`complex:${COMPLEX}`)!
  expect(await step('lab', 'confirm', 20)).toMatchObject({ outcome: 'applied' })
  expect(store.state.scopes.get(`complex:${COMPLEX}`)!.ver).toBe(ver)
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
  const change = (old: string | null, next: string) => ({ id: uuid(31), fields: { phone: { old, new: next, conflict: uuid(slot++) } } })
  expect(await give('front', 'companies.patch', change(null, '1'))).toMatchObject({ outcome: 'applied' })
  expect(await give('lab', 'companies.patch', change(null, '2'))).toMatchObject({ outcome: 'conflict', code: 'stale-field', facts: { fields: ['phone'] } })
  expect(store.state.rows.get('companies')!.get(uuid(30))).toMatchObject({ phone: '1' })
  expect([...store.state.rows.get('field_conflicts')!.values()]).toMatchObject([{ kept: '1', offered: '2', row: uuid(30), settledAt: null }])
})
