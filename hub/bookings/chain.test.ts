// What a plan answers passes the one gate: every chain that is planned is booked as it stands, by one command.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Booking } from '#shared/bookings/booking.ts'
import { moveStep, planSteps, stepMoved, type Chain } from '#shared/bookings/chain.ts'
import { readChain, type Wish } from '#shared/bookings/chain/read.ts'
import type { LabTest } from '#shared/labs/lab.ts'
import { at, commandHub, COMPANY_A, HOUR, slotId, uuid } from './command-hub.fixture.ts'

type CommandHub = Awaited<ReturnType<typeof commandHub>>
const LABS = [uuid(60), uuid(61)]
const R = [70, 71, 72, 73].map(uuid)
const minutes = fc.integer({ min: 1, max: 6 }).map(n => n * 30)
const part = fc.record({ resource: fc.integer({ min: 0, max: 3 }), minutes, after: fc.constantFrom({ least: 0, most: null }, { least: 0, most: 60 }, { least: 30, most: 120 }, { least: 60, most: 2880 }) })
const labTest = fc.record({ lab: fc.integer({ min: 0, max: 1 }), fen: fc.constantFrom(null, 100, 200), parts: fc.uniqueArray(part, { minLength: 1, maxLength: 3, selector: one => one.resource }) })
const cases = fc.record({
  resources: fc.tuple(...R.map(() => fc.record({
    lanes: fc.constantFrom(1, 1, 2, 3), approval: fc.boolean(), granuleMin: fc.constantFrom(30, 30, 60), beforeMin: fc.constantFrom(0, 0, 30), afterMin: fc.constantFrom(0, 30, 60),
    aheadDays: fc.constantFrom(null, null, 5), longestMin: fc.constantFrom(null, null, 120), weekMin: fc.constantFrom(null, null, 240), due: fc.constantFrom(null, null, '2026-10-13'),
  }))),
  taken: fc.array(fc.record({ resource: fc.integer({ min: 0, max: 3 }), day: fc.constantFrom(0, 0, 3, 4), from: fc.integer({ min: 8, max: 17 }), length: fc.integer({ min: 1, max: 4 }) }), { maxLength: 8 }),
  closed: fc.option(fc.record({ resource: fc.integer({ min: 0, max: 3 }), from: fc.integer({ min: 7, max: 15 }), length: fc.integer({ min: 1, max: 6 }) })),
  rest: fc.boolean(),
  steps: fc.array(fc.record({ tests: fc.array(labTest, { minLength: 1, maxLength: 2 }), after: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }), sample: fc.constantFrom(null, null, 's') }), { minLength: 1, maxLength: 4 }),
})

/** Weekdays 8 to 12 and 13 to 18, from Friday 8:00. */
const lay = async ({ resources, taken, closed, rest }: Pick<typeof cases extends fc.Arbitrary<infer T> ? T : never, 'resources' | 'taken' | 'closed' | 'rest'>): Promise<CommandHub> => {
  const hub = await commandHub()
  const hours = [1, 2, 3, 4, 5].flatMap(day => [{ day, from: 480, to: 720 }, { day, from: 780, to: 1080 }])
  for (const [i, { due, ...resource }] of resources.entries()) {
    await hub.give('lab', 'resources.add', { ...resource, id: R[i], name: `${i}`, open: true, hours, holdMin: 60 })
    if (due) hub.patch('resources', R[i], { calibration: { due } })
  }
  for (const [i, { resource, day, from, length }] of taken.entries()) await hub.ask('b', 200 + i, day * 24 + from, day * 24 + from + length, { on: [R[resource]] })
  if (closed) await hub.give('lab', 'resources.close', { id: uuid(700), resource: R[closed.resource], start: at(closed.from), end: at(closed.from + closed.length), reason: '检修' })
  if (rest) await hub.give('lab', 'calendar.setYear', { id: uuid(701), year: 2026, fields: { days: { old: [], new: [{ day: '2026-10-12', name: '', kind: 'rest', as: null }, { day: '2026-10-10', name: '', kind: 'work', as: 1 }], conflict: uuid(702) } } })
  for (const id of LABS) await hub.give('lab', 'labs.add', { id, name: '甲', address: null, opening: null, contact: null, example: false })
  return hub
}

const itemsOf = ({ steps }: Chain, ids: ReadonlyMap<string, string>): object[] =>
  steps.map(({ id, test: of, parts, start, end, after }) => ({ id: ids.get(id)!, purpose: '', start, end, slots: parts.map(one => ({ id: slotId(), ...one })), test: { id: of.id, range: null, urgency: 'normal', seen: null }, after: after.map(one => ids.get(one)!) }))

