// What a company brings: its instruments by kind and name, the tests of the directory that do them, and what can't be booked, with why.
import { type LabTest, URGENCIES } from '#shared/labs/lab.ts'
import { rangeFit } from '#shared/labs/range.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Instrument, InstrumentKind } from '../instrument.ts'
import { type InstrumentRecords, standingOf } from '../state.ts'
import type { Way } from './options.ts'

/** `due`: null = no certificate. `late`: may not be used until it is done. `group`: with which it is planned. */
export type BatchPiece = { instrument: Instrument; due: IsoDay | null; late: boolean; group: string } & Way

/** 同一类别同一名称. `tests`: of all labs that do it. */
export type BatchGroup = { id: string; kind: InstrumentKind; name: string; tests: LabTest[] }

/**
 * `offered`, `wanted`: ranges as printed. `too-long`: no resource gives a company so many minutes at once. `too-far`, `share-used`: there is time, but beyond the days
 * ahead or the company's minutes of a week. `no-time`: none free as far as one looks. `no-urgency`: nobody offers it so soon. `not-on-site`: nobody comes for it.
 */
export type Cannot = { why: 'stopped' | 'scrapped' | 'exempt' | 'sent' | 'booked' | 'no-test' | 'no-urgency' | Limit | 'no-time' | 'not-on-site' } | { why: 'out-of-range'; wanted: string; offered: string }
/** What staff may pass over with a reason. */
export const LIMITS = ['too-long', 'too-far', 'share-used'] as const
export type Limit = (typeof LIMITS)[number]
export type CannotBook = { instrument: Instrument; cannot: Cannot }

/** As the directory of tests calls the kinds. */
const WORD: Record<InstrumentKind, string> = { verification: '检定', calibration: '校准', check: '期间核查' }

export const groupOf = ({ kind, name }: Pick<Instrument, 'kind' | 'name'>): string => `${kind}|${fold(name)}`

/** Tests whose object is the instrument and whose parameter names the kind. */
export const testsFor = (tests: readonly LabTest[], { kind, name }: Pick<Instrument, 'kind' | 'name'>): LabTest[] =>
  tests.filter(test => !test.retired && fold(test.object) === fold(name) && fold(test.parameter).includes(WORD[kind]))

/** Why one isn't booked now, whatever the labs offer; one that failed is what most needs it. */
export const standsInWay = (instrument: Instrument, records: InstrumentRecords, day: IsoDay): Cannot | null => {
  const { is, failed, booked } = standingOf(instrument, records, day)
  if (is === 'scrapped' || is === 'exempt' || is === 'sent' || (is === 'stopped' && !failed)) return { why: is }
  return booked !== null || records.bookings.some(({ status }) => status === 'waitlisted') ? { why: 'booked' } : null
}

/** Those of the tests that reach as far as the instrument, or the range of the first that doesn't. What can't be compared passes. */
export const reaching = (tests: readonly LabTest[], { range }: Pick<Instrument, 'range'>): LabTest[] | { wanted: string; offered: string } => {
  const fit = tests.filter(test => range === null || test.range === null || rangeFit(test.range, range) !== 'outside')
  return fit.length > 0 || tests.length === 0 ? fit : { wanted: range!, offered: tests[0].range! }
}

/** What is urgent comes first, then what may not be used, then what is due first. */
export const inTurn = (a: BatchPiece, b: BatchPiece): number =>
  URGENCIES.indexOf(b.urgency) - URGENCIES.indexOf(a.urgency) || Number(b.late) - Number(a.late) || order(a.due ?? '', b.due ?? '') || order(a.instrument.number, b.instrument.number) || order(a.instrument.id, b.instrument.id)
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Width, case, blanks and brackets of either kind don't count. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s()[\]]/g, '')
