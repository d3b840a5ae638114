// Who can do a test, when, for how much: the earliest time, the cheapest, another lab, and overtime.
import type { LabTest, Urgency } from '#shared/labs/lab.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Reads } from '#shared/sync/tx.ts'
import { arrange } from './arrange.ts'
import type { BookingTables, Instant, Part } from './booking.ts'
import { type Calendar, NO_CALENDAR, readCalendar } from './calendar.ts'
import { busyIn } from './room.ts'
import { takenOf, type Wanted } from './slots.ts'
import { type Surcharge, surcharged } from './surcharge.ts'
import { DAY, dayOf, MINUTE } from './times.ts'
import { workingDayAfter } from './working-days.ts'

/** A test with what is taken of the resources of its parts. */
export type Candidate = { test: LabTest; parts: Wanted[]; calendar: Calendar }

export type Why = 'earliest' | 'cheapest' | 'other-lab' | 'overtime'
/** `fen`: hundredths of a yuan, a surcharge of overtime in it, null = to be asked; `report`: the day on which it is promised. */
export type Proposal = { why: Why; test: LabTest; parts: Part[]; end: Instant; fen: number | null; overtime?: Surcharge; report: IsoDay }

type Asked = { from: Instant; until: Instant; urgency: Urgency }

/** How far ahead one looks, and how long a promised report may take beyond it. */
export const HORIZON = 28 * DAY
const REPORT = 400 * DAY

/** Reads what the finder needs of tests, each resource and each calendar once; those whose resources are not known here are left out. */
export const candidatesOf = async (reads: Reads<BookingTables>, tests: readonly LabTest[], { from, until }: Pick<Asked, 'from' | 'until'>): Promise<Candidate[]> => {
  const longest = new Map<string, number>()
  for (const { resource, minutes } of tests.flatMap(({ parts }) => parts)) longest.set(resource, Math.max(longest.get(resource) ?? 0, minutes))
  const known = new Map((await Promise.all([...longest].map(([id, minutes]) => resourceIn(reads, id, from, until + minutes * MINUTE)))).flatMap(one => (one ? [[one.resource.id, one] as const] : [])))
  const complexes = new Set([...tests, ...[...known.values()].map(({ resource }) => resource)].map(({ complex }) => complex))
  const calendars = new Map(await Promise.all([...complexes].map(async complex => [complex, await readCalendar(reads, complex, from, until + REPORT)] as const)))
  return tests.flatMap((test): Candidate[] => {
    const parts = test.parts.flatMap(({ resource: id, minutes }): Wanted[] => {
      const one = known.get(id)
      return one ? [{ ...one, after: 0, length: minutes * MINUTE, calendar: calendars.get(one.resource.complex)! }] : []
    })
    return parts.length === test.parts.length ? [{ test, parts, calendar: calendars.get(test.complex)! }] : []
  })
}

const resourceIn = async (reads: Reads<BookingTables>, id: string, from: Instant, until: Instant): Promise<Pick<Wanted, 'resource' | 'taken'> | null> => {
  const resource = await reads.get('resources', id)
  return resource ? { resource, taken: takenOf(await busyIn(reads, resource, from, until)) } : null
}

/**
 * At most four, the earliest first; each is better in what it is named for, else it is left out. A test without the urgency is not
 * proposed. Overtime: between 8 and 20 o'clock on any day, where it ends a day or reports a day sooner; room, closures and calibration
 * hold as ever.
 */
export const proposals = (candidates: readonly Candidate[], asked: Asked): Proposal[] => {
  const open = candidates.flatMap(one => propose(one, asked, false)).sort(sooner)
  const first = open.at(0)
  const found: Proposal[] = []
  const add = (why: Why, one: Proposal | undefined): void => { if (one && !found.some(({ test, parts }) => test.id === one.test.id && parts[0].start === one.parts[0].start)) found.push({ ...one, why }) }
  add('earliest', first)
  add('cheapest', open.filter(({ fen }) => fen !== null && (first?.fen === null || fen < (first?.fen ?? 0))).sort((a, b) => a.fen! - b.fen! || sooner(a, b))[0])
  add('other-lab', open.find(({ test }) => test.lab !== first?.test.lab))
  const overtime = candidates.flatMap(one => propose(one, asked, true)).sort(sooner).at(0)
  if (overtime && (!first || dayOf(overtime.end) < dayOf(first.end) || overtime.report < first.report)) add('overtime', overtime)
  return found
}

const propose = ({ test, parts, calendar }: Candidate, { from, until, urgency }: Asked, overtime: boolean): Proposal[] => {
  const price = test.prices.find(one => one.urgency === urgency)
  if (!price && test.prices.length > 0) return []
  const placed = arrange(overtime ? parts.map(inOvertime) : parts, test.parts.map(({ after }) => ({ least: after.least * MINUTE, most: after.most === null ? null : after.most * MINUTE })), from, until)
  if (!placed) return []
  const { end } = placed.at(-1)!
  const base = price?.fen ?? null
  const surcharge = overtime ? { base, percent: test.overtime ?? null } : null
  return [{ why: 'earliest', test, parts: placed, end, ...(surcharge ? { fen: surcharged(surcharge), overtime: surcharge } : { fen: base }), report: workingDayAfter(calendar, end - 1, price?.days ?? 0) }]
}

const inOvertime = (part: Wanted): Wanted => ({ ...part, calendar: NO_CALENDAR, resource: { ...part.resource, hours: [...part.resource.hours, ...EVENINGS] } })
const EVENINGS = [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 8 * 60, to: 20 * 60 }))

const sooner = (a: Proposal, b: Proposal): number => a.end - b.end || (a.report < b.report ? -1 : a.report > b.report ? 1 : 0) || (a.fen ?? Infinity) - (b.fen ?? Infinity) || (a.test.id < b.test.id ? -1 : 1)
