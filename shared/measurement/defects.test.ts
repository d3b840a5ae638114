import { expect, test } from 'vitest'
import { defectRate, nonconformingShare } from './defects.ts'

const near = (value: number): number => expect.closeTo(value, 10) as number

test('defects per m², recomputed', () => {
  expect(defectRate([{ n: 2.5, d: 4 }, { n: 5.5, d: 20 }, { n: 1.2, d: 0 }], 8)).toEqual({ ok: true, value: {
    size: near(9.2), defects: 24, dpu: near(2.608695652173913), ci: [near(1.6714405276833113), near(3.8815323471470884)], dpmo: near(2608695.652173913 / 8), clear: near(0.07363052096557711) } })
  expect(defectRate([{ n: 5, d: 0 }])).toEqual({ ok: true, value: { size: 5, defects: 0, dpu: 0, ci: [0, near(0.737775890822787)], dpmo: null, clear: 1 } })
})

test('a share nonconforming, recomputed', () => {
  expect(nonconformingShare([{ n: 400, d: 10 }, { n: 600, d: 8 }])).toEqual({ ok: true, value: {
    n: 1000, nonconforming: 18, p: 0.018, ci: [near(0.010701947929414703), near(0.028299041249019177)], ppm: near(18000), z: near(2.0969274291643423) } })
  expect(nonconformingShare([{ n: 20, d: 0 }])).toMatchObject({ value: { ci: [0, near(0.1684334709830853)], z: null } })
  expect(nonconformingShare([{ n: 20, d: 20 }])).toMatchObject({ value: { ci: [near(0.8315665290169146), 1], z: null } })
})

test('what can’t be counted', () => {
  expect(defectRate([])).toMatchObject({ problem: { code: 'too-few', at: 'counts' } })
  expect(defectRate([{ n: 0, d: 1 }])).toMatchObject({ problem: { code: 'bad-size', at: 'counts[0].n' } })
  expect(defectRate([{ n: 1, d: 1 }], 0)).toMatchObject({ problem: { code: 'bad-number', at: 'opportunities' } })
  expect(nonconformingShare([{ n: 1, d: 2 }])).toMatchObject({ problem: { code: 'bad-count', at: 'counts[0].d' } })
})
