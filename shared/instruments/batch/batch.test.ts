import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reschedule } from '#shared/bookings/move.ts'
import { offersFor } from '#shared/bookings/offers.ts'
import { isoTimeOf, MINUTE, startOfDay, weekday } from '#shared/bookings/times.ts'
import { certificate } from '../records.fixture.ts'
import { blocksOf, lostOf, moveBlock, splitBlock } from './by-hand.ts'
import { gridOf } from './grid.ts'
import { type Placed, type Plan, planOf, SCHEMES } from './schemes.ts'
import { busy, EVERY_DAY, FROM, HOUR, instrument, labTest, NOW, resource, uuid, type World, worldOf } from './world.fixture.ts'

const said = ({ placed }: Pick<Plan, 'placed'>) => placed.map(({ piece, parts, option }) => [piece.instrument.number, isoTimeOf(parts[0].start).slice(5, 16), option.test.id.slice(-1)])
const whyNot = ({ cannot }: Pick<Plan, 'cannot'>) => Object.fromEntries(cannot.map(one => [one.instrument.number, one.cannot.why]))
const yuan = (fen: number | null) => [{ urgency: 'normal' as const, fen, days: 5 }]

describe('three schemes', () => {
  const world = worldOf({
    resources: [resource(1), resource(2), resource(3, { kind: 'team' })],
    tests: [labTest(1, '卡尺', [[1, 240]], { prices: yuan(9000) }), labTest(2, '卡尺', [[2, 480]], { prices: yuan(5000) }), labTest(3, '卡尺', [[3, 60]], { prices: yuan(20000) })],
    instruments: [1, 2, 3, 4].map(n => instrument(n)),
    // The team is away but for an hour of the first day, and free on the second.
    busy: [busy(1, 3, 1, 0, 16)],
  })
  test('the earliest end first, at the lower price where it is the same', async () => expect(said(planOf(await world.read(), 'earliest'))).toEqual([['K-001', '10-09T08:30', '1'], ['K-002', '10-09T08:30', '2'], ['K-003', '10-09T12:30', '1'], ['K-004', '10-09T16:00', '3']]))
  test('the lowest price, whenever it is', async () => {
    const plan = planOf(await world.read(), 'cheapest')
    expect(said(plan).map(([, at, by]) => [at, by])).toEqual([['10-09T08:30', '2'], ['10-10T08:30', '2'], ['10-11T08:30', '2'], ['10-12T08:30', '2']])
    expect([plan.fen, plan.asks, plan.days.length, plan.report]).toEqual([20000, 0, 4, '2026-10-19'])
  })
  test('a visit on one day rather than on two, though it is later', async () => {
    const plan = planOf(await world.read(), 'on-site')
    expect(said(plan).map(([, at]) => at)).toEqual(['10-10T08:30', '10-10T09:30', '10-10T10:30', '10-10T11:30'])
    expect(plan.days).toEqual(['2026-10-10'])
  })
})

test('what is late comes first, then what is due first; a kind is never done by a test of another', async () => {
  const dated = (n: number, due: string) => certificate({ id: uuid(6000 + n), instrument: uuid(3000 + n), due })
  const world = worldOf({ resources: [resource(1)], tests: [labTest(1, '卡尺', [[1, 60]])], instruments: [instrument(1), instrument(2), instrument(3), instrument(4, { kind: 'verification' })], certificates: [dated(1, '2026-12-01'), dated(2, '2026-11-01'), dated(3, '2026-09-20')] })
  const plan = planOf(await world.read(), 'earliest')
  expect(said(plan).map(([number]) => number)).toEqual(['K-003', 'K-002', 'K-001'])
  expect(whyNot(plan)).toEqual({ 'K-004': 'no-test' })
})

