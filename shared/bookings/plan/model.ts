// A plan's input made ready for search: resources and samples as pools, each test with every choice of resources and its possible starts.
import type { Instant } from '../booking.ts'
import { MINUTE } from '../times.ts'
import type { PlanInput } from './input.ts'
import { common, lastStart, nextStart, onGranule, openSpans, rangeAt, type Starts } from './opening.ts'
import { emptyPool, freeFrom, freeStarts, type Pool, take } from './pool.ts'

type Demand = { pool: Pool; units: number }

/** One resource for each need. `starts` heed opening and what is busy, not the other tests; `reach`: ms from a start after which any other test may start. */
export type Choice = { resources: string[]; price: number; demands: Demand[]; starts: Starts[]; reach: number }

/**
 * `choices` from the cheapest on; `starts` of any of them. From its start in ms: `hold` until all that wait for it may start, `tail` to
 * the end of the longest chain behind it.
 */
export type Step = { id: string; length: number; choices: Choice[]; starts: Starts[]; after: { step: number; gap: number }[]; hold: number; tail: number }

/** `order`: every step behind those that it waits for. */
export type Model = { granule: number; from: Instant; steps: Step[]; order: number[] }

/** A step's place in a plan. */
export type Place = { start: Instant; choice: Choice }

export const modelOf = (input: PlanInput): Model => {
  const { granule, from, until } = input
  const pools = new Map<string, Pool>()
  const open = new Map<Pool, readonly Starts[]>()
  for (const resource of input.resources) {
    const pool = emptyPool(resource.capacity, resource.before * MINUTE, resource.after * MINUTE)
    for (const { start, end, units } of resource.busy) take(pool, start, end, units)
    pools.set(`resource ${resource.id}`, pool)
    open.set(pool, openSpans(resource, from, until))
  }
  for (const { id, pieces } of input.samples) pools.set(`sample ${id}`, emptyPool(pieces))

  const ranges = new Map<Pool, Map<string, Starts[]>>()
  const startsIn = ({ pool, units }: Demand, length: number): Starts[] => {
    const known = ranges.get(pool) ?? new Map<string, Starts[]>()
    ranges.set(pool, known)
    const key = `${units} ${length}`
    const opened = open.get(pool)?.map(span => ({ from: span.from, to: span.to - length })).filter(range => range.from <= range.to) ?? [{ from, to: until - length }]
    const starts = known.get(key) ?? onGranule(common(opened, freeStarts(pool, units, length)), granule)
    known.set(key, starts)
    return starts
  }

  const index = new Map(input.tests.map(({ id }, i) => [id, i]))
  const steps = input.tests.map(({ id, minutes, needs, after, uses }): Step => {
    const length = minutes * MINUTE
    const samples = uses.map(({ sample, pieces }) => ({ pool: pools.get(`sample ${sample}`)!, units: pieces }))
    const chosen = choicesOf(needs, resource => pools.get(`resource ${resource}`)!, samples)
    const whole = onGranule([{ from, to: until - length }], granule)
    const choices = chosen
      .map(choice => ({
        ...choice,
        starts: choice.demands.reduce((starts, demand) => common(starts, startsIn(demand, length)), whole),
        reach: length + Math.max(0, ...choice.demands.map(({ pool }) => pool.before + pool.after)),
      }))
      .filter(({ starts }) => starts.length > 0)
    return { id, length, choices, starts: anyOf(choices.map(({ starts }) => starts)), after: after.map(({ test, gap }) => ({ step: index.get(test)!, gap: gap * MINUTE })), hold: length, tail: length }
  })
  const order = inOrder(steps)
  for (const i of [...order].reverse()) {
    for (const { step, gap } of steps[i].after) {
      const before = steps[step]
      before.hold = Math.max(before.hold, before.length + gap)
      before.tail = Math.max(before.tail, before.length + gap + steps[i].tail)
    }
  }
  return { granule, from, steps, order }
}

