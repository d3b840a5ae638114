// A chain of tests as the solver takes it: parts as tests, lanes as resources, each with its opening hours and what is taken.
import type { LabTest, Price, Urgency } from '#shared/labs/lab.ts'
import type { Instant, Resource } from '../booking.ts'
import { openSpans } from '../calendar.ts'
import type { Candidate } from '../finder.ts'
import type { PlanInput } from '../plan/input.ts'
import { type Taken, usableUntil, type Wanted } from '../slots.ts'
import { DAY, dayOf, MINUTE, midnightOf, startOfDay, weekday } from '../times.ts'

/** `candidates`: the tests that answer the need. `after`: ids of steps that have to be over. Steps with the same `sample` are never under way at once. */
export type ChainStep = { id: string; candidates: Candidate[]; after: string[]; sample: string | null }

/** What a company may have of a resource from Monday to Sunday, and had, by the week's first instant; minutes. */
export type Share = { resource: string; most: number; used: { [monday: Instant]: number } }

/** Nothing begins before `from`, everything ends by `until`; `now` counts for how far ahead one may book. */
export type ChainAsked = { steps: ChainStep[]; from: Instant; until: Instant; now: Instant; urgency: Urgency; shares: Share[] }

/** Tests between which the solver can choose: of one part each and equally long, or one alone. */
export type Option = Candidate[]

export const partId = (step: string, part: number): string => `${step}/${part}`

export const priceOf = ({ prices }: LabTest, urgency: Urgency): Price | undefined => prices.find(one => one.urgency === urgency)

/** Fen as the plan counts them; what has to be asked is dearer than anything. */
export const costOf = (test: LabTest, urgency: Urgency): number => priceOf(test, urgency)?.fen ?? 1e11

/** Tests that could be booked at all: the urgency is offered, and each part is no longer than it may be and lies on its grid. */
export const optionsOf = ({ candidates }: ChainStep, urgency: Urgency): Option[] => {
  const groups = new Map<string, Option>()
  for (const one of candidates) {
    const { test, parts } = one
    if (test.prices.length > 0 && !priceOf(test, urgency)) continue
    if (parts.some(({ resource: { granuleMin, longestMin }, length }) => length % (granuleMin * MINUTE) !== 0 || length > (longestMin ?? Infinity) * MINUTE)) continue
    const key = parts.length === 1 ? `${parts[0].length}` : test.id
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** The Monday after an instant, at midnight. */
export const startOfWeekAfter = (at: Instant): Instant => startOfDay(at) + (8 - weekday(at)) * DAY

/** `options`: what is chosen for each step; `notBefore`: parts that have to begin later than they could. */
export const inputOf = (asked: ChainAsked, options: readonly Option[], notBefore: ReadonlyMap<string, Instant>): PlanInput => {
  const { steps, from, until, urgency } = asked
  const resources = new Map<string, PlanInput['resources'][number][]>()
  const lanesOf = (part: Wanted): PlanInput['resources'][number][] => {
    const known = resources.get(part.resource.id) ?? lanesIn(part, asked)
    resources.set(part.resource.id, known)
    return known
  }
  const last = new Map(steps.map(({ id }, i) => [id, partId(id, options[i][0].parts.length - 1)]))
  const puttingOff: PlanInput['resources'] = []
  const tests = steps.flatMap(({ id, after, sample }, i) => {
    const [{ test: { parts: template } }] = options[i]
    return template.map(({ minutes, after: gap }, k): PlanInput['tests'][number] => {
      const test = partId(id, k)
      const anyOf = options[i].flatMap(one => lanesOf(one.parts[k]).map(lane => ({ resource: lane.id, price: k === 0 ? costOf(one.test, urgency) : 0 })))
      const later = notBefore.get(test)
      if (later !== undefined) puttingOff.push({ ...NOTHING, id: `later ${test}`, capacity: 1, extra: [{ start: later, end: Math.max(later + 1, until) }] })
      return {
        id: test, minutes, needs: [{ units: 1, anyOf }, ...(later === undefined ? [] : [{ units: 1, anyOf: [{ resource: `later ${test}`, price: 0 }] }])],
        after: k > 0 ? [{ test: partId(id, k - 1), gap: gap.least }] : after.map(one => ({ test: last.get(one)!, gap: 0 })),
        uses: sample === null ? [] : [{ sample, pieces: 1 }],
      }
    })
  })
  const grids = new Set(options.flatMap(option => option.flatMap(({ parts }) => parts.map(({ resource }) => resource.granuleMin))))
  const samples = [...new Set(steps.flatMap(({ sample }) => sample ?? []))].map(id => ({ id, pieces: 1 }))
  return { granule: [...grids].reduce(common), from, until, resources: [...[...resources.values()].flat(), ...puttingOff], samples, tests }
}

const NOTHING = { before: 0, after: 0, hours: [], extra: [], closed: [], busy: [] }

/** A start on it lies on every grid; one that only finer grids would allow is passed over. */
const common = (a: number, b: number): number => Math.min(1440, (a * b) / divisor(a, b))
const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

/** A booking keeps its lane from first to last, which a count of units doesn't say: so each lane is one, those taken alike together. */
const lanesIn = ({ resource, taken, calendar }: Wanted, { from, until, now }: ChainAsked): PlanInput['resources'] => {
  const { id, hours, beforeMin, afterMin } = resource
  const open = openSpans(hours, calendar, from, until).map(span => ({ start: span.from, end: Math.min(span.to, usableUntil(resource), bookableUntil(resource, now)) })).filter(({ start, end }) => start < end)
  const alike = new Map<string, { first: number; capacity: number; busy: { start: Instant; end: Instant }[] }>()
  for (let lane = 1; lane <= resource.lanes; lane++) {
    const busy = [...takenIn(taken, 0, resource, from), ...takenIn(taken, lane, resource, from)]
    const key = JSON.stringify(busy)
    const group = alike.get(key)
    if (group) group.capacity++
    else alike.set(key, { first: lane, capacity: 1, busy })
  }
  return [...alike.values()].map(({ first, capacity, busy }) => ({ ...NOTHING, id: `${id} ${first}`, capacity, before: beforeMin, after: afterMin, extra: open, busy: busy.map(span => ({ ...span, units: capacity })) }))
}

/** What is taken has its buffers in it already; off they come, since the plan adds them to everything. */
const takenIn = (taken: Taken, lane: number, { beforeMin, afterMin }: Resource, from: Instant): { start: Instant; end: Instant }[] => {
  const spans = taken[lane]
  if (!spans) return []
  return spans.from.flatMap((start, i) => (spans.most[i] <= from - beforeMin * MINUTE ? [] : [{ start: start + beforeMin * MINUTE, end: spans.most[i] - afterMin * MINUTE }]))
}

const bookableUntil = ({ aheadDays }: Resource, now: Instant): Instant => (aheadDays === null || aheadDays === undefined ? Infinity : midnightOf(dayOf(now)) + (aheadDays + 1) * DAY)