test('each that cannot be booked says why', async () => {
  const event = (n: number, kind: string) => ({ id: uuid(7000 + n), instrument: uuid(3000 + n), kind, day: '2026-10-01', at: NOW - HOUR })
  const world = worldOf({
    resources: [resource(1, { longestMin: 120 }), resource(2, { calibration: { due: '2026-10-01' } })],
    tests: [labTest(1, '卡尺', [[1, 60]], { range: '0–300 mm' }), labTest(2, '天平', [[1, 180]]), labTest(3, '烘箱', [[2, 60]])],
    instruments: [instrument(1), instrument(2), instrument(3), instrument(4), instrument(5, { range: '0–500 mm' }), instrument(6, { name: '压力表' }), instrument(7, { name: '天平' }), instrument(8, { name: '烘箱' }), instrument(9, { range: '0–150 mm' }), instrument(10)],
    events: [event(1, 'stop'), event(2, 'scrap'), event(3, 'exempt'), event(4, 'send'), event(10, 'book')],
  })
  const batch = await world.read()
  expect(whyNot(planOf(batch, 'earliest'))).toEqual({ 'K-001': 'stopped', 'K-002': 'scrapped', 'K-003': 'exempt', 'K-004': 'sent', 'K-005': 'out-of-range', 'K-006': 'no-test', 'K-007': 'too-long', 'K-008': 'no-time', 'K-010': 'booked' })
  expect(batch.cannot.find(({ cannot }) => cannot.why === 'out-of-range')?.cannot).toMatchObject({ wanted: '0–500 mm', offered: '0–300 mm' })
  expect(whyNot(planOf(batch, 'on-site'))['K-009']).toBe('not-on-site')
  // What a booking brings isn't asked for twice.
  const plan = planOf(batch, 'earliest')
  expect(await world.book(plan)).toEqual(['applied'])
  expect(whyNot(await world.read())).toMatchObject({ 'K-009': 'booked' })
})

test('what is asked of the store grows with the resources, not with the pieces', async () => {
  const asked = async (pieces: number) => {
    const world = worldOf({ resources: [resource(1, { weekMin: 600 }), resource(2)], tests: [labTest(1, '卡尺', [[1, 60], [2, 30]]), labTest(2, '卡尺', [[2, 60]])], instruments: Array.from({ length: pieces }, (_, n) => instrument(n)) })
    await world.read()
    return world.asked()
  }
  expect(await asked(40)).toBe(await asked(1))
})

describe('how a piece is asked for', () => {
  const dear = [{ urgency: 'normal' as const, fen: 10000, days: 5 }, { urgency: 'urgent' as const, fen: 15000, days: 2 }]
  test('what is urgent comes first, at its own price and days; where nobody offers it so soon, it says so', async () => {
    const world = worldOf({ resources: [resource(1)], tests: [labTest(1, '卡尺', [[1, 60]], { prices: dear })], instruments: [1, 2, 3].map(n => instrument(n)) })
    const batch = await world.read({ ways: id => (id === uuid(3002) ? { urgency: 'urgent' } : id === uuid(3003) ? { urgency: 'express' } : {}) })
    const plan = planOf(batch, 'earliest')
    expect(plan.placed.map(({ piece, option }) => [piece.instrument.number, option.urgency, option.fen, option.days])).toEqual([['K-002', 'urgent', 15000, 2], ['K-001', 'normal', 10000, 5]])
    expect(whyNot(plan)).toEqual({ 'K-003': 'no-urgency' })
    expect(await world.book(plan)).toEqual(['applied', 'applied'])
  })
  test('no room within eight weeks, and room in the thirteenth', async () => {
    const world = worldOf({ resources: [resource(1)], tests: [labTest(1, '卡尺', [[1, 60]])], instruments: [instrument(1)], busy: [0, 1, 2].map(n => busy(n, 1, 0, n * 24 * 28, (n + 1) * 24 * 28)) })
    expect(whyNot(planOf(await world.read(), 'earliest'))).toEqual({ 'K-001': 'no-time' })
    const plan = planOf(await world.read({ weeks: 13 }), 'earliest')
    expect(said(plan).map(([, at]) => at)).toEqual(['01-01T08:30'])
    expect(await world.book(plan)).toEqual(['applied'])
  })
  test.each([
    ['too-long', { longestMin: 30 }, []],
    ['too-far', { aheadDays: 3 }, [busy(1, 1, 0, 0, 72)]],
    ['share-used', { weekMin: 30 }, []],
  ] as const)('%s: staff pass it over with a reason, and the booking keeps it', async (why, limit, taken) => {
    const world = worldOf({ resources: [resource(1, limit)], tests: [labTest(1, '卡尺', [[1, 60]])], instruments: [instrument(1)], busy: [...taken] })
    expect(whyNot(planOf(await world.read(), 'earliest'))).toEqual({ 'K-001': why })
    const plan = planOf(await world.read({ ways: () => ({ allowed: true }) }), 'earliest')
    expect(plan.cannot).toEqual([])
    expect(await world.book(plan)).toEqual(['applied'])
    expect((await world.tx.listBy('bookings', 'batch', uuid(9)))[0].override).toMatchObject({ reason: '停产检修', of: [why] })
  })
})

test('a test that a person chose for a group is the one, whatever it is called', async () => {
  const world = worldOf({ resources: [resource(1)], tests: [labTest(1, '数显卡尺', [[1, 60]])], instruments: [instrument(1)] })
  expect(whyNot(planOf(await world.read(), 'earliest'))).toEqual({ 'K-001': 'no-test' })
  expect(said(planOf(await world.read({ chosen: new Map([['calibration|卡尺', uuid(2001)]]) }), 'earliest'))).toEqual([['K-001', '10-09T08:30', '1']])
})

