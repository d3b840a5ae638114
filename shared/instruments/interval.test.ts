import { expect, test } from 'vitest'
import type { InstrumentKind } from './instrument.ts'
import { intervalProposal } from './interval.ts'
import { certificate, instrument } from './records.fixture.ts'

/** The oldest first; `0.01/0.01` is an error and its U. */
const after = (found: string[], of: { kind?: InstrumentKind; months?: number; mpe?: string | null } = {}, months = 12) => {
  const held = instrument({ mpe: '0.03', unit: 'mm', ...of })
  return intervalProposal(held, found.map((text, i) => {
    const [error, u = null] = text.split('/')
    return certificate({ id: `z${i}`, kind: held.kind, day: `202${i}-01-01`, months, asFound: { error, u } })
  }))
}

test.each([
  [['0.010/0.01', '-0.010/0.01', '0.010/0.01'], 12, 15], [['0.014/0.01', '0.014/0.010', '-0.014/0.01'], 12, 15], [['0.01/0.01', '0.01/0.01', '0.01/0.01'], 50, 60], [['0.01/0.01', '0.01/0.01', '0.01/0.01'], 6, 7],
  [['0.031/0.01'], 12, 6], [['-0.0301'], 1, null], [['0.031/0.01'], 7, 3], [['0.01/0.01', '0.01/0.01', '0.01/0.01'], 60, null],
])('%j after %i months: %s', (found, months, to) => expect(after(found, { months }, months)?.to ?? null).toBe(to))

test.each([
  ['between 0.8 and 1', ['0.01/0.01', '0.01/0.01', '0.015/0.01']], ['exactly the permitted error', ['0.01/0.01', '0.01/0.01', '0.03/0.01']], ['two alone', ['0.01/0.01', '0.01/0.01']],
  ['one without U', ['0.01/0.01', '0.01', '0.01/0.01']], ['nothing', []],
])('%s: it stays', (_, found) => expect(after(found)).toBeNull())

test('never for one whose regulation sets it, without a permitted error, or once adopted', () => {
  const found = ['0.01/0.01', '0.01/0.01', '0.01/0.01']
  expect([after(found, { kind: 'verification' }), after(found, { mpe: null }), after(found, { months: 15 })]).toEqual([null, null, null])
  expect(after(found, { kind: 'check' })).toEqual({ from: 12, to: 15, why: 'steady' })
})
