// A chain of tests from the directory: which lab does each of them, when, in which order, and what holds its end.
import type { LabTest } from '#shared/labs/lab.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { Instant, Part } from './booking.ts'
import { alone, combinations } from './chain/combinations.ts'
import { type ChainAsked, inputOf, type Option, partId, priceOf, startOfWeekAfter } from './chain/input.ts'
import { EXACT_UP_TO, planChain, type PlannedTest } from './plan.ts'
import type { PlanInput } from './plan/input.ts'
import { criticalPath, moveTest, slackOf } from './plan/shift.ts'
import { DAY, dayOf, MINUTE } from './times.ts'
import { workingDayAfter } from './working-days.ts'

/** `fen`: null = to be asked. `slack`: ms that its end could come later, the others and the finish where they are; `critical`: it has none, or is on the path that holds the finish. */
export type PlannedStep = { id: string; test: LabTest; parts: Part[]; start: Instant; end: Instant; fen: number | null; report: IsoDay; after: string[]; slack: number; critical: boolean }

/** Steps by start. `exact`: none ends earlier, and of those none is cheaper. `draft`: what a move works on. Plain data throughout. */
export type Chain = { steps: PlannedStep[]; finish: Instant; exact: boolean; draft: Draft }
type Draft = { asked: ChainAsked; options: Option[]; input: PlanInput; tests: PlannedTest[] }

/** `step`: it finds no time even alone; null: none of them does together. */
export type NoChain = { code: 'no-plan'; step: string | null }

/** Places that one search of more than six parts tries before it gives up, and how often a plan that breaks a rule is mended. */
const WORK = 60_000
const MENDS = 24

/**
 * The plan that ends first, and of those the cheapest. What the solver can't be told is seen to here: of tests that differ in length or
 * parts every combination is planned that could still win; a gap between parts that came out too long is closed by moving the earlier
 * part on, or that part is put off and all is planned again, as is what would pass a share of a week (then it isn't called exact).
 * Lanes, buffers, closures, calendar, calibration and the other limits are in the input. Approval takes no time.
 */
export const planSteps = (asked: ChainAsked): Result<Chain, NoChain> => {
  const lonely = asked.steps.find(step => alone(asked, step) === null)
  if (lonely) return fail({ code: 'no-plan', step: lonely.id })
  const { list, whole } = combinations(asked)
  let best: { chain: Chain; price: number } | null = null
  let exact = whole
  for (const { options, finish, price } of list) {
    if (best && (finish > best.chain.finish || (finish === best.chain.finish && price >= best.price))) continue
    const found = solve(asked, options)
    exact &&= found.exact
    if (found.chain && (!best || found.chain.finish < best.chain.finish || (found.chain.finish === best.chain.finish && found.price < best.price))) best = { chain: found.chain, price: found.price }
  }
  return best ? ok({ ...best.chain, exact }) : fail({ code: 'no-plan', step: null })
}

const solve = (asked: ChainAsked, options: Option[]): { chain: Chain | null; price: number; exact: boolean } => {
  const notBefore = new Map<string, Instant>()
  for (let mends = 0; mends <= MENDS; mends++) {
    const input = inputOf(asked, options, notBefore)
    const plan = planChain(input, input.tests.length <= EXACT_UP_TO ? Infinity : WORK)
    if (!plan.ok) return { chain: null, price: 0, exact: plan.problem.proven && mends === 0 }
    const tests = closedUp(asked, options, input, plan.value.tests)
    const fault = faultIn(asked, options, tests)
    if (!fault) return { chain: chainOf({ asked, options, input, tests }), price: plan.value.price, exact: plan.value.exact && mends === 0 }
    notBefore.set(fault.test, fault.notBefore)
  }
  return { chain: null, price: 0, exact: false }
}

/** Parts of one test whose gap is too long come nearer: the earlier one as late as it goes. Nothing else moves. */
const closedUp = (asked: ChainAsked, options: readonly Option[], input: PlanInput, tests: PlannedTest[]): PlannedTest[] => {
  let closed = tests
  for (const [i, { id }] of asked.steps.entries()) {
    const { parts } = options[i][0].test
    for (let part = parts.length - 1; part > 0; part--) {
      const { most } = parts[part].after
      const [before, one] = [part - 1, part].map(k => closed.find(({ test }) => test === partId(id, k))!)
      if (most === null || one.start - before.end <= most * MINUTE) continue
      const slack = slackOf(input, closed).find(({ test }) => test === before.test)!.slack
      closed = closed.map(other => (other === before ? { ...other, start: other.start + slack, end: other.end + slack } : other))
    }
  }
  return closed
}

type Fault = { test: string; notBefore: Instant }

