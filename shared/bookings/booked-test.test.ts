import { expect, test } from 'vitest'
import type { LabTest } from '#shared/labs/lab.ts'
import type { Reads } from '#shared/sync/tx.ts'
import { bookedTest, retested } from './booked-test.ts'
import type { BookingTables } from './booking.ts'
import { isOvertime } from './surcharge.ts'
import { MINUTE, midnightOf } from './times.ts'

const HOUR = 60 * MINUTE
const START = midnightOf('2026-10-10') + 9 * HOUR
const of = (more: Partial<LabTest>): LabTest => ({ id: 't', complex: 'c', lab: 'l', object: '纺织品', parameter: '甲醛', number: 'GB/T 2912.1-2009', range: null, parts: [{ resource: 'r', minutes: 60, after: { least: 0, most: null } }], sample: null, prices: [{ urgency: 'normal', days: 3, fen: 333 }], retired: false, ...more })
const directory = (row: LabTest): Reads<BookingTables> => ({ get: (table: string) => Promise.resolve(table === 'tests' ? row : undefined), listBy: () => Promise.resolve([]), listRange: () => Promise.resolve([]) }) as unknown as Reads<BookingTables>
const booked = async (row: LabTest, overtime: boolean) => {
  const done = await bookedTest(directory(row), { id: 't', range: null, urgency: 'normal', seen: null }, { resources: ['r'], start: START, end: START + HOUR }, overtime)
  if (!done.ok) throw new Error(done.problem.code)
  return done.value
}
const priceOf = ({ fen, overtime }: Awaited<ReturnType<typeof booked>>) => [fen, overtime]

test('overtime costs what the directory puts on top, and is to be asked where it tells nothing', async () => {
  expect(priceOf(await booked(of({ overtime: 50 }), false))).toEqual([333, undefined])
  expect(priceOf(await booked(of({ overtime: 50 }), true))).toEqual([500, { base: 333, percent: 50 }])
  expect(priceOf(await booked(of({}), true))).toEqual([null, { base: 333, percent: null }])
  expect(priceOf(await booked(of({ overtime: 50, prices: [] }), true))).toEqual([null, { base: null, percent: 50 }])
})

test('another time takes it off and puts it on again, at what it was booked with', async () => {
  const late = await booked(of({ overtime: 50 }), true)
  const changed = directory(of({ overtime: 100 }))
  expect(priceOf(await retested(changed, late, { start: START }, null, true))).toEqual([500, { base: 333, percent: 50 }])
  const usual = await retested(changed, late, { start: START }, null, false)
  expect(priceOf(usual)).toEqual([333, undefined])
  expect(priceOf(await retested(changed, usual, { start: START }, null, true))).toEqual([666, { base: 333, percent: 100 }])
})

test('only passing over the opening hours is overtime', () => {
  const over = (...codes: ('resource-closed' | 'too-far')[]) => ({ reason: '急', user: 'u', at: 0, of: codes })
  expect([isOvertime(over('resource-closed')), isOvertime(over('too-far', 'resource-closed')), isOvertime(over('too-far')), isOvertime(undefined)]).toEqual([true, true, false, false])
})
