import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import type { Booking, Resource } from '#shared/bookings/booking.ts'
import { readDay } from '#shared/bookings/day.ts'
import { offersFor } from '#shared/bookings/offers.ts'
import { actionsOf, type BookingAction } from '#shared/bookings/standing.ts'
import { MINUTE, midnightOf } from '#shared/bookings/times.ts'
import { openDatabase } from '../db/database.ts'
import { openDeskIn } from '../db/desk.ts'
import { deskReads } from '../db/live.ts'
import { newId } from '../db/new-id.ts'
import { runOn, type Wanted } from '../db/run.ts'
import { entriesOf } from './entries.ts'

let names = 0
const DAY = '2099-10-09'
const at = (hour: number): number => midnightOf(DAY) + hour * 60 * MINUTE
const HOURS = [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 480, to: 1020 }))

const desk = async (approval = false) => {
  const opened = await openDeskIn(openDatabase(`bookings-${++names}`), () => {})
  if (!opened.ok) throw new Error(opened.problem.code)
  const [company, resource] = [newId(), newId()]
  const give = (...wanted: Wanted[]) => runOn(opened.value, wanted)
  await give(
    { name: 'companies.register', args: { id: company, name: '示例童装', uscc: null, address: null, contact: null, phone: null } },
    { name: 'resources.add', args: { id: resource, name: 'UV-02', lanes: 1, approval, open: true, hours: HOURS, granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 } },
  )
  const ask = async (name: 'bookings.place' | 'bookings.hold', start = at(8)): Promise<string> => {
    const id = newId()
    const ran = await give({ name, args: { id, company, purpose: '', start, end: start + 60 * MINUTE, slots: [{ id: newId(), resource }] } })
    if (!ran.ok) throw new Error(ran.problem.code)
    return id
  }
  const reads = deskReads(opened.value)
  const booking = async (id: string): Promise<Booking> => (await reads.get('bookings', id))!
  return { resource, give, ask, reads, booking }
}

const command = (action: BookingAction, { id, resources }: Booking): Wanted =>
  action === 'reschedule' ? { name: 'bookings.reschedule', args: { id, change: newId(), start: at(14), end: at(15), slots: resources.map(resource => ({ id: newId(), resource })) } } : { name: `bookings.${action}`, args: { id, reason: null } }
const EVERY: BookingAction[] = ['confirm', 'reject', 'checkIn', 'reschedule', 'cancel']
/** A command that leads where the booking is already is harmless and changes nothing. */
const LEADS: Partial<Record<Booking['status'], BookingAction>> = { confirmed: 'confirm', rejected: 'reject', cancelled: 'cancel', checked_in: 'checkIn' }

describe('what a state allows is what the commands do', () => {
  const cases: [string, boolean, (of: Awaited<ReturnType<typeof desk>>) => Promise<string>][] = [
    ['confirmed', false, ({ ask }) => ask('bookings.place')],
    ['awaiting approval', true, ({ ask }) => ask('bookings.place')],
    ['held', false, ({ ask }) => ask('bookings.hold')],
    ['waiting without room', false, async ({ ask }) => (await ask('bookings.place'), ask('bookings.place'))],
    ['waiting with room', false, async ({ ask, give }) => {
      const first = await ask('bookings.place')
      const second = await ask('bookings.place')
      await give({ name: 'bookings.cancel', args: { id: first, reason: null } })
      return second
    }],
    ...(['reject', 'cancel'] as const).map((end): [string, boolean, (of: Awaited<ReturnType<typeof desk>>) => Promise<string>] => [end, true, async ({ ask, give }) => {
      const id = await ask('bookings.place')
      await give({ name: `bookings.${end}`, args: { id, reason: '改主意' } })
      return id
    }]),
    ['checked in', false, async ({ ask, give }) => {
      const id = await ask('bookings.place')
      await give({ name: 'bookings.checkIn', args: { id, reason: null } })
      return id
    }],
  ]
  test.each(cases)('%s', async (_, approval, begin) => {
    for (const action of EVERY) {
      const here = await desk(approval)
      const id = await begin(here)
      const booking = await here.booking(id)
      const [{ hasRoom }] = await entriesOf(here.reads, [booking])
      const allowed = actionsOf(booking, { now: Date.now(), hasRoom }).includes(action)
      if (LEADS[booking.status] === action) {
        expect(allowed).toBe(false)
        continue
      }
      const ran = await here.give(command(action, booking))
      expect([action, ran.ok]).toEqual([action, allowed])
      if (!ran.ok) expect(['bad-state', 'slot-taken']).toContain(ran.problem.code)
    }
  })

  test('a hold that has run out is not confirmed any more', () => {
    const held = { status: 'held', holdUntil: 10 } as Booking
    expect(actionsOf(held, { now: 9, hasRoom: false })).toContain('confirm')
    expect(actionsOf(held, { now: 10, hasRoom: false })).not.toContain('confirm')
  })
})

test('a day has its bookings, ended ones too, not those that were moved to another day', async () => {
  const { resource, give, ask, reads } = await desk()
  const [first, second, third] = [await ask('bookings.place'), await ask('bookings.place'), await ask('bookings.place', at(10))]
  await give({ name: 'bookings.cancel', args: { id: first, reason: null } }, { name: 'bookings.reschedule', args: { id: third, change: newId(), start: at(34), end: at(35), slots: [{ id: newId(), resource }] } })
  const of = (await reads.get('resources', resource)) as Resource
  const { bookings, unseen, free } = await readDay(reads, of, DAY, 0)
  expect(bookings.map(({ id, status }) => [id, status])).toEqual([[first, 'cancelled'], [second, 'waitlisted']])
  expect([unseen, free]).toEqual([[], [{ from: at(8), to: at(17) }]])
})

test('offers stay where they are shown: a taken one is marked, and another comes after', async () => {
  const { ask, reads, booking } = await desk()
  await ask('bookings.place')
  const lost = await booking(await ask('bookings.place'))
  const when = { from: at(8), now: at(8) }
  const shown = await offersFor(reads, lost, [], when)
  expect(shown.map(({ start }) => start)).toEqual([at(9), at(9.5), at(10)])
  await ask('bookings.place', at(9))
  expect((await offersFor(reads, lost, shown, when)).map(({ start, taken }) => [start, taken])).toEqual([[at(9), true], [at(9.5), true], [at(10), false], [at(10.5), false], [at(11), false]])
})
