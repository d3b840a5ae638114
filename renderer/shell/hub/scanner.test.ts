import { expect, test } from 'vitest'
import { scanner } from './scanner.ts'

const press = (every: number, keys: string[], hears = scanner(), from = 1000) => keys.map((key, i) => hears({ key, timeStamp: from + i * every }))

test('what comes faster than a person types is one text, told at its Enter', () =>
  expect(press(8, ['Shift', 'P', 'Shift', 'L', '1', 'Enter', 'Enter', '1'])).toEqual([null, null, null, '', '', 'PL1', null, null]))

test('a person’s keys stay theirs', () => {
  expect(press(300, ['P', 'L', '1', 'Enter'])).toEqual([null, null, null, null])
  expect(press(8, ['1', 'Enter'])).toEqual([null, null])
})

test('a second scan begins anew', () => {
  const hears = scanner()
  press(8, ['a', 'b', 'Enter'], hears)
  expect(press(8, ['c', 'd', 'Enter'], hears, 2000)).toEqual([null, '', 'cd'])
})
