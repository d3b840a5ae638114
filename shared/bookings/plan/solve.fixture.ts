// Plans from plain arguments, as the command line takes and tells them.
import { planChain, type PlannedTest } from '../plan.ts'
import { isoTimeOf } from '../times.ts'
import type { Args, Planned } from './check.fixture.ts'
import { type PlanInput, readPlanInput } from './input.ts'

export const inputOf = (args: Args): PlanInput => {
  const input = readPlanInput(args)
  if (!input.ok) throw new Error(JSON.stringify(input.problem))
  return input.value
}

export const toldOf = (tests: readonly PlannedTest[]): Planned['tests'] => tests.map(one => ({ ...one, start: isoTimeOf(one.start), end: isoTimeOf(one.end) }))

/** null: no plan. */
export const solve = (args: Args, work?: number): (Planned & { exact: boolean }) | null => {
  const plan = planChain(inputOf(args), work)
  return plan.ok ? { ...plan.value, finish: isoTimeOf(plan.value.finish), tests: toldOf(plan.value.tests) } : null
}
