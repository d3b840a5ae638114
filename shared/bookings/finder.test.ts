import { expect, test } from 'vitest'
import type { LabTest, Price } from '#shared/labs/lab.ts'
import type { Resource, ResourceBusy } from './booking.ts'
import { calendarOf } from './calendar.ts'
import { type Candidate, proposals } from './finder.ts'
import { takenOf } from './slots.ts'
import { DAY, isoTimeOf, MINUTE, midnightOf } from './times.ts'
import { workingDayAfter } from './working-days.ts'

const HOUR = 60 * MINUTE
/** Thursday after the National Day holiday; 10-10 is a make-up Saturday. */
const NOW = midnightOf('2026-10-08') + 10 * HOUR
const calendar = calendarOf([{ id: 'y', complex: 'c', year: 2026, days: [{ day: '2026-10-07', name: '国庆节', kind: 'rest', as: null }, { day: '2026-10-10', name: '', kind: 'work', as: 4 }] }])
const asked = { from: NOW, until: NOW + 28 * DAY, urgency: 'normal' as const }

const candidate = (id: string, lab: string, prices: Price[], busyUntil = NOW, closeAt = 1020): Candidate => {
  const resource: Resource = { id: `r-${id}`, complex: 'c', name: '', lanes: 1, approval: false, open: true, hours: [1, 2, 3, 4, 5].map(day => ({ day, from: 510, to: closeAt })), granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 60 }
  const busy: ResourceBusy[] = busyUntil > NOW ? [{ id: 'b', complex: 'c', resource: resource.id, lane: 1, from: NOW, to: busyUntil, kind: 'busy', open: true }] : []
  const parts = [{ resource, after: 0, length: 2 * HOUR, taken: takenOf(busy), calendar }]
  const of: LabTest = { id, complex: 'c', lab, object: '纺织品', parameter: '甲醛', number: 'GB/T 2912.1-2009', range: null, parts: [{ resource: resource.id, minutes: 120, after: { least: 0, most: null } }], sample: null, prices, retired: false }
  return { test: of, parts, calendar }
}
const normal = (fen: number | null, days = 3): Price[] => [{ urgency: 'normal', fen, days }]
const said = (candidates: Candidate[], more: object = {}) => proposals(candidates, { ...asked, ...more }).map(({ why, test: { id }, parts, fen, report }) => [why, id, isoTimeOf(parts[0].start).slice(5, 16), fen, report])

test('the earliest, the cheapest, another lab: each with price and report day over the make-up Saturday', () => {
  const full = candidate('a', 'A', normal(20000))
  expect(said([full, candidate('b', 'B', normal(16000), NOW + DAY), candidate('d', 'C', normal(30000), NOW + 4 * HOUR)])).toEqual([
    ['earliest', 'a', '10-08T10:00', 20000, '2026-10-12'],
    ['cheapest', 'b', '10-09T10:00', 16000, '2026-10-13'],
    ['other-lab', 'd', '10-08T14:00', 30000, '2026-10-12'],
  ])
})

test('overtime is proposed where it is earlier, and where nothing else is left', () => {
  const late = candidate('a', 'A', normal(20000), NOW + 6 * HOUR)
  expect(said([late])).toEqual([['earliest', 'a', '10-09T08:30', 20000, '2026-10-13'], ['overtime', 'a', '10-08T16:00', null, '2026-10-12']])
  expect(said([candidate('a', 'A', normal(1), NOW, 540)])).toEqual([['overtime', 'a', '10-08T10:00', null, '2026-10-12']])
  const told = { ...late, test: { ...late.test, overtime: 50 } }
  expect(said([told])).toEqual([['earliest', 'a', '10-09T08:30', 20000, '2026-10-13'], ['overtime', 'a', '10-08T16:00', 30000, '2026-10-12']])
  expect(proposals([told], asked)[1].overtime).toEqual({ base: 20000, percent: 50 })
})

test('a price that has to be asked is no cheapest one; an urgency that is not offered is not proposed', () => {
  expect(said([candidate('a', 'A', normal(null)), candidate('b', 'A', normal(100), NOW + HOUR)]).map(([why, id]) => [why, id])).toEqual([['earliest', 'a'], ['cheapest', 'b']])
  expect(said([candidate('a', 'A', normal(1))], { urgency: 'express' })).toEqual([])
})

test('working days', () => {
  expect([0, 1, 2, 3].map(count => workingDayAfter(calendar, midnightOf('2026-10-09'), count))).toEqual(['2026-10-09', '2026-10-10', '2026-10-12', '2026-10-13'])
  expect(workingDayAfter(calendar, midnightOf('2026-10-07'), 0)).toBe('2026-10-08')
})
