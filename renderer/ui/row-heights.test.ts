import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowHeights } from './row-heights.ts'

describe('RowHeights', () => {
  it('reckons with the usual height where nothing was measured', () => {
    const heights = new RowHeights(56)
    expect([heights.top(0), heights.top(118_000), heights.at(0, 118_000), heights.at(57, 118_000)]).toEqual([0, 6_608_000, 0, 1])
  })

  it('says whether a measurement moved anything', () => {
    const heights = new RowHeights(56)
    expect([heights.measured(3, 56), heights.measured(3, 78), heights.measured(3, 78), heights.top(3), heights.top(4)]).toEqual([false, true, false, 168, 246])
  })

  it('finds the row of every point, whatever was measured', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 20, max: 200 })), { maxLength: 20 }), fc.nat(4000), (measured, y) => {
      const heights = new RowHeights(56)
      for (const [row, height] of measured) heights.measured(row, height)
      const row = heights.at(y, 51)
      expect(heights.top(row)).toBeLessThanOrEqual(y)
      if (row < 50) expect(heights.top(row + 1)).toBeGreaterThan(y)
    }))
  })

  it('stays at 0 in an empty list', () => expect(new RowHeights(56).at(500, 0)).toBe(0))
})
