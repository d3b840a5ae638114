import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeWindow, stepAside, type Rectangle } from './bounds.ts'

const main = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1366, height: 728 }

test('stands in the middle of the main screen at the first start', () => {
  expect(placeWindow(null, [main, right])).toEqual({ x: 240, y: 70, width: 1440, height: 900 })
})

test('comes back where it was, on the second screen too', () => {
  const saved = { x: 1930, y: 4, width: 1300, height: 720 }
  expect(placeWindow(saved, [main, right])).toEqual(saved)
})

test('comes home when its screen is gone', () => {
  expect(placeWindow({ x: 2000, y: 10, width: 1300, height: 720 }, [main])).toEqual({ x: 310, y: 160, width: 1300, height: 720 })
})

test('shrinks onto a small screen', () => {
  expect(placeWindow({ x: 0, y: 0, width: 1440, height: 900 }, [{ x: 0, y: 0, width: 1024, height: 740 }])).toEqual({ x: 0, y: 0, width: 1024, height: 740 })
})

test('a second window is no window on top of the first', () => {
  expect(placeWindow(stepAside({ x: 0, y: 0, width: 1280, height: 720 }), [main])).toEqual({ x: 32, y: 32, width: 1280, height: 720 })
})

test('always lies inside one work area', () => {
  const coordinate = fc.integer({ min: -4000, max: 8000 })
  const size = fc.integer({ min: 1, max: 5000 })
  const rectangle = fc.record({ x: coordinate, y: coordinate, width: size, height: size })
  const inside = (inner: Rectangle, outer: Rectangle): boolean =>
    inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height
  fc.assert(fc.property(rectangle, fc.array(rectangle, { minLength: 1, maxLength: 4 }), (saved, areas) => areas.some(area => inside(placeWindow(saved, areas), area))))
})
