import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ScopeRow } from './lab.ts'
import { methodOf } from './method.ts'
import { type Evidence, type ScopeAnswer, SCOPE_ANSWERS, scopeAnswer, type ScopeQuestion } from './scope.ts'

const DAY = '2026-10-08'
const row = (over: Partial<ScopeRow> = {}): ScopeRow => {
  const number = over.number ?? 'GB/T 2912.1-2009'
  return {
    id: 'a', complex: 'x', lab: 'l', scheme: 'CNAS', certificate: null, object: '纺织品', parameter: '甲醛含量', number, method: methodOf(number)!.method, clause: null,
    range: '20–3500 mg/kg', cmc: null, site: 's', from: '2022-04-01', until: '2028-03-31', retired: false, ...over,
  }
}
const ask = (over: Partial<ScopeQuestion> = {}): ScopeQuestion => ({ object: '纺织品', parameter: '甲醛含量', method: 'GB 2912.1', edition: 2009, ...over })
const answer = (rows: ScopeRow[], question = ask(), day = DAY): [ScopeAnswer, Evidence] => {
  const found = scopeAnswer(rows, question, day)
  return [found.answer, found.evidence]
}
const NONE: [ScopeAnswer, Evidence] = ['not-accredited', { why: 'no-row', row: null }]

describe('the five answers, each with what it rests on', () => {
  test('在范围内', () => expect(answer([row()])).toEqual(['in-scope', { why: 'covered', row: 'a', range: 'not-asked' }]))
  test('版次不同·待扩项', () => {
    expect(answer([row()], ask({ edition: 2019 }))).toEqual(['other-edition', { why: 'edition', row: 'a', listed: 2009 }])
    expect(answer([row({ number: 'GB/T 2912.1' })])).toEqual(['other-edition', { why: 'edition', row: 'a', listed: null }])
    expect(answer([row()], ask({ edition: null }))).toEqual(['other-edition', { why: 'edition', row: 'a', listed: 2009 }])
  })
  test('超出范围', () => expect(answer([row()], ask({ range: '5 mg/kg' }))).toEqual(['out-of-range', { why: 'range', row: 'a', listed: '20–3500 mg/kg' }]))
  test('已过期', () => expect(answer([row()], ask(), '2028-04-01')).toEqual(['expired', { why: 'expired', row: 'a', until: '2028-03-31' }]))
  test('未认可·不带标识', () => {
    expect(answer([])).toEqual(NONE)
    for (const other of [ask({ object: '皮革' }), ask({ parameter: 'pH 值' }), ask({ method: 'GB 2912.2' }), ask({ site: 't' })]) expect(answer([row()], other)).toEqual(NONE)
    expect(answer([row({ retired: true })])).toEqual(NONE)
    expect(answer([row()], ask(), '2022-03-31')).toEqual(['not-accredited', { why: 'not-yet', row: 'a', from: '2022-04-01' }])
  })
})

test('both days of its validity belong to it, and one that is not told sets no end', () => {
  for (const day of ['2022-04-01', '2028-03-31']) expect(answer([row()], ask(), day)[0]).toBe('in-scope')
  for (const day of ['1990-01-01', '2199-01-01']) expect(answer([row({ from: null, until: null })], ask(), day)[0]).toBe('in-scope')
})

test('a range that can’t be compared is said so, never taken for inside', () => {
  expect(answer([row({ range: '定性' })], ask({ range: '75 mg/kg' }))).toEqual(['in-scope', { why: 'covered', row: 'a', range: 'not-comparable' }])
  expect(answer([row({ range: null })], ask({ range: '75 mg/kg' }))).toEqual(['in-scope', { why: 'covered', row: 'a', range: 'not-told' }])
  expect(answer([row({ range: '定性' }), row({ id: 'b' })], ask({ range: '75 mg/kg' }))).toEqual(['in-scope', { why: 'covered', row: 'b', range: 'inside' }])
})

