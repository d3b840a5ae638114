// The order of several tests and calibrations that wait for each other or share samples: when each takes place, and on what.
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { Instant } from './booking.ts'
import type { PlanInput } from './plan/input.ts'
import { modelOf } from './plan/model.ts'
import { search } from './plan/search.ts'
import { byLocalSearch, byRules, type Plan } from './plan/serial.ts'
import { MINUTE } from './times.ts'

/** `resources`: one for each need, in their order. */
export type PlannedTest = { test: string; start: Instant; end: Instant; resources: string[] }

/** `price` in fen. `exact`: no plan ends earlier, and none that ends then is cheaper. */
export type ChainPlan = { finish: Instant; price: number; tests: PlannedTest[]; exact: boolean; method: 'branch-and-bound' | 'local-search' }

/** `test`: it finds no time even if it were alone. `proven` false: the search gave up before it had seen everything. */
export type NoPlan = { code: 'no-plan'; test: string | null; proven: boolean }

/** Up to so many tests the answer is exact, however long it takes. */
export const EXACT_UP_TO = 6

/** How many places one search tries before it gives up above that; the local search then has half of it. */
const SEARCH_WORK = 400_000

/** The plan that ends first, and of those the cheapest; the same for the same input. Expects what `readPlanInput` gives. `work`: places that a search may try. */
export const planChain = (input: PlanInput, work = input.tests.length > EXACT_UP_TO ? SEARCH_WORK : Infinity): Result<ChainPlan, NoPlan> => {
  const model = modelOf(input)
  const alone = model.steps.find(({ choices }) => choices.length === 0)
  if (alone) return fail({ code: 'no-plan', test: alone.id, proven: true })
  const first = search(model, 'finish', byRules(model), work)
  const last = first.closed && first.best ? search(model, 'price', first.best, work) : first
  const plan = last.closed ? last.best : byLocalSearch(model, last.best, work / 2)
  if (!plan) return fail({ code: 'no-plan', test: null, proven: last.closed })
  return ok({ finish: plan.finish, price: plan.price, tests: testsOf(input, plan), exact: last.closed, method: last.closed ? 'branch-and-bound' : 'local-search' })
}

const testsOf = ({ tests }: PlanInput, { places }: Plan): PlannedTest[] =>
  tests.map(({ id, minutes }, i) => ({ test: id, start: places[i].start, end: places[i].start + minutes * MINUTE, resources: places[i].choice.resources }))