test('a piece whose time was taken is offered a visit at its own price, and becomes that test by the move', async () => {
  const bench = labTest(1, '卡尺', [[1, 60]])
  const visit = labTest(2, '卡尺', [[2, 120]], { prices: yuan(16000) })
  const world = worldOf({ resources: [resource(1), resource(2, { kind: 'team' })], tests: [bench, visit], instruments: [instrument(1)], busy: [busy(1, 2, 1, 0, 10)] })
  const plan = planOf(await world.read(), 'cheapest')
  expect([await world.book(plan), await world.book(plan)]).toEqual([['applied'], ['waitlisted']])
  const [lost] = (await world.tx.listBy('bookings', 'batch', uuid(9))).filter(({ status }) => status === 'waitlisted')
  const when = { from: lost.start, now: NOW, others: [bench, visit] }
  const offers = await offersFor(world.tx, lost, [], when)
  expect(offers.map(({ start, fen, onSite, test: other }) => [isoTimeOf(start).slice(11, 16), fen, onSite, other?.id])).toEqual([['09:30', 10000, false, undefined], ['10:00', 10000, false, undefined], ['10:00', 16000, true, visit.id]])
  expect(await offersFor(world.tx, lost, offers, when)).toEqual(offers)
  const { start, end, parts } = offers[2]
  const move = (args: object) => reschedule.run(world.tx, reschedule.args.parse({ complex: lost.complex, id: lost.id, change: uuid(90), start, end, slots: parts.map(part => ({ id: uuid(91), ...part })), ...args }), { now: NOW, user: uuid(8), device: '', client: '', mid: 1 })
  // The parts have to be those of the test that is named.
  expect(await move({ test: { id: bench.id, range: null, urgency: 'normal', seen: null } })).toMatchObject({ ok: false, problem: { code: 'not-this-test' } })
  expect(await move({ test: { id: visit.id, range: null, urgency: 'normal', seen: null } })).toMatchObject({ ok: true })
  expect(await world.tx.get('bookings', lost.id)).toMatchObject({ status: 'confirmed', resources: [uuid(1002)], test: { id: visit.id, fen: 16000 }, moves: [{ test: { id: bench.id, fen: 10000 } }] })
})

test('a block moves to the next day with room and back, falls in two, and what others took is named', async () => {
  const world = worldOf({ resources: [resource(1)], tests: [labTest(1, '卡尺', [[1, 120]])], instruments: [1, 2, 3, 4].map(n => instrument(n)), busy: [busy(1, 1, 0, 24, 48), busy(2, 1, 1, 48, 48 + 12)] })
  const batch = await world.read()
  const plan = planOf(batch, 'earliest')
  const [block] = blocksOf(plan)
  expect(block.placed.length).toBe(4)
  // The next day is closed, the one after has room for two alone.
  const moved = moveBlock(batch, plan, block, 1)!
  expect(said(moved).map(([, at]) => at)).toEqual(['10-12T08:30', '10-12T10:30', '10-12T12:30', '10-12T14:30'])
  expect(said(moveBlock(batch, moved, blocksOf(moved)[0], -1)!)).toEqual(said(plan))
  expect(moveBlock(batch, plan, block, -1)).toBeNull()
  const split = splitBlock(plan, block)!
  const half = moveBlock(batch, split, blocksOf(split)[1], 1)!
  expect(said(half).map(([number, at]) => [number, at])).toEqual([['K-001', '10-09T08:30'], ['K-002', '10-09T10:30'], ['K-003', '10-11T12:00'], ['K-004', '10-11T14:00']])
  expect(half.end).toBe(FROM + 2 * 24 * HOUR + 16 * HOUR)
  expect(lostOf(batch, half)).toEqual([])
  const since = worldOf({ resources: [resource(1)], tests: [labTest(1, '卡尺', [[1, 120]])], instruments: [instrument(1)], busy: [busy(1, 1, 0, 9, 10), busy(2, 1, 1, 60, 61)] })
  expect(lostOf(await since.read(), half).map(({ piece }) => piece.instrument.number)).toEqual(['K-001', 'K-003'])
  expect(await world.book(half)).toEqual(['applied', 'applied', 'applied', 'applied'])
})

