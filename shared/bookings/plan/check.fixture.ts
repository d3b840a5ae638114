// The rules of a plan once more, minute by minute and by nothing that the solver uses: a checker, and a search through everything.
// The search goes by five minutes, so all that it is given has to.
import type { z } from 'zod'
import type { planInput } from './input.ts'

export type Args = z.input<typeof planInput>
export type Planned = { finish: string; price: number; tests: { test: string; start: string; end: string; resources: string[] }[] }

/** What a plan breaks, in words; [] for a plan that holds. */
export const faultsOf = (args: Args, plan: Planned): string[] => {
  const world = worldOf(args)
  const faults: string[] = []
  let price = 0
  args.tests.forEach((test, i) => {
    const { test: id, start, end, resources } = plan.tests[i]
    const [from, to] = [minuteOf(start), minuteOf(end)]
    if (id !== test.id) faults.push(`place ${i} is of ${id}`)
    if (to - from !== test.minutes) faults.push(`${id} lasts ${to - from}`)
    if (resources.length !== (test.needs ?? []).length) faults.push(`${id} has ${resources.length} resources`)
    const chosen = (test.needs ?? []).map(({ units = 1, anyOf }, n) => {
      const prices = anyOf.filter(({ resource }) => resource === resources[n]).map(({ price = 0 }) => price)
      if (prices.length === 0) faults.push(`${id} can't have ${resources[n]}`)
      price += Math.min(...prices)
      return { resource: resources[n], units }
    })
    faults.push(...world.alone(i, from, chosen.map(({ resource }) => resource)).map(fault => `${id} ${fault}`))
    for (const { test: other, gap = 0 } of test.after ?? []) if (minuteOf(plan.tests.find(one => one.test === other)!.end) + gap > from) faults.push(`${id} starts before ${other} is over`)
    world.lay(i, from, chosen, 1)
  })
  faults.push(...world.full())
  if (plan.price !== price) faults.push(`the price is ${price}`)
  if (minuteOf(plan.finish) !== Math.max(...plan.tests.map(({ end }) => minuteOf(end)))) faults.push('the finish is another')
  return faults
}

/** The best of all plans, each test at each start of the granule with each choice; null for none. Only for a handful. */
export const bestOfAll = (args: Args): { finish: number; price: number } | null => {
  const world = worldOf(args, 5)
  let best: { finish: number; price: number } | null = null
  const starts = args.tests.map(() => -1)
  const over = args.tests.map(({ minutes }, i) => starts[i] + minutes)
  const orderKept = (): boolean =>
    args.tests.every(({ after = [] }, i) => starts[i] < 0 || after.every(({ test, gap = 0 }) => (j => starts[j] < 0 || starts[j] + args.tests[j].minutes + gap <= starts[i])(args.tests.findIndex(({ id }) => id === test))))
  const goOn = (i: number, price: number): void => {
    if (i === args.tests.length) {
      const finish = Math.max(...over)
      if (!best || finish < best.finish || (finish === best.finish && price < best.price)) best = { finish, price }
      return
    }
    const { needs = [], minutes } = args.tests[i]
    let choices: { chosen: { resource: string; units: number }[]; price: number }[] = [{ chosen: [], price: 0 }]
    for (const { units = 1, anyOf } of needs) choices = choices.flatMap(one => anyOf.map(({ resource, price = 0 }) => ({ chosen: [...one.chosen, { resource, units }], price: one.price + price })))
    for (let start = world.from; start + minutes <= world.until && (!best || start + minutes <= best.finish); start += 5) {
      if (!world.onGranule(start)) continue
      starts[i] = start
      over[i] = start + minutes
      if (!orderKept()) continue
      for (const { chosen, price: more } of choices) {
        if (world.alone(i, start, chosen.map(({ resource }) => resource)).length > 0) continue
        world.lay(i, start, chosen, 1)
        if (world.full().length === 0) goOn(i + 1, price + more)
        world.lay(i, start, chosen, -1)
      }
    }
    starts[i] = -1
  }
  goOn(0, 0)
  return best
}

/** Minutes since 1970. */
export const minuteOf = (iso: string): number => Date.parse(iso) / 60_000
const clockOf = (clock: string): number => +clock.slice(0, 2) * 60 + +clock.slice(3)
const EIGHT_HOURS = 480

const worldOf = ({ granule, from, until, resources = [], samples = [], tests }: Args, tick: 1 | 5 = 1) => {
  const [first, last] = [minuteOf(from), minuteOf(until)]
  const within = (minute: number, spans: readonly { start: string; end: string }[] = []): boolean => spans.some(({ start, end }) => minute >= minuteOf(start) && minute < minuteOf(end))
  const open = resources.map(({ hours = [], extra, closed }) =>
    Array.from({ length: (last - first) / tick }, (_, i) => {
      const minute = first + i * tick
      const local = minute + EIGHT_HOURS
      const [day, clock] = [((Math.floor(local / 1440) + 3) % 7) + 1, local % 1440]
      const usual = hours.some(({ days, from: opens, to }) => days.includes(day) && clock >= clockOf(opens) && clock < clockOf(to))
      return (usual || within(minute, extra)) && !within(minute, closed)
    }),
  )
  // A margin on both sides for buffers. `laid` are the units of tests, `held` those of others.
  const margin = Math.max(0, ...resources.flatMap(({ before = 0, after = 0 }) => [before, after]))
  const slots = (): number[] => new Array<number>((last - first + 2 * margin) / tick).fill(0)
  const add = (to: number[], from: number, until: number, units: number): void => {
    for (let m = from; m < until; m += tick) to[(m - first + margin) / tick] += units
  }
  const held = resources.map(({ before = 0, after = 0, busy = [] }) => {
    const units = slots()
    for (const one of busy) add(units, Math.max(minuteOf(one.start) - before, first - margin), Math.min(minuteOf(one.end) + after, last + margin), one.units ?? 1)
    return units
  })
  const laid = resources.map(slots)
  const inUse = samples.map(slots)
  return {
    from: first,
    until: last,
    onGranule: (minute: number): boolean => ((minute + EIGHT_HOURS) % 1440) % granule === 0,
    /** What is wrong with a place whatever the others do. */
    alone(i: number, start: number, chosen: readonly string[]): string[] {
      const faults: string[] = []
      if (!this.onGranule(start)) faults.push('starts beside the granule')
      if (start < first || start + tests[i].minutes > last) faults.push('is out of the time given')
      for (const id of chosen) for (let m = start; m < start + tests[i].minutes; m += tick) if (!open[resources.findIndex(one => one.id === id)][(m - first) / tick]) return [...faults, `is on ${id} while it is closed`]
      return faults
    },
    lay(i: number, start: number, chosen: readonly { resource: string; units: number }[], sign: 1 | -1): void {
      const { minutes, uses = [] } = tests[i]
      for (const { resource, units } of chosen) {
        const r = resources.findIndex(({ id }) => id === resource)
        const { before = 0, after = 0 } = resources[r]
        add(laid[r], start - before, start + minutes + after, sign * units)
      }
      for (const { sample, pieces = 1 } of uses) add(inUse[samples.findIndex(({ id }) => id === sample)], start, start + minutes, sign * pieces)
    },
    /** Where more is taken than there is; what others hold alone is not the plan's fault. */
    full: (): string[] => [
      ...resources.filter(({ capacity = 1 }, r) => laid[r].some((units, m) => units > 0 && units + held[r][m] > capacity)).map(({ id }) => `${id} is full`),
      ...samples.filter(({ pieces = 1 }, s) => inUse[s].some(units => units > pieces)).map(({ id }) => `${id} is in use`),
    ],
  }
}
