// Branch and bound over all orders and all choices of resources.
import type { Instant } from '../booking.ts'
import { type Choice, earliest, earliestAlone, latestAlone, type Model, type Place, put, remove } from './model.ts'
import { isBetter, type Plan, planOf } from './serial.ts'

/** `closed`: nothing better is left, and null proves that there is no plan. */
export type Found = { best: Plan | null; closed: boolean }

/**
 * Looks for plans better than `best`: with an earlier finish, or with goal `price` for cheaper ones that finish no later.
 *
 * Why it is enough to put each test at its earliest start, in every order and with every choice: take any plan and move its tests
 * earlier, one at a time and with their choices, until none can move alone; it ends no later and costs the same. Laid down in order of
 * its starts, each test of that plan stands at the earliest start that those before it leave: at an earlier one it could only be in
 * the way of a test that starts later, but every use of a resource has the same buffer before, so it would be in its way now too.
 * Hence children that start before the last one laid down are left out, and so are those that start once another test could have been
 * over, whatever its choice: that one could move earlier.
 *
 * `work`: how many places it may try before it gives up.
 */
export const search = (model: Model, goal: 'finish' | 'price', best: Plan | null, work: number): Found => {
  const { steps, order } = model
  const places: (Place | undefined)[] = steps.map(() => undefined)
  const depths = steps.map(() => new Float64Array(steps.length))
  let latest = latestStarts(model, deadline(goal, best))
  let tried = 0

  const record = (): void => {
    const plan = planOf(model, places as Place[])
    if (!isBetter(plan, best)) return
    best = plan
    latest = latestStarts(model, deadline(goal, best))
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
      let ready = model.from
      let next = true
      for (const { step: j, gap } of step.after) {
        ready = Math.max(ready, (places[j]?.start ?? starts[j]) + steps[j].length + gap)
        next &&= places[j] !== undefined
      }
      let cheapest = Infinity
      if (next) {
        const firstChild = children.length
        let start = Infinity
        let ended = -Infinity
        for (const choice of step.choices) {
          tried++
          const at = earliest(model, step, choice, ready)
          if (at > latest[i]) continue
          start = Math.min(start, Math.max(at, lastStart))
          ended = Math.max(ended, at + choice.reach)
          cheapest = Math.min(cheapest, choice.price)
          if (at > lastStart || (at === lastStart && i > last)) children.push({ i, start: at, choice, more: 0 })
        }
        over = Math.min(over, ended)
        starts[i] = start
        for (let c = firstChild; c < children.length; c++) children[c].more = children[c].choice.price - cheapest
      } else {
        starts[i] = earliestAlone(model, step.starts, Math.max(ready, lastStart))
        if (goal === 'price') cheapest = step.choices.find(({ starts: alone }) => earliestAlone(model, alone, Math.max(ready, lastStart)) <= latest[i])?.price ?? Infinity
      }
      if (starts[i] > latest[i]) return
      low += cheapest
    }
    if (goal === 'price' && best && low >= best.price) return
    children.sort(goal === 'finish' ? (a, b) => a.start - b.start || latest[a.i] - latest[b.i] || a.more - b.more : (a, b) => a.more - b.more || a.start - b.start || latest[a.i] - latest[b.i])
    for (const { i, start, choice, more } of children) {
      if (tried > work) return
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