/** Three kinds of instrument, two benches and a team, everything about them at random. */
const anyWorld: fc.Arbitrary<World> = fc.record({
  resources: fc.tuple(...[1, 2, 3].map(n => fc.record({
    lanes: fc.integer({ min: 1, max: 3 }), beforeMin: fc.constantFrom(0, 15), afterMin: fc.constantFrom(0, 30), granuleMin: fc.constantFrom(15, 30), kind: fc.constantFrom('instrument' as const, 'team' as const),
    hours: fc.constantFrom(EVERY_DAY, EVERY_DAY.filter(({ day }) => day <= 5).flatMap(open => [{ ...open, to: 720 }, { ...open, from: 780 }])),
    aheadDays: fc.constantFrom(null, 3, 10), longestMin: fc.constantFrom(null, 120), weekMin: fc.constantFrom(null, 240), due: fc.constantFrom(null, '2026-10-12'),
  }).map(({ due, ...of }) => resource(n, { ...of, ...(due && { calibration: { due } }) })))),
  tests: fc.array(fc.record({ object: fc.constantFrom('卡尺', '天平', '压力表'), parts: fc.uniqueArray(fc.tuple(fc.constantFrom(1, 2, 3), fc.constantFrom(30, 60, 150)), { minLength: 1, maxLength: 2, selector: ([at]) => at }), fen: fc.constantFrom(null, 5000, 9000), most: fc.constantFrom(null, 60) }), { minLength: 1, maxLength: 5 })
    .map(all => all.map(({ object, parts, fen, most }, i) => labTest(i, object, parts as [number, number][], { prices: yuan(fen), parts: parts.map(([at, minutes]) => ({ resource: uuid(1000 + at), minutes, after: { least: 0, most } })) }))),
  instruments: fc.array(fc.constantFrom('卡尺', '天平', '压力表'), { maxLength: 12 }).map(names => names.map((name, i) => instrument(i, { name }))),
  busy: fc.array(fc.tuple(fc.constantFrom(1, 2, 3), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 12 })), { maxLength: 12 }).map(all => all.map(([at, lane, from, hours], i) => busy(i, at, lane, from, from + hours))),
})

/** What lies on each lane of each resource, minute by minute, buffers included; throws where two do. */
const byMinutes = ({ resources, busy: taken = [] }: World, placed: readonly Placed[]): void => {
  const minutes = new Map<string, Set<string>>()
  const at = (id: string, minute: number): Set<string> => {
    const key = `${id} ${minute}`
    if (!minutes.has(key)) minutes.set(key, new Set())
    return minutes.get(key)!
  }
  for (const { resource: id, lane, from, to } of taken) for (let now = from; now < to; now += MINUTE) at(id, now).add(lane === 0 ? 'closed' : `lane ${lane}`)
  for (const [n, { parts }] of placed.entries())
    for (const { resource: id, start, end } of parts) {
      const of = resources.find(one => one.id === id)!
      for (let now = start; now < end; now += MINUTE) {
        const sinceMidnight = (now - startOfDay(now)) / MINUTE
        expect(of.hours.some(({ day, from, to }) => day === weekday(now) && from <= sinceMidnight && sinceMidnight < to)).toBe(true)
        expect(isoTimeOf(now).slice(0, 10) <= (of.calibration?.due ?? '9999')).toBe(true)
      }
      for (let now = start - of.beforeMin * MINUTE; now < end + of.afterMin * MINUTE; now += MINUTE) {
        const there = at(id, now)
        there.add(`piece ${n}`)
        expect(there.has('closed')).toBe(false)
        expect([...there].filter(one => one.startsWith('piece') || Number(one.slice(5)) <= of.lanes).length).toBeLessThanOrEqual(of.lanes)
      }
    }
}

test('whatever is asked, each piece is planned once or says why not, no minute is given twice, and the command of booking takes every one', () =>
  fc.assert(fc.asyncProperty(anyWorld, fc.array(fc.tuple(fc.nat(20), fc.constantFrom('forth', 'back', 'split')), { maxLength: 6 }), fc.constantFrom(...SCHEMES), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), async (given, changes, scheme, allowed) => {
    const world = worldOf(given)
    const ways = (id: string) => ({ allowed: allowed[Number(id.slice(-2))] })
    const batch = await world.read({ ways })
    let plan = planOf(batch, scheme)
    expect(planOf(await worldOf(given).read({ ways }), scheme)).toEqual(plan)
    for (const [n, change] of changes) {
      const blocks = blocksOf(plan)
      if (blocks.length === 0) break
      const block = blocks[n % blocks.length]
      plan = (change === 'split' ? splitBlock(plan, block) : moveBlock(batch, plan, block, change === 'forth' ? 1 : -1)) ?? plan
    }
    expect([...plan.placed.map(({ piece }) => piece.instrument.id), ...plan.cannot.map(one => one.instrument.id)].sort()).toEqual(given.instruments.map(({ id }) => id).sort())
    byMinutes(given, plan.placed)
    expect(lostOf(batch, plan)).toEqual([])
    expect(await world.book(plan)).toEqual(plan.placed.map(() => 'applied'))
  }), { numRuns: 150 }))

