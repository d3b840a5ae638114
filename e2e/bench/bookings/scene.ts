// 200 resources with 20,000 bookings in the next four weeks, for the finder and the plan of a chain.
import type { Resource, ResourceBusy } from '#shared/bookings/booking.ts'
import { NO_CALENDAR } from '#shared/bookings/calendar.ts'
import type { Candidate } from '#shared/bookings/finder.ts'
import { freeLane, occupied, takenOf } from '#shared/bookings/slots.ts'
import { DAY, MINUTE, midnightOf } from '#shared/bookings/times.ts'
import type { LabTest } from '#shared/labs/lab.ts'
import type { Random } from '#shared/standards/index/random-catalogue.ts'

const [RESOURCES, BOOKINGS] = [200, 20_000]

/** `candidate`: a test on resources at random; what it gives then makes of the rows what the database's answer would be. */
export type Scene = { now: number; candidate: (id: string, lab: string, minutes: readonly number[], random: Random) => () => Candidate }

export const scene = (random: Random): Scene => {
  const now = midnightOf('2026-10-12')
  const resources = Array.from({ length: RESOURCES }, (_, i): Resource => ({ id: `r${i}`, complex: 'c', name: '', lanes: 1 + (i % 3), approval: false, open: true, hours: [1, 2, 3, 4, 5].flatMap(day => [{ day, from: 510, to: 720 }, { day, from: 810, to: 1020 }]), granuleMin: 30, beforeMin: 0, afterMin: i % 2 === 0 ? 15 : 0, holdMin: 120 }))
  const busy = new Map(resources.map(({ id }) => [id, [] as ResourceBusy[]]))
  for (let n = 0; n < BOOKINGS; n++) {
    const resource = resources[random.below(RESOURCES)]
    const rows = busy.get(resource.id)!
    const start = now + random.below(28) * DAY + (510 + 30 * random.below(17)) * MINUTE
    const span = occupied(resource, start, start + (1 + random.below(6)) * 30 * MINUTE)
    const lane = freeLane(resource.lanes, takenOf(rows), span) ?? 0
    rows.push({ id: `b${n}`, complex: 'c', resource: resource.id, lane, ...span, kind: lane === 0 ? 'waiting' : 'busy', open: true })
  }
  const candidate: Scene['candidate'] = (id, lab, minutes, pick) => {
    const test: LabTest = { id, complex: 'c', lab, object: '', parameter: '', number: 'GB/T 1-2020', range: null, sample: null, retired: false, parts: minutes.map(length => ({ resource: pick.pick(resources).id, minutes: length, after: { least: 0, most: 2880 } })), prices: [{ urgency: 'normal', days: 3, fen: 5000 + pick.below(90) * 100 }] }
    return () => ({ test, calendar: NO_CALENDAR, parts: test.parts.map(part => ({ resource: resources[+part.resource.slice(1)], after: 0, length: part.minutes * MINUTE, taken: takenOf(busy.get(part.resource)!), calendar: NO_CALENDAR })) })
  }
  return { now, candidate }
}
