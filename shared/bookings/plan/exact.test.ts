import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cases, casesOf } from './cases.fixture.ts'
import { bestOfAll, faultsOf, minuteOf } from './check.fixture.ts'
import { solve } from './solve.fixture.ts'

const RUNS = 600

test('a plan holds and is the best of all', () => {
  let plans = 0
  fc.assert(
    fc.property(cases, args => {
      const plan = solve(args)
      expect(plan && { finish: minuteOf(plan.finish), price: plan.price }).toEqual(bestOfAll(args))
      if (!plan) return
      plans++
      expect(faultsOf(args, plan)).toEqual([])
      expect(plan.exact).toBe(true)
    }),
    { numRuns: RUNS },
  )
  expect(plans).toBeGreaterThan(RUNS / 4)
})

test('so it is of five', () =>
  fc.assert(
    fc.property(casesOf(5, 5), args => {
      const plan = solve(args)
      expect(plan && { finish: minuteOf(plan.finish), price: plan.price }).toEqual(bestOfAll(args))
    }),
    { numRuns: 30 },
  ))

test('a plan that the search gave up on holds as well, and says so', () => {
  let notExact = 0
  fc.assert(
    fc.property(cases, args => {
      const [plan, best] = [solve(args, 3), bestOfAll(args)]
      if (!plan) return
      expect(faultsOf(args, plan)).toEqual([])
      const [late, dear] = [minuteOf(plan.finish) - best!.finish, plan.price - best!.price]
      expect(late > 0 || (late === 0 && dear >= 0)).toBe(true)
      if (plan.exact) expect([late, dear]).toEqual([0, 0])
      else notExact++
    }),
    { numRuns: 200 },
  )
  expect(notExact).toBeGreaterThan(20)
})