test('each in turn ends as early as any minute of any test allows', () =>
  fc.assert(fc.asyncProperty(anyWorld, async given => {
    const simple = { ...given, tests: given.tests.filter(({ parts }) => parts.length === 1), resources: given.resources.map(one => ({ ...one, weekMin: null, aheadDays: null })) }
    const plan = planOf(await worldOf(simple).read(), 'earliest')
    for (const [n, { option, parts }] of plan.placed.entries()) {
      const before = plan.placed.slice(0, n)
      const own = simple.tests.filter(({ object }) => object === option.test.object && option.test.parts.length === 1)
      for (const test of own) {
        const of = simple.resources.find(({ id }) => id === test.parts[0].resource)!
        if (of.longestMin !== null && of.longestMin !== undefined && test.parts[0].minutes > of.longestMin) continue
        for (let start = FROM; start + test.parts[0].minutes * MINUTE < parts[0].end; start += 15 * MINUTE)
          expect(isFree(simple, of.id, start, start + test.parts[0].minutes * MINUTE, before)).toBe(false)
      }
    }
  }), { numRuns: 60 }))

/** By counting lanes again from nothing, in the order of booking. */
const isFree = ({ resources, busy: taken = [] }: World, id: string, start: number, end: number, before: readonly Placed[]): boolean => {
  const of = resources.find(one => one.id === id)!
  const day = startOfDay(start)
  if ((start - day) % (of.granuleMin * MINUTE) !== 0 || (end - day) % (of.granuleMin * MINUTE) !== 0) return false
  if (!of.hours.some(({ day: on, from, to }) => on === weekday(start) && day + from * MINUTE <= start && end <= day + to * MINUTE)) return false
  if (of.calibration && isoTimeOf(end - 1).slice(0, 10) > of.calibration.due) return false
  const lanes = Array.from({ length: of.lanes }, (_, i) => taken.filter(row => row.resource === id && (row.lane === 0 || row.lane === i + 1)).map(({ from, to }) => [from, to]))
  const room = (from: number, to: number) => lanes.findIndex(lane => lane.every(([a, b]) => b <= from || a >= to))
  for (const { parts: [one] } of before.filter(({ parts }) => parts[0].resource === id)) lanes[room(one.start - of.beforeMin * MINUTE, one.end + of.afterMin * MINUTE)].push([one.start - of.beforeMin * MINUTE, one.end + of.afterMin * MINUTE])
  return room(start - of.beforeMin * MINUTE, end + of.afterMin * MINUTE) >= 0
}

test('days by places: ours, taken, closed, room left, what is away', async () => {
  const weekdays = EVERY_DAY.filter(({ day }) => day <= 5)
  const world = worldOf({ resources: [resource(1, { hours: weekdays }), resource(2, { hours: weekdays, kind: 'team' })], tests: [labTest(1, '卡尺', [[1, 240]]), labTest(2, '卡尺', [[2, 60]], { prices: yuan(20000) })], instruments: [1, 2, 3].map(n => instrument(n)), busy: [busy(1, 1, 1, 72, 84), busy(2, 1, 0, 96, 120)] })
  const batch = await world.read()
  const plan = planOf(batch, 'cheapest')
  const { days, places } = gridOf(batch, plan)
  // Friday takes two, Monday is taken until noon, Tuesday closed; Saturday and Sunday are rest days.
  expect(days.map(({ day, open, n, away }) => [day.slice(5), open, n, away]).slice(0, 5)).toEqual([['10-09', true, 2, 2], ['10-10', false, 0, 0], ['10-11', false, 0, 0], ['10-12', true, 1, 1], ['10-13', true, 0, 0]])
  expect(days.filter(({ open }) => open).length).toBe(6)
  expect(places.map(({ resource: { id }, onSite, daily }) => [id.slice(-1), onSite, daily])).toEqual([['1', false, 2], ['2', true, 8]])
  expect(places[0].cells.map(({ blocks, busy: taken, closed, room }) => [blocks.map(block => block.placed.length), taken, closed, room]).slice(0, 6)).toEqual([[[2], 0, false, 0], [[], 0, false, 0], [[], 0, false, 0], [[1], 1, false, 0], [[], 0, true, 0], [[], 0, false, 2]])
})
