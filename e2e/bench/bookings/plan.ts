// What planning a chain costs: six tests, each offered by three labs, two of them in two parts, among the finder's resources and bookings.
import { planSteps } from '#shared/bookings/chain.ts'
import type { ChainStep } from '#shared/bookings/chain/input.ts'
import { HORIZON } from '#shared/bookings/finder.ts'
import { DAY } from '#shared/bookings/times.ts'
import type { Random } from '#shared/standards/index/random-catalogue.ts'
import { quantile } from '../quantile.ts'
import type { Scene } from './scene.ts'

const [PLANS, STEPS, LABS] = [120, 6, 3]
/** Minutes of the parts of each step. */
const PARTS = [[60], [120, 210], [90], [30, 60], [180], [120]]
/** What each waits for: two branches that join. */
const AFTER = [[], [0], [0], [1], [2], [3, 4]]

/** Milliseconds from the rows of the candidates, as they lie in the database, to the plan with its slack. */
export const plan = ({ candidate, now }: Scene, random: Random): { planP95: number; planExact: number } => {
  const times: number[] = []
  let exact = 0
  for (let n = 0; n < PLANS; n++) {
    const from = now + random.below(14) * DAY
    const tests = PARTS.map((minutes, step) => Array.from({ length: LABS }, (_, lab) => candidate(`${n}-${step}-${lab}`, `l${lab}`, minutes, random)))
    const started = performance.now()
    const steps = tests.map((made, i): ChainStep => ({ id: `${i}`, candidates: made.map(make => make()), after: AFTER[i].map(String), sample: i < 3 ? 's' : null }))
    const found = planSteps({ steps, from, until: from + HORIZON, now, urgency: 'normal', shares: [] })
    if (!found.ok || found.value.steps.length !== STEPS) throw new Error(`chain ${n} finds no plan`)
    if (n < PLANS / 10) continue
    times.push(performance.now() - started)
    if (found.value.exact) exact++
  }
  return { planP95: quantile(times, 0.95), planExact: exact / times.length }
}
