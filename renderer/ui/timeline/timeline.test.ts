import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Geometry, rowsIn, topsOf } from './timeline.ts'

const columns = fc.array(fc.record({ fold: fc.boolean() }), { minLength: 1, maxLength: 90 })

test('the mockup: two folds of 28 px and 75 half-hours share 854 px', () => {
  const geometry = new Geometry([{ fold: true }, ...Array.from({ length: 45 }, () => ({ fold: false })), { fold: true }, ...Array.from({ length: 30 }, () => ({ fold: false }))])
  expect(geometry.px(0, 1, 854, 14)).toBeCloseTo(28)
  expect(geometry.px(1, 16, 854, 14)).toBeCloseTo(159.6)
  expect(geometry.span(0, 1)).toEqual({ left: 'calc(0.0000rem + 0.0000%)', width: 'calc(2.0000rem + 0.0000%)' })
})

test('columns follow one another without a gap, fill the width, and a point lies where it was put', () =>
  fc.assert(
    fc.property(columns, fc.integer({ min: 2600, max: 4000 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (of, width, part) => {
      const geometry = new Geometry(of)
      const widths = of.map((_, i) => geometry.px(i, i + 1, width, 14))
      widths.forEach((px, i) => {
        if (of[i].fold) expect(px).toBeCloseTo(28)
        expect(px).toBeGreaterThan(0)
        const place = (i + part)
        expect(geometry.position(geometry.px(0, place, width, 14), width, 14)).toBeCloseTo(place, 5)
      })
      if (of.some(({ fold }) => !fold)) expect(widths.reduce((sum, px) => sum + px, 0)).toBeCloseTo(width)
    }),
  ))

test('every row that a view touches is among those that are drawn', () =>
  fc.assert(
    fc.property(fc.array(fc.record({ group: fc.boolean() }), { minLength: 1, maxLength: 80 }), fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 800 }), (rows, top, height) => {
      const tops = topsOf(rows, 28, 36)
      const { first, last } = rowsIn(tops, top, top + height, 2)
      rows.forEach((_, i) => {
        if (tops[i] < top + height && tops[i + 1] > top) expect(i >= first && i <= last).toBe(true)
      })
      expect(last - first).toBeLessThanOrEqual(Math.ceil(height / 28) + 6)
    }),
  ))
