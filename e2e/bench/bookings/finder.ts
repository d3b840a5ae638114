// What one question to the finder costs: ten labs for each need.
import { HORIZON, proposals } from '#shared/bookings/finder.ts'
import { DAY } from '#shared/bookings/times.ts'
import type { Random } from '#shared/standards/index/random-catalogue.ts'
import { quantile } from '../quantile.ts'
import type { Scene } from './scene.ts'

const [QUESTIONS, LABS] = [400, 10]
const PARTS = [[60], [120, 210], [30, 60, 240]]

/** Milliseconds from the rows of the candidates, as they lie in the database, to four proposals. */
export const finder = ({ candidate, now }: Scene, random: Random): { finderP95: number } => {
  const times: number[] = []
  for (let n = 0; n < QUESTIONS; n++) {
    const tests = Array.from({ length: LABS }, (_, lab) => candidate(`${n}-${lab}`, `l${lab}`, PARTS[n % PARTS.length], random))
    const from = now + random.below(20) * DAY
    const started = performance.now()
    const found = proposals(tests.map(make => make()), { from, until: from + HORIZON, urgency: 'normal' })
    if (found.length === 0) throw new Error(`question ${n} finds nothing`)
    // The first tenth warms up.
    if (n >= QUESTIONS / 10) times.push(performance.now() - started)
  }
  return { finderP95: quantile(times, 0.95) }
}
