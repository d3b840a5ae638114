// What a plan leaves room for: how far each test could move, what holds the finish, and what else moves when one is moved.
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { Instant } from '../booking.ts'
import type { PlannedTest } from '../plan.ts'
import type { PlanInput } from './input.ts'
import { type Choice, earliest, latestAlone, type Model, modelOf, type Place, put, remove } from './model.ts'
import { freeFrom } from './pool.ts'

/** ms that each test could start later, the others and the finish where they are. Tests in the order of the input. */
export const slackOf = (input: PlanInput, tests: readonly PlannedTest[]): { test: string; slack: number }[] => {
  const { model, places } = laidDown(input, tests)
  const finish = Math.max(...tests.map(({ end }) => end))
  return model.steps.map((step, i) => {
    const { start, choice } = places[i]
    const waiting = model.steps.flatMap(({ after }, j) => after.filter(one => one.step === i).map(({ gap }) => places[j].start - gap))
    const last = Math.min(finish, ...waiting) - step.length
    remove(step, places[i])
    let latest = start
    for (let at = start; at <= last; at = earliest(model, step, choice, at + 1)) latest = at
    put(step, places[i])
    return { test: step.id, slack: latest - start }
  })
}

/**
 * Why a test of the critical path doesn't start earlier: it waits for the test before it (`after`), shares a resource or a sample with
 * it (`shared`), nothing that it needs is open and free of others before (`opening`), or nothing: it could start earlier (`loose`).
 */
export type Held = { test: string; by: 'after' | 'shared' | 'opening' | 'loose' }

/** The tests that hold the finish where it is, from the first to the one that ends last. */
export const criticalPath = (input: PlanInput, tests: readonly PlannedTest[]): Held[] => {
  const { model, places } = laidDown(input, tests)
  const endOf = (i: number): Instant => places[i].start + model.steps[i].length
  const path: Held[] = []
  for (let i = places.reduce((last, _, j) => (endOf(j) > endOf(last) ? j : last), 0); ;) {
    const held = holderOf(model, places, i)
    path.unshift({ test: model.steps[i].id, by: held.by })
    if (held.step === null) return path
    i = held.step
  }
}

/** The test that ends last of those in the way of the start before, as far as the calendar knows one. */
const holderOf = (model: Model, places: readonly Place[], i: number): { by: Held['by']; step: number | null } => {
  const { steps } = model
  const [step, { start, choice }] = [steps[i], places[i]]
  const before = latestAlone(model, choice.starts, start - 1)
  if (before === -Infinity) return { by: 'opening', step: null }
  const endOf = (j: number): Instant => places[j].start + steps[j].length
  const waitsFor = step.after.filter(one => endOf(one.step) + one.gap > before).map(one => ({ by: 'after' as const, step: one.step }))
  remove(step, places[i])
  const full = choice.demands.filter(({ pool, units }) => freeFrom(pool, units, before, step.length) > before).map(({ pool }) => pool)
  put(step, places[i])
  const overlaps = (j: number, gap: number): boolean => places[j].start < before + step.length + gap && endOf(j) + gap > before
  const shares = steps.flatMap((_, j) => {
    const shared = j !== i && places[j].start < start && places[j].choice.demands.some(({ pool }) => full.includes(pool) && overlaps(j, pool.before + pool.after))
    return shared ? [{ by: 'shared' as const, step: j }] : []
  })
  return [...waitsFor, ...shares].reduce<{ by: Held['by']; step: number | null }>((last, one) => (last.step === null || endOf(one.step) > endOf(last.step) ? one : last), { by: 'loose', step: null })
}

/** `closed`: `test` can't be then, whatever the others do; `waits`: it would start before `for` is over; `full`: pushed on, it finds no time. */
export type MoveProblem = { code: 'closed' | 'full'; test: string } | { code: 'waits'; test: string; for: string }

/** `moved`: the tests that are elsewhere now, with the ms by which they start later. */
export type Moved = { tests: PlannedTest[]; finish: Instant; moved: { test: string; later: number }[] }

/**
 * Puts one test at another start, on the same resources. The others keep their order and resources and move only where they have to,
 * as little as they can, and never to an earlier time. Expects an id of the plan.
 */
export const moveTest = (input: PlanInput, tests: readonly PlannedTest[], id: string, start: Instant): Result<Moved, MoveProblem> => {
  const { model, places: old } = laidDown(input, tests)
  const { steps } = model
  const moving = steps.findIndex(step => step.id === id)
  steps.forEach((step, i) => remove(step, old[i]))
  const places: Place[] = []
  const lay = (i: number, at: Instant): boolean => {
    const found = earliest(model, steps[i], old[i].choice, at)
    if (found === Infinity) return false
    places[i] = { start: found, choice: old[i].choice }
    put(steps[i], places[i])
    return true
  }
  if (!lay(moving, start) || places[moving].start !== start) return fail({ code: 'closed', test: id })
  const ready = (i: number): Instant => steps[i].after.reduce((at, { step, gap }) => (places[step] ? Math.max(at, places[step].start + steps[step].length + gap) : at), -Infinity)
  const others = model.order.filter(i => i !== moving).sort((a, b) => old[a].start - old[b].start)
  for (const i of others) if (!lay(i, Math.max(old[i].start, ready(i)))) return fail({ code: 'full', test: steps[i].id })
  const early = steps[moving].after.find(({ step, gap }) => places[step].start + steps[step].length + gap > start)
  if (early) return fail({ code: 'waits', test: id, for: steps[early.step].id })
  const shifted = tests.map((one, i) => ({ ...one, start: places[i].start, end: places[i].start + steps[i].length }))
  const moved = shifted.flatMap((one, i) => (one.start === old[i].start ? [] : [{ test: one.test, later: one.start - old[i].start }]))
  return ok({ tests: shifted, finish: Math.max(...shifted.map(({ end }) => end)), moved })
}

/** Tests in the order of the input, as `planChain` and `moveTest` give them. */
const laidDown = (input: PlanInput, tests: readonly PlannedTest[]): { model: Model; places: Place[] } => {
  const model = modelOf(input)
  const places = tests.map(({ start, resources }, i): Place => ({ start, choice: choiceWith(input.tests[i], model.steps[i].choices, resources) }))
  places.forEach((place, i) => put(model.steps[i], place))
  return { model, places }
}

/** The one that takes the same, whichever need has it. */
const choiceWith = ({ id, needs }: PlanInput['tests'][number], choices: readonly Choice[], resources: readonly string[]): Choice => {
  const takes = (of: readonly string[]): string => {
    const taken = new Map<string, number>()
    needs.forEach(({ units }, n) => taken.set(of[n], (taken.get(of[n]) ?? 0) + units))
    return [...taken].map(([resource, units]) => `${units} ${resource}`).sort().join('\n')
  }
  const choice = choices.find(one => takes(one.resources) === takes(resources))
  if (!choice) throw new Error(`${id} can't be planned on ${resources.join()}`)
  return choice
}