test('every chain that is planned, or moved, is booked as it stands', async () => {
  let [planned, moved] = [0, 0]
  await fc.assert(fc.asyncProperty(cases, fc.nat(), async (given, pick) => {
    const hub = await lay(given)
    const wishes: Wish[] = []
    for (const [i, { tests, after, sample }] of given.steps.entries()) {
      for (const [k, { lab, fen, parts }] of tests.entries()) await hub.give('lab', 'labs.addTest', { id: uuid(300 + i * 10 + k), lab: LABS[lab], object: '物', parameter: '项', number: 'GB/T 1-2020', range: null, sample: null, prices: [{ urgency: 'normal', days: 1, fen }], parts: parts.map(one => ({ ...one, resource: R[one.resource] })) })
      wishes.push({ id: `${i}`, after: [...new Set(after.filter(before => before < i))].map(String), sample, tests: tests.map((_, k) => hub.row<LabTest>('tests', 300 + i * 10 + k)) })
    }
    const asked = await hub.reading(reads => readChain(reads, wishes, { company: COMPANY_A, from: at(8), now: at(8), urgency: 'normal' }))
    const found = planSteps(asked)
    if (!found.ok) return
    planned++
    const ids = new Map(given.steps.map((_, i) => [`${i}`, uuid(400 + i)]))
    const id = `${pick % given.steps.length}`
    const later = stepMoved(found.value, id, 1)
    if (later) {
      moved++
      expect(later.steps.find(one => one.id === id)!.start).toBeGreaterThan(found.value.steps.find(one => one.id === id)!.start)
      expect(later.finish).toBeGreaterThanOrEqual(found.value.finish)
    }
    for (const [n, chain] of [found.value, ...(later ? [later] : [])].entries()) {
      for (const step of chain.steps) for (const before of step.after) expect(chain.steps.find(one => one.id === before)!.end).toBeLessThanOrEqual(step.start)
      for (const a of chain.steps) for (const b of chain.steps) if (a !== b && asked.steps[+a.id].sample === 's' && asked.steps[+b.id].sample === 's') for (const x of a.parts) for (const y of b.parts) expect(x.end <= y.start || y.end <= x.start).toBe(true)
      expect(await hub.give('front', 'bookings.placeAll', { id: uuid(900 + n), company: COMPANY_A, items: itemsOf(chain, ids) })).toMatchObject({ outcome: 'applied' })
      for (const row of hub.rows<Booking>('bookings')) if (row.batch === uuid(900 + n)) await hub.give('front', 'bookings.cancel', { id: row.id, reason: null })
      for (const [step, was] of ids) ids.set(step, uuid(+was.slice(-12) + 50))
    }
  }), { numRuns: 200 })
  expect(planned).toBeGreaterThan(60)
  expect(moved).toBeGreaterThan(30)
}, 60_000)

test('one after another on the earliest times; a step between has slack, and a moved one moves what waits for it', async () => {
  const free = { lanes: 1, approval: false, granuleMin: 30, beforeMin: 0, afterMin: 0, aheadDays: null, longestMin: null, weekMin: null, due: null } as const
  const hub = await lay({ resources: [free, free, free, free], taken: [], closed: null, rest: false })
  const add = async (n: number, resource: number, length: number, fen: number): Promise<LabTest> => {
    await hub.give('lab', 'labs.addTest', { id: uuid(n), lab: LABS[0], object: '物', parameter: `项 ${n}`, number: 'GB/T 1-2020', range: null, sample: null, prices: [{ urgency: 'normal', days: 1, fen }], parts: [{ resource: R[resource], minutes: length, after: { least: 0, most: null } }] })
    return hub.row<LabTest>('tests', n)
  }
  const wishes: Wish[] = [
    { id: 'a', after: [], sample: null, tests: [await add(301, 0, 180, 100)] },
    // The cheaper of two that end at the same time.
    { id: 'b', after: ['a'], sample: null, tests: [await add(302, 1, 120, 300), await add(303, 2, 120, 200)] },
    { id: 'c', after: ['a'], sample: null, tests: [await add(304, 3, 60, 100)] },
    { id: 'd', after: ['b', 'c'], sample: null, tests: [await add(305, 0, 60, 100)] },
  ]
  const plan = planSteps(await hub.reading(reads => readChain(reads, wishes, { company: COMPANY_A, from: at(8), now: at(8), urgency: 'normal' })))
  if (!plan.ok) throw new Error(plan.problem.code)
  const said = ({ steps }: Chain) => steps.map(({ id, start, end, fen, slack, critical }) => [id, (start - at(0)) / HOUR, (end - at(0)) / HOUR, fen, slack / HOUR, critical])
  expect(said(plan.value)).toEqual([['a', 8, 11, 100, 0, true], ['c', 11, 12, 100, 3, false], ['b', 13, 15, 200, 0, true], ['d', 15, 16, 100, 0, true]])
  expect(plan.value).toMatchObject({ finish: at(16), exact: true })
  const later = moveStep(plan.value, 'b', at(14))
  if (!later.ok) throw new Error(later.problem.code)
  expect(said(later.value).map(([id, from]) => [id, from])).toEqual([['a', 8], ['c', 11], ['b', 14], ['d', 16]])
  expect(later.value.finish).toBe(at(17))
  expect(moveStep(plan.value, 'b', at(10))).toEqual({ ok: false, problem: { code: 'waits', step: 'b', for: 'a' } })
  expect(stepMoved(plan.value, 'd', -1)).toBeNull()
  expect(stepMoved(plan.value, 'c', 1)!.steps.find(({ id }) => id === 'c')!.start).toBe(at(13))
})
