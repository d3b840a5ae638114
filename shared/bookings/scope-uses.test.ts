import { expect, test } from 'vitest'
import type { ScopeRow } from '#shared/labs/lab.ts'
import { scopeUses, type TestBooking } from './scope-uses.ts'

const row = (id: string, over: Partial<ScopeRow> = {}): ScopeRow => ({
  id, complex: 'x', lab: 'l', scheme: 'CNAS', certificate: null, object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', method: 'GB 2912.1', clause: null, range: null, cmc: null, site: null, from: null, until: null, retired: false, ...over,
})
const booking = (id: string, test: string, named: string | null): TestBooking =>
  ({
    id, start: 0, test: {
      id: test, lab: 'l', object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', range: null,
      scope: named === null ? { answer: 'not-accredited', evidence: { why: 'no-row', row: null }, schemes: [] } : { answer: 'in-scope', evidence: { why: 'covered', row: named, range: 'not-asked' }, schemes: ['CNAS'] },
    },
  }) as unknown as TestBooking
const idsOf = (of: ReadonlyMap<string, TestBooking[]>) => Object.fromEntries([...of].map(([key, all]) => [key, all.map(({ id }) => id)]))

test('a booking counts with the line that its answer names, with the one in its place once that has ended, and with none where none was named', () => {
  const bookings = [booking('a', 't1', 'one'), booking('b', 't1', 'two'), booking('c', 't2', null)]
  expect(idsOf(scopeUses(bookings, [row('one'), row('two')]).rows)).toEqual({ one: ['a'], two: ['b'] })
  expect(idsOf(scopeUses(bookings, [row('one'), row('new', { number: 'GB/T 2912.1-2023' })]).rows)).toEqual({ one: ['a', 'b'] })
  expect(idsOf(scopeUses(bookings, [row('new', { number: 'GB/T 2912.1-2023' })]).rows)).toEqual({ new: ['a', 'b'] })
  expect(idsOf(scopeUses(bookings, [row('other', { parameter: 'pH 值' })]).rows)).toEqual({})
  expect(idsOf(scopeUses(bookings, []).tests)).toEqual({ t1: ['a', 'b'], t2: ['c'] })
})
