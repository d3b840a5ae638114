// What a batch is planned from, read at once: the pieces, the tests that do them, and what is taken of their resources.
import type { Instant } from '#shared/bookings/booking.ts'
import { candidatesOf } from '#shared/bookings/finder.ts'
import { minutesOf } from '#shared/bookings/limits.ts'
import { DAY, dayOf, mondayOf } from '#shared/bookings/times.ts'
import type { LabTest } from '#shared/labs/lab.ts'
import type { ManyReads } from '#shared/sync/tx.ts'
import type { Instrument, InstrumentTables } from '../instrument.ts'
import { recordsOf } from '../records-of.ts'
import { type InstrumentRecords, standingOf } from '../state.ts'
import { isTooLong, optionId, optionOf, type Way } from './options.ts'
import { type BatchGroup, type BatchPiece, type Cannot, type CannotBook, groupOf, inTurn, reaching, standsInWay, testsFor } from './pieces.ts'
import type { Option, Shares } from './pool.ts'

/** `pieces` in the order in which they are planned, each with its tests. `all`: every option, by its id. */
export type Batch = { from: Instant; until: Instant; groups: BatchGroup[]; pieces: { piece: BatchPiece; options: Option[] }[]; cannot: CannotBook[]; shares: Shares; all: ReadonlyMap<string, Option> }

/** How many weeks ahead one looks: the first unless more are asked for, as far as a half year. */
export const BATCH_WEEKS = [8, 13, 26] as const
export type BatchWeeks = (typeof BATCH_WEEKS)[number]

/**
 * `company`: whose they are, aliases followed. `tests`: the whole directory. `chosen`: group -> a test that a person picked for it. `wayOf`: how one is asked for.
 * Nothing starts before `from`; `now` counts for the limit of days ahead.
 */
type Asked = { company: string; instruments: readonly Instrument[]; tests: readonly LabTest[]; chosen: ReadonlyMap<string, string>; wayOf: (instrument: string) => Way; weeks: BatchWeeks; now: Instant; from: Instant }

export const readBatch = async (reads: ManyReads<InstrumentTables>, asked: Asked): Promise<Batch> => {
  const { company, tests, chosen, from, now } = asked
  const until = from + asked.weeks * 7 * DAY
  const { groups, wanted, cannot } = await brought(reads, asked)
  const picked = (group: string): readonly LabTest[] => tests.filter(({ id }) => id === chosen.get(group))
  const needed = new Map([...groups.values()].flatMap(({ id, tests: own }) => [...own, ...picked(id)]).map(test => [test.id, test]))
  const ways = new Map(wanted.map(({ urgency, allowed }) => [optionId('', { urgency, allowed }), { urgency, allowed }]))
  const all = new Map((await candidatesOf(reads, [...needed.values()], { from, until })).flatMap(one => [...ways.values()].flatMap(way => {
    const option = optionOf(one, way, { now, until })
    return option ? [[option.id, option] as const] : []
  })))
  const pieces: Batch['pieces'] = []
  for (const piece of wanted) {
    const { instrument, group } = piece
    const found = optionsFor(piece, chosen.has(group) ? picked(group) : groups.get(group)!.tests, all)
    if (Array.isArray(found)) pieces.push({ piece, options: found })
    else cannot.push({ instrument, cannot: found })
  }
  return { from, until, groups: [...groups.values()], pieces, cannot, shares: await sharesOf(reads, company, all.values(), from, until), all }
}

/** The instruments by group and in turn, and those that aren't booked now whatever the labs offer. */
const brought = async (reads: ManyReads<InstrumentTables>, { instruments, tests, now, wayOf }: Asked): Promise<{ groups: Map<string, BatchGroup>; wanted: BatchPiece[]; cannot: CannotBook[] }> => {
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
    wanted.push({ instrument, due, late: due === null || due < today, group: id, ...wayOf(instrument.id) })
  }
  return { groups, wanted: wanted.sort(inTurn), cannot }
}

const optionsFor = (piece: BatchPiece, meant: readonly LabTest[], all: Batch['all']): Option[] | Cannot => {
  const fit = reaching(meant, piece.instrument)
  if (!Array.isArray(fit)) return { why: 'out-of-range', ...fit }
  const known = fit.flatMap(({ id }) => all.get(optionId(id, piece)) ?? [])
  if (known.length === 0) return { why: fit.some(({ prices }) => prices.length > 0 && !prices.some(({ urgency }) => urgency === piece.urgency)) ? 'no-urgency' : 'no-test' }
  const options = known.filter(one => !isTooLong(one))
  return options.length > 0 ? options : { why: 'too-long' }
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
