// Branch and bound over all orders and all choices of resources.
import type { Instant } from '../booking.ts'
import { type Choice, earliest, earliestAlone, latestAlone, type Model, type Place, put, remove } from './model.ts'
import { isBetter, type Plan, planOf } from './serial.ts'

/** `closed`: nothing better is left, and null proves that there is no plan. */
export type Found = { best: Plan | null; closed: boolean }

/**
 * Looks for plans better than `best`: with an earlier finish, or with goal `price` for cheaper ones that finish no later.
 *
 * Tests are laid down in order of (start, index). Why each at its earliest start is enough: of all ways to complete what is laid down
 * take a best one whose tests are moved as early as they go, one at a time, within that order; choices and price stay, it ends no
 * later. Its next test then stands at its earliest start: at an earlier one it could only be in the way of tests that start later, but
 * every use of a resource has the same buffer before, so it would be in their way where it stands too. Nor does the next test start
 * once another could have been over, whatever its choice: that one could move earlier. Both depend on nothing but what is left, so
 * two ways to the same rest need one look (`seen`).
 *
 * `work`: how many places it may try before it gives up.
 */
export const search = (model: Model, goal: 'finish' | 'price', best: Plan | null, work: number): Found => {
  const { steps, order } = model
  const places: (Place | undefined)[] = steps.map(() => undefined)
  const depths = steps.map(() => new Float64Array(steps.length))
  const seen = new Map<string, number>()
  let latest = latestStarts(model, deadline(goal, best))
  let tried = 0

  const record = (): void => {
    const plan = planOf(model, places as Place[])
    if (!isBetter(plan, best)) return
    best = plan
    latest = latestStarts(model, deadline(goal, best))
  }

  /** Was the same rest looked at before, at no higher a price? */
  const known = (last: number, price: number): boolean => {
    const key = restKey(model, places, last)
    const before = seen.get(key)
    if (before !== undefined && (goal === 'finish' || before <= price)) return true
    if (before !== undefined || seen.size < MOST_SEEN) seen.set(key, price)
    return false
  }

  const descend = (depth: number, last: number, price: number): void => {
    if (depth === steps.length) return record()
    const lastStart = last < 0 ? -Infinity : places[last]!.start
    const starts = depths[depth]
    const children: Child[] = []
    let over = Infinity
    let low = price
    for (const i of order) {
      if (places[i]) continue
      const step = steps[i]
      let ready = Math.max(model.from, i > last ? lastStart : lastStart + 1)
      let next = true
      for (const { step: j, gap } of step.after) {
        ready = Math.max(ready, (places[j]?.start ?? starts[j]) + steps[j].length + gap)
        next &&= places[j] !== undefined
      }
      let cheapest = Infinity
      if (next) {
        const firstChild = children.length
        let ended = -Infinity
        starts[i] = Infinity
        for (const choice of step.choices) {
          tried++
          const start = earliest(model, step, choice, ready)
          if (start > latest[i]) continue
          starts[i] = Math.min(starts[i], start)
          ended = Math.max(ended, start + choice.reach)
          cheapest = Math.min(cheapest, choice.price)
          children.push({ i, start, choice, more: 0 })
        }
        over = Math.min(over, ended)
        for (let c = firstChild; c < children.length; c++) children[c].more = children[c].choice.price - cheapest
      } else {
        starts[i] = earliestAlone(model, step.starts, ready)
        if (goal === 'price') cheapest = step.choices.find(choice => earliestAlone(model, choice.starts, ready) <= latest[i])?.price ?? Infinity
      }
      if (starts[i] > latest[i]) return
      low += cheapest
    }
    if ((goal === 'price' && best && low >= best.price) || (depth > 1 && known(last, price))) return
    children.sort(goal === 'finish' ? (a, b) => a.start - b.start || latest[a.i] - latest[b.i] || a.more - b.more : (a, b) => a.more - b.more || a.start - b.start || latest[a.i] - latest[b.i])
    for (const { i, start, choice, more } of children) {
      if (tried > work || (last >= 0 && lastStart > latest[last])) return
      if (start >= over || start > latest[i] || (goal === 'price' && best && low + more >= best.price)) continue
      const place = { start, choice }
      places[i] = place
      put(steps[i], place)
      descend(depth + 1, i, price + choice.price)
      remove(steps[i], place)
      places[i] = undefined
    }
  }
  descend(0, -1, 0)
  return { best, closed: tried <= work }
}

const MOST_SEEN = 1_000_000

/** What a rest depends on: the tests left, the last one laid down, and of the others those that may still be in the way of a later start. */
const restKey = ({ steps }: Model, places: readonly (Place | undefined)[], last: number): string => {
  const at = places[last]!.start
  let key = `${last} ${at}`
  for (let i = 0; i < steps.length; i++) {
    const place = places[i]
    if (!place) key += ` ${i}`
    else if (place.start + Math.max(place.choice.reach, steps[i].hold) > at) key += ` ${i}:${place.start}:${steps[i].choices.indexOf(place.choice)}`
  }
  return key
}

/** `more`: what the choice costs above the cheapest one left. */
type Child = { i: number; start: Instant; choice: Choice; more: number }

const deadline = (goal: 'finish' | 'price', best: Plan | null): Instant => (best === null ? Infinity : goal === 'finish' ? best.finish - 1 : best.finish)

/** By step: the last start with which the chain behind it ends by then. */
const latestStarts = (model: Model, by: Instant): Instant[] => {
  const { steps, order } = model
  const ends = steps.map(() => by)
  const latest = steps.map(() => -Infinity)
  for (const i of [...order].reverse()) {
    latest[i] = latestAlone(model, steps[i].starts, ends[i] - steps[i].length)
    for (const { step, gap } of steps[i].after) ends[step] = Math.min(ends[step], latest[i] - gap)
  }
  return latest
}
