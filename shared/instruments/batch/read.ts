// What a batch is planned from, read at once: the pieces, the tests that do them, and what is taken of their resources.
import type { Instant } from '#shared/bookings/booking.ts'
import { candidatesOf } from '#shared/bookings/finder.ts'
import { minutesOf } from '#shared/bookings/limits.ts'
import { DAY, dayOf, MINUTE, mondayOf, startOfDay } from '#shared/bookings/times.ts'
import type { LabTest } from '#shared/labs/lab.ts'
import type { ManyReads } from '#shared/sync/tx.ts'
import type { Instrument, InstrumentTables } from '../instrument.ts'
import { recordsOf } from '../records-of.ts'
import { type InstrumentRecords, standingOf } from '../state.ts'
import { type BatchGroup, type BatchPiece, type CannotBook, groupOf, inTurn, reaching, standsInWay, testsFor } from './pieces.ts'
import type { Option, Shares } from './pool.ts'

/** `pieces` in the order in which they are planned, each with its tests. `all`: every option, by the test's id. */
export type Batch = { from: Instant; until: Instant; groups: BatchGroup[]; pieces: { piece: BatchPiece; options: Option[] }[]; cannot: CannotBook[]; shares: Shares; all: ReadonlyMap<string, Option> }

/** How far ahead one looks. */
export const BATCH_HORIZON = 56 * DAY

/**
 * `company`: whose they are, aliases followed. `tests`: the whole directory. `chosen`: group -> a test that a person picked for it.
 * Nothing starts before `from`; `now` counts for the limit of days ahead.
 */
export const readBatch = async (reads: ManyReads<InstrumentTables>, { company, instruments, tests, chosen, now, from }: { company: string; instruments: readonly Instrument[]; tests: readonly LabTest[]; chosen: ReadonlyMap<string, string>; now: Instant; from: Instant }): Promise<Batch> => {
  const until = from + BATCH_HORIZON
  const today = dayOf(now)
  const groups = new Map<string, BatchGroup>()
  const cannot: CannotBook[] = []
  const wanted: BatchPiece[] = []
  const recordsFor = await readRecords(reads, instruments)
  for (const instrument of instruments) {
    const records = recordsFor(instrument.id)
    const inWay = standsInWay(instrument, records, today)
    if (inWay) {
      cannot.push({ instrument, cannot: inWay })
      continue
    }
    const id = groupOf(instrument)
    const { kind, name } = instrument
    if (!groups.has(id)) groups.set(id, { id, kind, name, tests: testsFor(tests, instrument) })
    const { due } = standingOf(instrument, records, today)
    wanted.push({ instrument, due, late: due === null || due < today, group: id })
  }
  wanted.sort(inTurn)
  const picked = (group: string): readonly LabTest[] => tests.filter(({ id }) => id === chosen.get(group))
  const needed = new Map([...groups.values()].flatMap(({ id, tests: own }) => [...own, ...picked(id)]).map(test => [test.id, test]))
  const all = new Map((await candidatesOf(reads, [...needed.values()], { from, until })).flatMap(({ test, parts, calendar }): [string, Option][] => {
    const price = test.prices.find(({ urgency }) => urgency === 'normal')
    if (!price && test.prices.length > 0) return []
    const gaps = test.parts.map(({ after }) => ({ least: after.least * MINUTE, most: after.most === null ? null : after.most * MINUTE }))
    const ahead = Math.min(...parts.map(({ resource: { aheadDays = null } }) => (aheadDays === null ? Infinity : startOfDay(now) + (aheadDays + 1) * DAY)))
    return [[test.id, { test, parts, gaps, calendar, fen: price?.fen ?? null, days: price?.days ?? 0, until: Math.min(until, ahead), onSite: parts.every(({ resource }) => resource.kind === 'team') }]]
  }))
  const pieces: Batch['pieces'] = []
  for (const piece of wanted) {
    const { instrument, group } = piece
    const meant = chosen.has(group) ? picked(group) : groups.get(group)!.tests
    const fit = reaching(meant, instrument)
    if (!Array.isArray(fit)) {
      cannot.push({ instrument, cannot: { why: 'out-of-range', ...fit } })
      continue
    }
    const known = fit.flatMap(({ id }) => all.get(id) ?? [])
    const options = known.filter(({ parts }) => parts.every(({ length, resource: { longestMin = null } }) => longestMin === null || length <= longestMin * MINUTE))
    if (options.length === 0) cannot.push({ instrument, cannot: { why: known.length === 0 ? 'no-test' : 'too-long' } })
    else pieces.push({ piece, options })
  }
  return { from, until, groups: [...groups.values()], pieces, cannot, shares: await sharesOf(reads, company, all.values(), from, until), all }
}

/** Each table is asked once for all of them. */
const readRecords = async (reads: ManyReads<InstrumentTables>, instruments: readonly Instrument[]): Promise<(instrument: string) => InstrumentRecords> => {
  const ids = instruments.map(({ id }) => id)
  return recordsOf(await reads.listByAny('certificates', 'instrument', ids), await reads.listByAny('instrument_events', 'instrument', ids), await reads.listByAny('bookings', 'instrument', ids))
}

const sharesOf = async (reads: ManyReads<InstrumentTables>, company: string, options: Iterable<Option>, from: Instant, until: Instant): Promise<Shares> => {
  const limited = new Set([...options].flatMap(({ parts }) => parts.flatMap(({ resource: { id, weekMin = null } }) => (weekMin === null ? [] : [id]))))
  const bookings = limited.size > 0 ? await reads.listBy('bookings', 'company', company) : []
  return new Map([...limited].map(resource => {
    const weeks = new Map<Instant, number>()
    for (let monday = mondayOf(from); monday < until; monday += 7 * DAY) weeks.set(monday, minutesOf(bookings, { resource, at: monday }))
    return [resource, weeks]
  }))
}