test('width, case, blanks and brackets don’t count; 全部参数 speaks of each', () => {
  expect(answer([row({ object: '纺织品（布）', parameter: 'PH值' })], ask({ object: '纺织品 (布)', parameter: 'pH 值' }))[0]).toBe('in-scope')
  expect(answer([row({ parameter: '全部参数' })], ask({ parameter: '色牢度' }))[0]).toBe('in-scope')
})

test('a row is as good as its worst fault, the answer is that of the best row, with the schemes for which it holds', () => {
  const old = row({ id: 'old', number: 'GB/T 2912.1-1998' })
  expect(answer([row({ id: 'old', number: 'GB/T 2912.1-1998', until: '2026-10-07' })])[0]).toBe('expired')
  expect(answer([old], ask({ range: '5 mg/kg' }))[0]).toBe('out-of-range')
  expect(answer([old, row({ until: '2026-10-07' })])).toEqual(['other-edition', { why: 'edition', row: 'old', listed: 1998 }])
  expect(scopeAnswer([row({ scheme: 'CMA' }), row({ id: 'b' }), { ...old, scheme: 'CMA' }], ask(), DAY).schemes).toEqual(['CNAS', 'CMA'])
  expect(scopeAnswer([row({ scheme: 'CMA' }), row({ id: 'b', until: '2026-01-01' })], ask(), DAY).schemes).toEqual(['CMA'])
})

describe('of any rows', () => {
  const rows = fc.array(
    fc.record({
      object: fc.constantFrom('纺织品', '皮革'), number: fc.constantFrom('GB/T 2912.1-2009', 'GB/T 2912.1-1998', 'GB/T 2912.2-2009'), range: fc.constantFrom(null, '20–3500 mg/kg', '定性'),
      from: fc.constantFrom(null, '2022-04-01', '2026-11-01'), until: fc.constantFrom(null, '2026-10-07', '2028-03-31'), retired: fc.boolean(), scheme: fc.constantFrom('CNAS' as const, 'CMA' as const),
    }),
    { maxLength: 6 },
  ).map(all => all.map((over, i) => row({ ...over, id: `r${i}` })))
  const question = fc.record({ edition: fc.constantFrom(1998, 2009, 2019), range: fc.constantFrom(null, '75 mg/kg', '5 mg/kg') }).map(ask)

  /** Said the other way round: the plainest words for each row, with nothing of the engine's order but the list itself. */
  const brute = (all: ScopeRow[], { method, edition, range }: ScopeQuestion): ScopeAnswer => {
    const each = all.filter(one => !one.retired && one.object === '纺织品' && one.method === method).map((one): ScopeAnswer => {
      if (one.from !== null && one.from > DAY) return 'not-accredited'
      if (one.until !== null && one.until < DAY) return 'expired'
      if (range === '5 mg/kg' && one.range === '20–3500 mg/kg') return 'out-of-range'
      return one.number.endsWith(`-${edition}`) ? 'in-scope' : 'other-edition'
    })
    return SCOPE_ANSWERS.find(one => each.includes(one)) ?? 'not-accredited'
  }

  test('is that of the best row', () => fc.assert(fc.property(rows, question, (all, asked) => void expect(scopeAnswer(all, asked, DAY).answer).toBe(brute(all, asked)))))

  test('doesn’t hang on their order', () =>
    fc.assert(fc.property(rows.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), question, ([all, mixed], asked) => void expect(scopeAnswer(mixed, asked, DAY)).toEqual(scopeAnswer(all, asked, DAY)))))

  test('names a row that alone gives the same answer for the same reason', () =>
    fc.assert(fc.property(rows, question, (all, asked) => {
      const { answer, evidence } = scopeAnswer(all, asked, DAY)
      if (evidence.row !== null) expect(scopeAnswer(all.filter(({ id }) => id === evidence.row), asked, DAY)).toMatchObject({ answer, evidence })
    })))

  test('is never worse with one more row', () =>
    fc.assert(fc.property(rows, question, (all, asked) => {
      const rank = (some: ScopeRow[]): number => SCOPE_ANSWERS.indexOf(scopeAnswer(some, asked, DAY).answer)
      expect(rank(all)).toBeLessThanOrEqual(rank(all.slice(1)))
    })))
})
