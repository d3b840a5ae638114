import { expect, test } from 'vitest'
import { isDue } from './nightly.ts'

const at = (day: number, hour: number): number => new Date(2026, 10, day, hour).getTime()

test.each<[string, number | null, number, boolean]>([
  ['none was ever made', null, at(24, 10), true],
  ['last night’s is there', at(24, 2), at(24, 23), false],
  ['last night’s is there, before the next', at(24, 2), at(25, 1), false],
  ['the night has come', at(24, 2), at(25, 2), true],
  ['the hub was off at night', at(23, 2), at(24, 8), true],
  ['made late, it still comes the next night', at(24, 22), at(25, 3), true],
])('%s', (_, last, now, due) => expect(isDue(last, now)).toBe(due))
