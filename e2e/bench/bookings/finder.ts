// What one question to the finder costs: 200 resources, 20,000 bookings of the next four weeks, ten labs for each need.
import type { Resource, ResourceBusy } from '#shared/bookings/booking.ts'
import { NO_CALENDAR } from '#shared/bookings/calendar.ts'
import { type Candidate, HORIZON, proposals } from '#shared/bookings/finder.ts'
import { freeLane, occupied, takenOf } from '#shared/bookings/slots.ts'
import { DAY, MINUTE, midnightOf } from '#shared/bookings/times.ts'
import type { LabTest } from '#shared/labs/lab.ts'
import { randomBy } from '#shared/standards/index/random-catalogue.ts'
import { quantile } from '../quantile.ts'

const [RESOURCES, BOOKINGS, QUESTIONS, LABS] = [200, 20_000, 400, 10]
const NOW = midnightOf('2026-10-12')
const PARTS = [[60], [120, 210], [30, 60, 240]]

/** Milliseconds from the rows of the candidates, as they lie in the database, to four proposals. */
export const finder = (): { finderP95: number } => {
  const random = randomBy(1)
  const resources = Array.from({ length: RESOURCES }, (_, i): Resource => ({ id: `r${i}`, complex: 'c', name: '', lanes: 1 + (i % 3), approval: false, open: true, hours: [1, 2, 3, 4, 5].flatMap(day => [{ day, from: 510, to: 720 }, { day, from: 810, to: 1020 }]), granuleMin: 30, beforeMin: 0, afterMin: i % 2 === 0 ? 15 : 0, holdMin: 120 }))
  const busy = new Map(resources.map(({ id }) => [id, [] as ResourceBusy[]]))
  for (let n = 0; n < BOOKINGS; n++) {
    const resource = resources[random.below(RESOURCES)]
    const rows = busy.get(resource.id)!
    const start = NOW + random.below(28) * DAY + (510 + 30 * random.below(17)) * MINUTE
    const span = occupied(resource, start, start + (1 + random.below(6)) * 30 * MINUTE)
    const lane = freeLane(resource.lanes, takenOf(rows), span) ?? 0
    rows.push({ id: `b${n}`, complex: 'c', resource: resource.id, lane, ...span, kind: lane === 0 ? 'waiting' : 'busy', open: true })
  }
  const times: number[] = []
  for (let n = 0; n < QUESTIONS; n++) {
    const minutes = PARTS[n % PARTS.length]
    const tests = Array.from({ length: LABS }, (_, lab): LabTest => ({ id: `${n}-${lab}`, complex: 'c', lab: `l${lab}`, object: '', parameter: '', number: 'GB/T 1-2020', range: null, sample: null, retired: false, parts: minutes.map(length => ({ resource: random.pick(resources).id, minutes: length, after: { least: 0, most: 2880 } })), prices: [{ urgency: 'normal', days: 3, fen: 5000 + random.below(90) * 100 }] }))
    const from = NOW + random.below(20) * DAY
    const started = performance.now()
    const candidates = tests.map((test): Candidate => ({ test, calendar: NO_CALENDAR, parts: test.parts.map(part => ({ resource: resources[+part.resource.slice(1)], after: 0, length: part.minutes * MINUTE, taken: takenOf(busy.get(part.resource)!), calendar: NO_CALENDAR })) }))
    const found = proposals(candidates, { from, until: from + HORIZON, urgency: 'normal' })
    if (found.length === 0) throw new Error(`question ${n} finds nothing`)
    // The first tenth warms up.
    if (n >= QUESTIONS / 10) times.push(performance.now() - started)
  }
  return { finderP95: quantile(times, 0.95) }
}
