import { expect, test } from 'vitest'
import type { LabTest, ScopeRow } from './lab.ts'
import { scopeLines } from './lines.ts'
import { methodOf } from './method.ts'

const row = (id: string, number: string, over: Partial<ScopeRow> = {}): ScopeRow => ({
  id, complex: 'x', lab: 'l', scheme: 'CNAS', certificate: null, object: '纺织品', parameter: id, number, method: methodOf(number)!.method, clause: null, range: null, cmc: null, site: null, from: null, until: null, retired: false, ...over,
})
const offer = (id: string, parameter: string, number: string, range: string | null = null): LabTest => ({ id, complex: 'x', lab: 'l', object: '纺织品', parameter, number, range, parts: [], sample: null, prices: [], retired: false })

test('rows by themselves and by the catalogue, and the tests that no row bears', () => {
  const rows = [row('甲醛', 'GB/T 2912.1-2009', { range: '20–3500 mg/kg' }), row('力学', 'GB/T 32446-2015'), row('汗渍', 'GB/T 3922-2013', { until: '2026-09-30' }), row('水洗', 'GB/T 3921-2008', { until: '2026-09-30' }), row('摩擦', 'GB/T 3920-2008', { from: '2027-01-01' })]
  const tests = [offer('a', '甲醛', 'GB/T 2912.1-2009', '75 mg/kg'), offer('b', '甲醛', 'GB/T 2912.1-2009', '5 mg/kg'), offer('c', '异味', 'GB 18401-2010'), offer('d', '汗渍', 'GB/T 3922-2013')]
  const newer = (number: string): string | null => ({ 'GB/T 32446-2015': 'GB/T 32446-2024', 'GB/T 3921-2008': 'GB/T 3921-2025' })[number] ?? null
  expect(scopeLines(rows, tests, newer, '2026-10-08').map(({ id, answer, newer: next }) => [id, answer, next])).toEqual([
    ['甲醛', 'in-scope', null], ['力学', 'other-edition', 'GB/T 32446-2024'], ['汗渍', 'expired', null], ['水洗', 'expired', 'GB/T 3921-2025'], ['摩擦', 'not-accredited', null], ['b', 'out-of-range', null], ['c', 'not-accredited', null],
  ])
})
