// Plans by lists: tests in the order of a priority, each at the earliest start that is still free.
import type { Instant } from '../booking.ts'
import { type Choice, earliest, type Model, type Place, put, remove } from './model.ts'

/** `places` by the index of the step. */
export type Plan = { finish: Instant; price: number; places: Place[] }

/** An earlier finish, then a lower price. */
export const isBetter = (plan: Plan, than: Plan | null): boolean => than === null || plan.finish < than.finish || (plan.finish === than.finish && plan.price < than.price)

/** Of the steps that may come next the one with the highest priority, with the choice that starts first, or the one forced on it. null: one finds no time. */
export const serial = (model: Model, priority: readonly number[], forced: readonly (Choice | null)[] = []): Plan | null => {
  const { steps } = model
  const places: (Place | undefined)[] = steps.map(() => undefined)
  const placed: number[] = []
  let full = true
  while (full && placed.length < steps.length) {
    let next = -1
    for (let i = 0; i < steps.length; i++) if (!places[i] && (next < 0 || priority[i] > priority[next]) && steps[i].after.every(({ step }) => places[step])) next = i
    const step = steps[next]
    const ready = step.after.reduce((at, { step, gap }) => Math.max(at, places[step]!.start + steps[step].length + gap), model.from)
    let best: Place | null = null
    const only = forced[next]
    for (const choice of only ? [only] : step.choices) {
      const start = earliest(model, step, choice, ready)
      if (start < (best?.start ?? Infinity)) best = { start, choice }
    }
    if (best) {
      put(step, best)
      places[next] = best
      placed.push(next)
    } else full = false
  }
  for (const i of placed) remove(steps[i], places[i]!)
  return full ? planOf(model, places as Place[]) : null
}

export const planOf = ({ steps }: Model, places: readonly Place[]): Plan => ({
  finish: Math.max(...places.map(({ start }, i) => start + steps[i].length)),
  price: places.reduce((sum, { choice }) => sum + choice.price, 0),
  places: [...places],
})

/** The best of some usual rules: longest chain behind it, longest test, fewest choices, first come. */
export const byRules = (model: Model): Plan | null => {
  const { steps } = model
  const rules = [steps.map(({ tail }) => tail), steps.map(({ length }) => length), steps.map(({ length }) => -length), steps.map(({ choices }) => -choices.length), steps.map((_, i) => -i)]
  return rules.map(rule => serial(model, rule)).reduce<Plan | null>((best, plan) => (plan && isBetter(plan, best) ? plan : best), null)
}

/**
 * Swaps priorities and forces choices at random, by a fixed sequence, and keeps what isn't worse: local search over priority lists.
 * `work`: how many places it may try.
 */
export const byLocalSearch = (model: Model, found: Plan | null, work: number): Plan | null => {
  const { steps } = model
  let best = found
  let priority = steps.map(({ tail }, i) => (found ? -found.places[i].start : tail))
  let forced: (Choice | null)[] = steps.map(() => null)
  let state: Plan | null = null
  const random = sequence()
  for (let rounds = Math.ceil(work / steps.reduce((sum, { choices }) => sum + choices.length, 1)); rounds > 0; rounds--) {
    const changed = [...priority]
    const choices = [...forced]
    const [a, b] = [random(steps.length), random(steps.length)]
    if (random(2) === 0) [changed[a], changed[b]] = [changed[b], changed[a]]
    else choices[a] = random(3) === 0 ? null : steps[a].choices[random(steps[a].choices.length)]
    const plan = serial(model, changed, choices)
    if (!plan || (state && isBetter(state, plan))) continue
    state = plan
    priority = changed
    forced = choices
    if (isBetter(plan, best)) best = plan
  }
  return best
}

/** Whole numbers below `n`, the same in every run: multiplicative congruential, modulus 2^31 - 1. */
const sequence = (): ((n: number) => number) => {
  let state = 1
  return n => {
    state = (state * 48271) % 0x7fffffff
    return state % n
  }
}
