// Which tests are taken for the steps of a chain: every combination, the most promising first.
import { arrange } from '../arrange.ts'
import type { Instant } from '../booking.ts'
import type { Candidate } from '../finder.ts'
import { MINUTE } from '../times.ts'
import { type ChainAsked, type ChainStep, costOf, type Option, optionsOf } from './input.ts'

/** `finish`, `price`: no plan with these options is better. */
export type Combination = { options: Option[]; finish: Instant; price: number }

/** So many are looked at; beyond that the slower ones of the steps with most of them are left out. */
const MOST = 256

/** The earliest end of a step that begins at `from` or later, whatever the others do; null: there is none. */
export const alone = (asked: ChainAsked, step: ChainStep, from = asked.from): Instant | null => optionsOf(step, asked.urgency).map(option => endOf(option, from, asked.until)).reduce(sooner, null)

const endOf = (option: Option, from: Instant, until: Instant): Instant | null => option.map(one => endOfOne(one, from, until)).reduce(sooner, null)

const endOfOne = ({ test, parts }: Candidate, from: Instant, until: Instant): Instant | null => {
  const end = arrange(parts, test.parts.map(({ after: { least, most } }) => ({ least: least * MINUTE, most: most === null ? null : most * MINUTE })), from, until)?.at(-1)?.end ?? null
  return end !== null && end > until ? null : end
}

const sooner = (a: Instant | null, b: Instant | null): Instant | null => (a === null || (b !== null && b < a) ? b : a)

/** `whole`: none was left out. Ones that find no time are. */
export const combinations = (asked: ChainAsked): { list: Combination[]; whole: boolean } => {
  const { steps, from, until, urgency } = asked
  const known = new Map<string, Instant | null>()
  const ends = (step: number, option: number, ready: Instant): Instant | null => {
    const key = `${step} ${option} ${ready}`
    if (!known.has(key)) known.set(key, endOf(choices[step][option], ready, until))
    return known.get(key)!
  }
  const choices = steps.map(step => optionsOf(step, urgency).map(option => ({ option, end: endOf(option, from, until) ?? Infinity })).sort((a, b) => a.end - b.end).map(({ option }) => option))
  let whole = true
  const count = (): number => choices.reduce((product, { length }) => product * length, 1)
  while (count() > MOST) {
    choices.reduce((most, one) => (one.length > most.length ? one : most)).pop()
    whole = false
  }
  const order = inOrder(steps)
  const list: Combination[] = []
  for (let n = 0; n < count(); n++) {
    let rest = n
    const picked = choices.map(({ length }) => {
      const at = rest % length
      rest = Math.floor(rest / length)
      return at
    })
    const done = new Map<string, Instant>()
    for (const i of order) {
      const end = ends(i, picked[i], Math.max(from, ...steps[i].after.map(id => done.get(id) ?? Infinity)))
      if (end !== null) done.set(steps[i].id, end)
    }
    if (done.size < steps.length) continue
    const options = picked.map((at, i) => choices[i][at])
    list.push({ options, finish: Math.max(...done.values()), price: options.reduce((sum, option) => sum + Math.min(...option.map(({ test }) => costOf(test, urgency))), 0) })
  }
  return { list: list.sort((a, b) => a.finish - b.finish || a.price - b.price), whole }
}

/** Every step behind those that it waits for. */
const inOrder = (steps: readonly ChainStep[]): number[] => {
  const order: number[] = []
  while (order.length < steps.length) {
    const next = steps.findIndex(({ after }, i) => !order.includes(i) && after.every(id => order.some(j => steps[j].id === id)))
    if (next < 0) throw new Error('the steps wait for one another in a circle')
    order.push(next)
  }
  return order
}