/** The first rule that a plan breaks, and what has to come later for it. */
const faultIn = (asked: ChainAsked, options: readonly Option[], tests: readonly PlannedTest[]): Fault | null => {
  for (const [i, { id }] of asked.steps.entries()) {
    for (const [part, { after: { most } }] of options[i][0].test.parts.entries()) {
      if (part === 0 || most === null) continue
      const [before, one] = [part - 1, part].map(k => tests.find(({ test }) => test === partId(id, k))!)
      if (one.start - before.end > most * MINUTE) return { test: before.test, notBefore: one.start - most * MINUTE - (before.end - before.start) }
    }
  }
  const used = new Map<string, number>()
  for (const { test, start, end, resources } of [...tests].sort((a, b) => a.start - b.start)) {
    const resource = resourceOf(resources[0])
    const week = startOfWeekAfter(start) - 7 * DAY
    const share = asked.shares.find(one => one.resource === resource)
    if (!share) continue
    const minutes = (used.get(`${resource} ${week}`) ?? share.used[week] ?? 0) + (end - start) / MINUTE
    if (minutes > share.most) return { test, notBefore: week + 7 * DAY }
    used.set(`${resource} ${week}`, minutes)
  }
  return null
}

const resourceOf = (lane: string): string => lane.slice(0, lane.indexOf(' '))

const chainOf = (draft: Draft): Chain => {
  const { asked, options, input, tests } = draft
  const path = new Set(criticalPath(input, tests).map(({ test }) => test))
  const slacks = slackOf(input, tests)
  const steps = asked.steps.map(({ id, after }, i): PlannedStep => {
    const placed = options[i][0].test.parts.map((_, part) => tests.find(({ test }) => test === partId(id, part))!)
    const parts = placed.map(({ resources, start, end }): Part => ({ resource: resourceOf(resources[0]), start, end }))
    const { test, calendar } = options[i].find(one => one.test.parts.every(({ resource }, k) => resource === parts[k].resource))!
    const price = priceOf(test, asked.urgency)
    const { end } = placed.at(-1)!
    const slack = slacks.find(one => one.test === placed.at(-1)!.test)!.slack
    return {
      id, after, test, parts, start: placed[0].start, end, fen: price?.fen ?? null, report: workingDayAfter(calendar, end - 1, price?.days ?? 0),
      slack, critical: slack === 0 || placed.some(one => path.has(one.test)),
    }
  })
  return { steps: steps.sort((a, b) => a.start - b.start || a.end - b.end), finish: Math.max(...steps.map(({ end }) => end)), exact: false, draft }
}

/** `closed`: the step can't be then; `waits`: another, `for`, would not be over; `full`: pushed on, `step` finds no time; `apart`: its parts come too far apart, or a share of a week is passed. */
export type StepProblem = { code: 'closed' | 'full' | 'apart'; step: string } | { code: 'waits'; step: string; for: string }

/** A step at another start, on the resources it has; the others move only where they have to, and never to an earlier time. */
export const moveStep = ({ draft }: Chain, id: string, start: Instant): Result<Chain, StepProblem> => {
  const { asked, options, input, tests } = draft
  const moved = moveTest(input, tests, partId(id, 0), start)
  if (!moved.ok) {
    const { problem } = moved
    const step = stepOf(problem.test)
    return problem.code === 'waits' ? fail({ code: 'waits', step, for: stepOf(problem.for) }) : fail({ code: problem.code, step })
  }
  const fault = faultIn(asked, options, moved.value.tests)
  return fault ? fail({ code: 'apart', step: stepOf(fault.test) }) : ok(chainOf({ ...draft, tests: moved.value.tests, input }))
}

/** To the next start, or the one before, at which the step can be; null: there is none. */
export const stepMoved = (chain: Chain, id: string, by: 1 | -1): Chain | null => {
  const { draft: { input, tests } } = chain
  const first = tests.find(({ test }) => test === partId(id, 0))!
  const { extra } = input.resources.find(one => one.id === first.resources[0])!
  const step = input.granule * MINUTE
  for (let at = first.start + by * step; at >= input.from && at < input.until; at += by * step) {
    if (!extra.some(open => open.start <= at && at + first.end - first.start <= open.end)) continue
    const moved = moveStep(chain, id, at)
    if (moved.ok) return moved.value
    if (moved.problem.code === 'waits') return null
  }
  return null
}

const stepOf = (test: string): string => test.slice(0, test.lastIndexOf('/'))

/** Days on which something of the plan goes on, first and last. */
export const daysOf = ({ steps, finish }: Chain): { first: IsoDay; last: IsoDay } => ({ first: dayOf(steps[0].start), last: dayOf(finish - 1) })
