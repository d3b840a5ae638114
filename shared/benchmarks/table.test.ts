import { describe, expect, test } from 'vitest'
import type { OwnValue } from './benchmark.ts'
import { starterSet } from './starter.ts'
import { benchmarkTable, verdictCounts } from './table.ts'
import { unreadLimits } from './limit.ts'

let last = 0
const set = starterSet(() => `id-${++last}`)
const indicator = (name: string) => set.indicators.find(one => one.name.startsWith(name))!
const value = (text: string, more: Partial<OwnValue> = {}): OwnValue => ({ text, unit: null, U: null, k: '2', method: null, report: null, ...more })
const standOf = (name: string, own: OwnValue, clause: string) => {
  const { id } = indicator(name)
  const { cells } = benchmarkTable(set, { values: { [id]: own } }).find(one => one.indicator.id === id)!
  return cells.find(({ reference }) => reference.clause?.startsWith(clause))!
}

test('the starter set can be read whole and says where a class has no such item', () => {
  expect(unreadLimits(set)).toEqual([])
  expect([set.references.length, set.indicators.length, Object.keys(set.limits).length]).toEqual([3, 9, 25])
  expect(standOf('耐唾液', value('4'), 'B').verdict).toBe('no-data')
})

describe('a value of an indicator', () => {
  test.each([
    ['甲醛', '24±5', 'B', 'better', { kind: 'percent', value: 68 }],
    ['甲醛', '24±5', 'A', 'below', { kind: 'percent', value: -20 }],
    ['pH', '6.8', 'B', 'better', { kind: 'absolute', value: 1.7 }],
    ['耐干摩擦', '3-4', 'B', 'better', { kind: 'halfGrades', value: 1 }],
    ['耐干摩擦', '3-4', 'A', 'below', { kind: 'halfGrades', value: -1 }],
    ['异味', '无', 'B', 'meets', { kind: 'none', value: null }],
    ['可分解', '<5', 'B', 'better', { kind: 'percent', value: 75 }],
    ['可分解', '<50', 'B', 'incomparable', { kind: 'none', value: null }],
  ])('%s %s by class %s: %s', (name, text, clause, verdict, gap) => expect(standOf(name, value(text), clause)).toMatchObject({ verdict, gap, problem: null }))

  test('measured by another standard it is not comparable, by any edition or one of several it is', () => {
    expect(standOf('甲醛', value('24', { method: 'ISO 14184-1:2011' }), 'B')).toMatchObject({ verdict: 'incomparable', flags: ['method'] })
    for (const method of ['GB/T 2912.1-2009', 'GB/T2912.1—2009', 'gb/t 2912.1']) expect(standOf('甲醛', value('24', { method }), 'B').verdict).toBe('better')
    expect(standOf('可分解', value('<5', { method: 'GB/T 23344-2009' }), 'B').verdict).toBe('better')
  })

  test('that can’t be read is no data, with the problem', () =>
    expect(standOf('甲醛', value('约 24'), 'B')).toMatchObject({ verdict: 'no-data', problem: { code: 'not-a-quantity', at: 'own.value' } }))
})

test('counts are those of one reference, and every line counts once', () => {
  const lines = benchmarkTable(set, { values: { [indicator('甲醛').id]: value('24', { U: '5' }), [indicator('异味').id]: value('有') } })
  for (const { id } of set.references) expect(Object.values(verdictCounts(lines, id)).reduce((sum, n) => sum + n)).toBe(9)
  expect(verdictCounts(lines, set.references[1].id)).toEqual({ better: 1, meets: 0, below: 1, incomparable: 0, 'no-data': 7 })
})
