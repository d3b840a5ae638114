// What a batch is planned from, read at once: the pieces, the tests that do them, and what is taken of their resources.
import type { Instant } from '#shared/bookings/booking.ts'
import { candidatesOf } from '#shared/bookings/finder.ts'
import { minutesInWeek } from '#shared/bookings/limits.ts'
import { DAY, dayOf, MINUTE, mondayOf, startOfDay } from '#shared/bookings/times.ts'
import type { LabTest } from '#shared/labs/lab.ts'
import type { Reads } from '#shared/sync/tx.ts'
import type { Instrument, InstrumentTables } from '../instrument.ts'
import { standingOf } from '../state.ts'
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
export const readBatch = async (reads: Reads<InstrumentTables>, { company, instruments, tests, chosen, now, from }: { company: string; instruments: readonly Instrument[]; tests: readonly LabTest[]; chosen: ReadonlyMap<string, string>; now: Instant; from: Instant }): Promise<Batch> => {
  const until = from + BATCH_HORIZON
  const today = dayOf(now)
  const groups = new Map<string, BatchGroup>()
  const cannot: CannotBook[] = []
  const wanted: BatchPiece[] = []
  for (const instrument of instruments) {
    const records = { certificates: await reads.listBy('certificates', 'instrument', instrument.id), events: await reads.listBy('instrument_events', 'instrument', instrument.id), bookings: await reads.listBy('bookings', 'instrument', instrument.id) }
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

const sharesOf = async (reads: Reads<InstrumentTables>, company: string, options: Iterable<Option>, from: Instant, until: Instant): Promise<Shares> => {
  const shares = new Map<string, Map<Instant, number>>()
  for (const { parts } of options)
    for (const { resource: { id, weekMin = null } } of parts) {
      if (weekMin === null || shares.has(id)) continue
      const weeks = new Map<Instant, number>()
      for (let monday = mondayOf(from); monday < until; monday += 7 * DAY) weeks.set(monday, await minutesInWeek(reads, { company, resource: id, at: monday }))
      shares.set(id, weeks)
    }
  return shares
}
