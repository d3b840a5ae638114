import { expect, test } from 'vitest'
import type { ScopeRow } from '#shared/labs/lab.ts'
import { readScopeForm, saysTheSame, scopeForm } from './scope-form.ts'

const ID = '00000000-0000-7000-8000-000000000001'
const row: ScopeRow = { id: ID, complex: ID, lab: ID, scheme: 'CNAS', certificate: 'L00000', object: '纺织品', parameter: '异味', number: 'GB 18401-2010', method: 'GB 18401', clause: '6.7', range: null, cmc: null, site: null, from: null, until: '2028-03-31', retired: false }

test('a row comes back as it was; another range or edition does not', () => {
  const read = readScopeForm(scopeForm(row), ID)
  if (read.fault) throw new Error(read.fault)
  expect([read.line, saysTheSame(row, read.line)]).toEqual([expect.objectContaining({ number: 'GB 18401-2010', clause: '6.7', range: null }), true])
  for (const over of [{ range: '定性' }, { number: 'gb 18401—2025' }]) {
    const changed = readScopeForm({ ...scopeForm(row), ...over }, ID)
    expect(changed.fault === null && saysTheSame(row, changed.line)).toBe(false)
  }
})

test.each([
  [{ object: ' ' }, 'object'], [{ parameter: '' }, 'parameter'], [{ number: '按客户要求' }, 'number'], [{ from: '2028-3-1' }, 'from'], [{ from: '2029-01-01' }, 'until'], [{ until: '2028' }, 'until'],
])('%j: the fault is named', (over, fault) => expect(readScopeForm({ ...scopeForm(row), ...over }, ID)).toEqual({ fault }))

test('a clause behind the number is taken where none is typed by itself', () => {
  const read = readScopeForm({ ...scopeForm(row), number: 'GB 18401-2010 5.1', clause: '' }, ID)
  expect(read.fault === null && [read.line.number, read.line.clause]).toEqual(['GB 18401-2010', '5.1'])
})
