// No way around the rules: placing one or several, holding, moving and moving up from the line agree, case by case, with a model that knows each minute.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Booking } from '#shared/bookings/booking.ts'
import { at, commandHub, COMPANY_A, COMPANY_B, HOUR, ONE, slotId, uuid } from './command-hub.fixture.ts'

const MIN = HOUR / 60
const span = fc.record({ from: fc.integer({ min: 7, max: 19 }), length: fc.integer({ min: 1, max: 4 }) })
const cases = fc.record({ taken: fc.array(span, { maxLength: 3 }), closed: fc.option(span), due: fc.constantFrom(undefined, '2026-10-08', '2026-10-09'), longest: fc.constantFrom(null, 60, 120), asked: span, half: fc.boolean(), override: fc.boolean() })

test('every way to a time gives the same answer', () =>
  fc.assert(fc.asyncProperty(cases, async ({ taken, closed, due, longest, asked, half, override }) => {
    const hub = await commandHub()
    const [from, to] = [asked.from + (half ? 0.5 : 0), asked.from + asked.length + (half ? 0.5 : 0)]
    const slots = () => [{ id: slotId(), resource: ONE }]
    const more = override ? { override: { reason: '加急' } } : {}
    for (const [i, one] of taken.entries()) await hub.ask('b', 100 + i, one.from, one.from + one.length)
    // Those that found no room would otherwise move up and stand in the way.
    for (const row of hub.rows<Booking>('bookings')) if (row.status === 'waitlisted') await hub.give('front', 'bookings.cancel', { id: row.id, reason: null })
    const stand = hub.rows<Booking>('bookings').filter(({ status }) => status === 'confirmed')
    const far = (id: number) => hub.ask('front', id, 10 * 24 + 9, 10 * 24 + 10)
    await far(30)
    if (longest !== null) await hub.give('lab', 'resources.patch', { id: ONE, fields: { longestMin: { old: null, new: longest, conflict: uuid(800) } } })
    // One that was there before the rules, in line at this very time: it comes up only if it may have it.
    if (closed) await hub.give('lab', 'resources.close', { id: uuid(700), resource: ONE, start: at(closed.from), end: at(closed.from + closed.length), reason: '检修' })
    if (due) hub.patch('resources', ONE, { calibration: { due } })

    const minutes = Array.from({ length: (to - from) * 60 }, (_, i) => at(from) + i * MIN)
    const withBuffer = Array.from({ length: (to - from + 1) * 60 }, (_, i) => at(from) + i * MIN)
    const open = minutes.every(minute => minute >= at(8) && minute < at(18))
    const shut = closed !== null && withBuffer.some(minute => minute >= at(closed.from) && minute < at(closed.from + closed.length))
    const full = stand.some(one => withBuffer.some(minute => minute >= one.start && minute < one.end + HOUR))
    const tooLong = longest !== null && (to - from) * 60 > longest
    const refused = half ? 'validation' : due === '2026-10-08' ? 'calibration-overdue' : shut ? 'resource-closed' : !open && !override ? 'resource-closed' : tooLong && !override ? 'too-long' : null

    const said = ({ outcome, code }: { outcome: string; code?: string }): string => (outcome === 'applied' ? 'applied' : code!)
    const expected = refused ?? (full ? 'slot-taken' : 'applied')
    // Given back each time, so that the next way meets the same case.
    const free = (id: number) => hub.step('front', 'cancel', id)
    /** The resource asks for no approval; a time outside its hours does. */
    const waits = (id: number): void => { if (expected === 'applied') expect(hub.row<Booking>('bookings', id).status).toBe(open ? 'confirmed' : 'held') }
    expect(said(await hub.ask('front', 40, from, to, more)), 'place').toBe(expected)
    waits(40)
    await free(40)
    expect(said(await hub.ask('front', 41, from, to, { ...more, name: 'bookings.hold' })), 'hold').toBe(expected)
    await free(41)
    const items = [{ id: uuid(42), purpose: '', start: at(from), end: at(to), slots: slots(), ...more }]
    expect(said(await hub.give('front', 'bookings.placeAll', { id: uuid(950), company: COMPANY_A, items })), 'all together').toBe(expected)
    waits(42)
    if (expected === 'applied') await free(42)
    expect(said(await hub.give('front', 'bookings.reschedule', { id: uuid(30), change: uuid(900), start: at(from), end: at(to), slots: slots(), ...more })), 'reschedule').toBe(expected)
    waits(30)
    await free(30)
    // Moving up: somebody stands in line behind one that goes away.
    if (expected !== 'applied') return
    await hub.ask('front', 50, from, to, more)
    await hub.ask('front', 51, from, to, { ...more, company: COMPANY_B })
    await free(50)
    expect(hub.row<Booking>('bookings', 51).status, 'moving up').toBe('held')
  }), { numRuns: 120 }))
