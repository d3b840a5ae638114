// A directory in memory for tests of the planner: what it reads, and the commands that book what it planned.
import type { OpeningHours, Resource, ResourceBusy } from '#shared/bookings/booking.ts'
import { place } from '#shared/bookings/ask.ts'
import { DAY, MINUTE, midnightOf } from '#shared/bookings/times.ts'
import type { LabTest } from '#shared/labs/lab.ts'
import type { ManyReads, Tx } from '#shared/sync/tx.ts'
import type { Instrument, InstrumentTables } from '../instrument.ts'
import { instrument as anInstrument } from '../records.fixture.ts'
import type { Way } from './options.ts'
import { type BatchWeeks, readBatch } from './read.ts'
import type { Plan } from './schemes.ts'

export const HOUR = 60 * MINUTE
/** Thursday. */
export const NOW = midnightOf('2026-10-08') + 10 * HOUR
export const FROM = midnightOf('2026-10-09')
export const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const [COMPLEX, COMPANY] = [uuid(1), uuid(2)]
export const EVERY_DAY: OpeningHours[] = [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 510, to: 1020 }))

export const resource = (n: number, of: Partial<Resource> = {}): Resource => ({ id: uuid(1000 + n), complex: COMPLEX, name: `台 ${n}`, lanes: 1, approval: false, open: true, hours: EVERY_DAY, granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 60, ...of })
/** A calibration of `object`, an hour on each of the resources unless told otherwise. */
export const labTest = (n: number, object: string, parts: [resource: number, minutes: number][], of: Partial<LabTest> = {}): LabTest => ({
  id: uuid(2000 + n), complex: COMPLEX, lab: uuid(3), object, parameter: '校准', number: 'JJF 1071-2010', range: null, sample: null, retired: false, prices: [{ urgency: 'normal', fen: 10000, days: 5 }],
  parts: parts.map(([at, minutes]) => ({ resource: uuid(1000 + at), minutes, after: { least: 0, most: null } })), ...of,
})
export const instrument = (n: number, of: Partial<Instrument> = {}): Instrument => anInstrument({ id: uuid(3000 + n), complex: COMPLEX, company: COMPANY, number: `K-${String(n).padStart(3, '0')}`, ...of })
/** Time of lane `lane`, 0 = closed, in hours from the midnight of `FROM`. */
export const busy = (n: number, at: number, lane: number, from: number, to: number): ResourceBusy => ({ id: uuid(5000 + n), complex: COMPLEX, resource: uuid(1000 + at), lane, from: FROM + from * HOUR, to: FROM + to * HOUR, kind: lane === 0 ? 'closed' : 'busy', open: true })

type Row = Record<string, unknown> & { id: string }
export type World = { resources: Resource[]; tests: LabTest[]; instruments: Instrument[]; busy?: ResourceBusy[]; certificates?: object[]; events?: object[] }

export const worldOf = ({ resources, tests, instruments, busy: taken = [], certificates = [], events = [] }: World) => {
  const rows: Record<string, Row[]> = {
    companies: [{ id: COMPANY, complex: COMPLEX, name: '甲', mergedInto: null }], resources, tests, instruments, resource_busy: taken, certificates: certificates as Row[], instrument_events: events as Row[],
  }
  let reads = 0
  const of = (table: string): Row[] => {
    reads++
    return (rows[table] ??= [])
  }
  const tx = {
    get: (table: string, id: string) => Promise.resolve(of(table).find(row => row.id === id)),
    listBy: (table: string, field: string, value: unknown) => Promise.resolve(of(table).filter(row => row[field] === value)),
    listByAny: (table: string, field: string, values: readonly unknown[]) => Promise.resolve(of(table).filter(row => values.includes(row[field]))),
    listRange: (_table: string, _index: string, from: [string, number], to: [string, number]) => Promise.resolve(of('resource_busy').filter(row => row['resource'] === from[0] && (row['to'] as number) >= from[1] && (row['to'] as number) <= to[1])),
    put: (table: string, row: Row) => Promise.resolve(void (rows[table] = [...of(table).filter(({ id }) => id !== row.id), structuredClone(row)])),
  } as unknown as Tx<InstrumentTables> & ManyReads<InstrumentTables>
  let next = 100_000
  const read = (more: { chosen?: Map<string, string>; from?: number; weeks?: BatchWeeks; ways?: (instrument: string) => Partial<Way> } = {}) =>
    readBatch(tx, { company: COMPANY, instruments, tests, chosen: more.chosen ?? new Map(), now: NOW, from: more.from ?? FROM, weeks: more.weeks ?? 8, wayOf: id => ({ urgency: 'normal', allowed: false, ...more.ways?.(id) }) })
  /** What the hub's command says of each piece of a plan, in its order. */
  const book = async (plan: Pick<Plan, 'placed'>): Promise<string[]> => {
    const said: string[] = []
    for (const { piece, option, parts } of plan.placed) {
      const done = await place.run(tx, place.args.parse({
        complex: COMPLEX, id: uuid(next++), company: COMPANY, purpose: '校准', start: parts[0].start, end: parts.at(-1)!.end, slots: parts.map(part => ({ id: uuid(next++), ...part })),
        test: { id: option.test.id, range: piece.instrument.range, urgency: option.urgency, seen: null }, batch: uuid(9), instrument: piece.instrument.id, ...(option.allowed && { override: { reason: '停产检修' } }),
      }), { now: NOW, user: uuid(8), device: '', client: '', mid: 1 })
      said.push(done.ok ? done.value.outcome : done.problem.code)
    }
    return said
  }
  /** How often anything was asked for or put so far. */
  return { tx, read, book, asked: () => reads }
}
export const days = (n: number): number => FROM + n * DAY
