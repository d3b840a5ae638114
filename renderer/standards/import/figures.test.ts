import { expect, test } from 'vitest'
import { figuresOf } from './figures.ts'

test('rows that name classes stand apart from standards, and all add up to what was read', () => {
  const figures = figuresOf({ read: 10, kept: 7, merged: 2, refused: 1, repaired: 3, classes: 4 })
  expect(figures).toEqual([{ key: 'kept', n: 3 }, { key: 'classes', n: 4 }, { key: 'merged', n: 2 }, { key: 'refused', n: 1 }])
  expect(figures.reduce((sum, { n }) => sum + n, 0)).toBe(10)
  expect(figuresOf({ read: 1, kept: 1, merged: 0, refused: 0, repaired: 0 }).map(({ key }) => key)).toEqual(['kept', 'merged', 'refused'])
})
