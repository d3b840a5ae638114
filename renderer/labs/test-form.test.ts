import { expect, test } from 'vitest'
import type { LabTest } from '#shared/labs/lab.ts'
import { changesOf, emptyPart, emptyTest, formOf, readTest, type TestForm } from './test-form.ts'

const ID = '00000000-0000-7000-8000-000000000001'
const OTHER = '00000000-0000-7000-8000-000000000002'
const form = (over: Partial<TestForm> = {}): TestForm => ({
  ...emptyTest(), object: '纺织品', parameter: '甲醛含量', method: 'gb/t 2912.1—2009',
  parts: [{ ...emptyPart(), resource: ID, minutes: '120' }, { resource: OTHER, minutes: '210', least: '30', most: '1440' }],
  prices: { normal: { yuan: '120.5', days: '5' }, urgent: { yuan: '', days: '2' }, express: { yuan: '', days: '' } }, overtime: '50', ...over,
})

test('a form is read into a test, fen without floats, and comes back the same', () => {
  const read = readTest(form())
  if (read.fault) throw new Error(read.fault.field)
  expect(read.fields).toMatchObject({
    number: 'GB/T 2912.1-2009', range: null, parts: [{ minutes: 120, after: { least: 0, most: null } }, { minutes: 210, after: { least: 30, most: 1440 } }],
    prices: [{ urgency: 'normal', days: 5, fen: 12050 }, { urgency: 'urgent', days: 2, fen: null }], overtime: 50,
  })
  const row: LabTest = { id: ID, complex: ID, lab: ID, retired: false, ...read.fields }
  expect(readTest(formOf(row))).toEqual(read)
  expect(changesOf(row, read.fields, () => ID)).toBeNull()
  expect(changesOf(row, { ...read.fields, sample: '10 g' }, () => ID)).toEqual({ sample: { old: null, new: '10 g', conflict: ID } })
})

test.each<[string, Partial<TestForm>, object]>([
  ['half a per cent of overtime', { overtime: '1.5' }, { field: 'overtime' }],
  ['no object', { object: ' ' }, { field: 'object' }],
  ['no parameter', { parameter: '' }, { field: 'parameter' }],
  ['a method without a number', { method: '按客户要求' }, { field: 'method' }],
  ['a part without a resource', { parts: [emptyPart()] }, { field: 'part', at: 0 }],
  ['a gap that ends before it begins', { parts: [{ resource: ID, minutes: '60', least: '90', most: '30' }] }, { field: 'part', at: 0 }],
  ['a resource twice', { parts: [...form().parts, ...form().parts] }, { field: 'part', at: form().parts.length }],
  ['a price without days', { prices: { ...form().prices, urgent: { yuan: '9', days: '' } } }, { field: 'price', urgency: 'urgent' }],
  ['a tenth of a fen', { prices: { ...form().prices, normal: { yuan: '1.005', days: '1' } } }, { field: 'price', urgency: 'normal' }],
])('%s is said', (_, over, fault) => expect(readTest(form(over))).toEqual({ fault }))
