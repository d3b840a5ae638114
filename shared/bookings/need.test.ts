import { expect, test } from 'vitest'
import type { LabTest } from '#shared/labs/lab.ts'
import type { Reads } from '#shared/sync/tx.ts'
import type { BookedTest, Booking, BookingTables } from './booking.ts'
import { resourcesFor, testAt } from './need.ts'

const HOUR = 3600_000
const entry = (id: string, resource: string, more: Partial<LabTest> = {}): LabTest => ({ id, complex: 'c', lab: 'l', object: '纺织品', parameter: '甲醛', number: 'GB/T 2912.1-2009', range: null, parts: [{ resource, minutes: 60, after: { least: 0, most: null } }], sample: null, prices: [{ urgency: 'normal', days: 3, fen: 300 }, { urgency: 'urgent', days: 1, fen: 600 }], retired: false, ...more })
const rows = [entry('a', 'one'), entry('b', 'two'), entry('dear', 'three', { prices: [{ urgency: 'normal', days: 3, fen: 400 }] }), entry('long', 'four', { parts: [{ resource: 'four', minutes: 90, after: { least: 0, most: null } }] }), entry('gone', 'five', { retired: true }), entry('other', 'six', { parameter: 'pH 值' })]
const reads = { listBy: (_: string, field: string, value: string) => Promise.resolve(field === 'lab' && value === 'l' ? rows : []) } as unknown as Reads<BookingTables>
const booked = { id: 'a', lab: 'l', object: '纺织品', parameter: '甲醛', number: 'GB/T 2912.1-2009', range: null, sample: null, urgency: 'normal', fen: 300, days: 3, scope: { answer: 'in-scope' } } as BookedTest
const at = (resource: string, start: number, hours = 1) => ({ resources: [resource], start, end: start + hours * HOUR })
const where = async (shape: Pick<Booking, 'resources' | 'start' | 'end' | 'parts'>, test = booked) => (await testAt(reads, { ...at('one', 0), test }, shape))?.id ?? null

test('a booked test moves in time, and to a resource where the directory does it as long and at its price', async () => {
  expect(await where(at('one', 5 * HOUR))).toBe('a')
  expect(await where(at('two', 5 * HOUR))).toBe('b')
  for (const other of ['three', 'four', 'five', 'six', 'nowhere']) expect(await where(at(other, 0)), other).toBeNull()
  expect(await where(at('one', 0, 2))).toBeNull()
  expect(await where({ ...at('one', 0), resources: ['one', 'two'] })).toBeNull()
  // At the price before overtime.
  expect(await where(at('two', 0), { ...booked, fen: 450, overtime: { base: 300, percent: 50 } })).toBe('b')
  expect(await where(at('two', 0), { ...booked, urgency: 'express' })).toBeNull()
})

test('what the directory has changed since moves in time all the same', async () => {
  expect(await where(at('one', 9 * HOUR), { ...booked, id: 'no longer there', fen: 1 })).toBe('no longer there')
})

test('resources that would do', async () => {
  expect(await resourcesFor(reads, { ...at('one', 0), test: booked })).toEqual(['one', 'two'])
  expect(await resourcesFor(reads, at('one', 0))).toBeNull()
  expect(await resourcesFor(reads, { ...at('one', 0), parts: [{ resource: 'one', start: 0, end: HOUR }] })).toEqual([])
})