/** The first start at or after `at` that the choice has free, given all that is taken now; Infinity for none. */
export const earliest = ({ granule }: Model, { length }: Step, { demands, starts }: Choice, at: Instant): Instant => {
  for (let i = rangeAt(starts, at); i < starts.length;) {
    at = Math.max(nextStart(at, granule), starts[i].from)
    if (at > starts[i].to) {
      i++
      continue
    }
    let free = at
    for (const { pool, units } of demands) {
      free = freeFrom(pool, units, at, length)
      if (free > at) break
    }
    if (free === at) return at
    at = free
    while (i < starts.length && starts[i].to < at) i++
  }
  return Infinity
}

/** The same without the other tests. */
export const earliestAlone = ({ granule }: Model, starts: readonly Starts[], at: Instant): Instant => {
  for (let i = rangeAt(starts, at); i < starts.length; i++) {
    const start = Math.max(nextStart(at, granule), starts[i].from)
    if (start <= starts[i].to) return start
  }
  return Infinity
}

/** The last start at or before `at`, without the other tests; -Infinity for none. */
export const latestAlone = ({ granule }: Model, starts: readonly Starts[], at: Instant): Instant => {
  const i = rangeAt(starts, at)
  if (i < starts.length && starts[i].from <= at) return lastStart(at, granule)
  return starts[i - 1]?.to ?? -Infinity
}

export const put = ({ length }: Step, { start, choice }: Place): void => {
  for (const { pool, units } of choice.demands) take(pool, start, start + length, units)
}

export const remove = ({ length }: Step, { start, choice }: Place): void => {
  for (const { pool, units } of choice.demands) take(pool, start, start + length, -units)
}

type Taken = Pick<Choice, 'resources' | 'price' | 'demands'>

/** Every choice that takes something different, in the cheapest way to have it, from the cheapest on. */
const choicesOf = (needs: PlanInput['tests'][number]['needs'], poolOf: (resource: string) => Pool, samples: readonly Demand[]): Taken[] => {
  let choices: Taken[] = [{ resources: [], price: 0, demands: samples.reduce(added, []) }]
  const numbers = new Map<Pool, number>()
  const keyOf = (demands: readonly Demand[]): string => demands.map(({ pool, units }) => `${numberOf(numbers, pool)}*${units}`).sort().join()
  for (const { units, anyOf } of needs) {
    const cheapest = new Map<string, Taken>()
    for (const choice of choices) {
      for (const { resource, price } of anyOf) {
        const next = { resources: [...choice.resources, resource], price: choice.price + price, demands: added(choice.demands, { pool: poolOf(resource), units }) }
        const key = keyOf(next.demands)
        if (next.price < (cheapest.get(key)?.price ?? Infinity)) cheapest.set(key, next)
      }
    }
    choices = [...cheapest.values()]
  }
  return choices.sort((a, b) => a.price - b.price)
}

const numberOf = (numbers: Map<Pool, number>, pool: Pool): number => {
  const number = numbers.get(pool) ?? numbers.size
  numbers.set(pool, number)
  return number
}

/** Two demands on one pool are one. */
const added = (demands: readonly Demand[], { pool, units }: Demand): Demand[] =>
  demands.some(demand => demand.pool === pool) ? demands.map(demand => (demand.pool === pool ? { pool, units: demand.units + units } : demand)) : [...demands, { pool, units }]

const anyOf = (lists: readonly Starts[][]): Starts[] => {
  const found: Starts[] = []
  for (const range of lists.flat().sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else found.push({ ...range })
  }
  return found
}

/** Expects no cycle. */
const inOrder = (steps: readonly Step[]): number[] => {
  const order: number[] = []
  const visit = (i: number): void => {
    if (order.includes(i)) return
    for (const { step } of steps[i].after) visit(step)
    order.push(i)
  }
  steps.forEach((_, i) => visit(i))
  return order
}
