// Where an instrument stands on a day, by its records alone.
import { type Booking, occupies } from '#shared/bookings/booking.ts'
import { dayOf } from '#shared/bookings/times.ts'
import { dayNumber, type IsoDay, isoOf } from '#shared/lib/dates.ts'
import type { Certificate, Instrument, InstrumentEvent, ListedDue } from './instrument.ts'

/** `bookings`: those that name it. */
export type InstrumentRecords = { certificates: readonly Certificate[]; events: readonly InstrumentEvent[]; bookings: readonly Booking[] }

/** 到期未检, 即将到期, 已预约, 送检中, 在用, 限用, 停用, 免检, 报废. */
export const INSTRUMENT_STATES = ['overdue', 'soon', 'booked', 'sent', 'inUse', 'limited', 'stopped', 'exempt', 'scrapped'] as const
export type InstrumentState = (typeof INSTRUMENT_STATES)[number]

/**
 * `due`: the last day on which it may be used; null = no certificate of its kind. `listed`: it has none, and the day is that of a list. `blocked`: it may not be used. `failed`: its last certificate said so.
 * `booked`: the day that was agreed, whatever else it is; `booking` says so, null = it was noted by hand. `reminded`: the day of the last letter since its last certificate.
 */
export type InstrumentStanding = { is: InstrumentState; last: Certificate | null; due: IsoDay | null; listed: ListedDue | null; blocked: boolean; failed: boolean; booked: IsoDay | null; booking: Booking | null; reminded: IsoDay | null }

/** Those of its kind that no other replaces, the newest first. */
export const standingCertificates = ({ kind }: Pick<Instrument, 'kind'>, certificates: readonly Certificate[]): Certificate[] => {
  const replaced = new Set(certificates.map(({ replaces }) => replaces))
  return certificates.filter(one => one.kind === kind && !replaced.has(one.id)).sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.registeredAt - a.registeredAt || (a.id < b.id ? 1 : -1)))
}

export const standingOf = (instrument: Instrument, records: InstrumentRecords, day: IsoDay): InstrumentStanding => {
  const last = standingCertificates(instrument, records.certificates).at(0) ?? null
  const { stopped, scrapped, exempt, away, reminded } = pastOf(records)
  const booking = bookingOf(records)
  const failed = last?.result === 'fail'
  const listed = last ? null : listedDue(instrument)
  const due = last && !failed ? last.due : (listed?.due ?? null)
  const late = due === null || due < day
  const booked = booking ? dayOf(booking.start) : away?.kind === 'book' ? away.day : null
  const of = (is: InstrumentState, blocked: boolean): InstrumentStanding => ({ is, last, due, listed, blocked, failed, booked, booking, reminded })
  if (scrapped) return of('scrapped', true)
  if (stopped || failed) return of('stopped', true)
  if (exempt) return of('exempt', false)
  if (away?.kind === 'send' || booking?.status === 'checked_in') return of('sent', late)
  if (late) return of('overdue', true)
  if (booked !== null) return of('booked', false)
  if (daysTo(due, day) <= instrument.advanceDays) return of('soon', false)
  return of(last?.result === 'limited' ? 'limited' : 'inUse', false)
}

const listedDue = ({ kind, listed }: Pick<Instrument, 'kind' | 'listed'>): ListedDue | null => (listed?.kind === kind ? listed : null)

/** The one that counts: what was brought before what is to come, then the earliest. A new certificate ends what led to it, not one whose time lay ahead. */
const bookingOf = ({ certificates, bookings }: InstrumentRecords): Booking | null => {
  const done = lastDone(certificates)
  const open = bookings.filter(({ status, start, by }) => occupies(status) && (by.at > done || (status !== 'checked_in' && start > done)))
  const place = ({ status }: Booking): number => (status === 'checked_in' ? 0 : 1)
  return open.sort((a, b) => place(a) - place(b) || a.start - b.start || (a.id < b.id ? -1 : 1)).at(0) ?? null
}

/** When the last certificate came that corrects no other. */
const lastDone = (certificates: readonly Certificate[]): number => Math.max(-Infinity, ...certificates.filter(({ replaces }) => replaces === null).map(({ registeredAt }) => registeredAt))

type Noted = Omit<InstrumentRecords, 'bookings'>
/** Events in the order in which they came; a new certificate ends what led to it. */
const pastOf = ({ certificates, events }: Noted) => {
  const past: { stopped: boolean; scrapped: boolean; exempt: boolean; away: InstrumentEvent | null; reminded: IsoDay | null } = { stopped: false, scrapped: false, exempt: false, away: null, reminded: null }
  const done = lastDone(certificates)
  for (const event of [...events].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    const { kind, at, day } = event
    if (kind === 'stop' || kind === 'resume') past.stopped = kind === 'stop'
    else if (kind === 'exempt' || kind === 'require') past.exempt = kind === 'exempt'
    else if (kind === 'scrap') past.scrapped = true
    else if (at <= done) continue
    else if (kind === 'remind') past.reminded = day
    else past.away = kind === 'return' ? null : event
  }
  return past
}

/** Days from one to another, negative when it has passed. */
export const daysTo = (due: IsoDay, day: IsoDay): number => dayNumber(due) - dayNumber(day)

/** 逾期; within 30, 60 and 90 days, the last day included; later, with what needs none; out of use. */
export const BUCKETS = ['overdue', 'in30', 'in60', 'in90', 'later', 'out'] as const
export type Bucket = (typeof BUCKETS)[number]

export const bucketOf = ({ is, due }: Pick<InstrumentStanding, 'is' | 'due'>, day: IsoDay): Bucket => {
  if (is === 'scrapped' || is === 'stopped') return 'out'
  if (is === 'exempt') return 'later'
  const left = due === null ? -1 : daysTo(due, day)
  return left < 0 ? 'overdue' : left <= 30 ? 'in30' : left <= 60 ? 'in60' : left <= 90 ? 'in90' : 'later'
}

/**
 * The last day on which a resource may be booked that needs the instrument; null = it sets none. One without a certificate was good as long
 * as a list said, else never; one that failed is good no more from the day of its certificate. That it is out of use (停用) is said by closing the resource.
 */
export const lastGoodDay = (instrument: Instrument, records: Noted): IsoDay | null => {
  const { scrapped, exempt } = pastOf(records)
  if (scrapped || exempt) return null
  const last = standingCertificates(instrument, records.certificates).at(0)
  if (!last) return listedDue(instrument)?.due ?? dayBefore(dayOf(instrument.registeredAt))
  return last.result === 'fail' ? dayBefore(last.day) : last.due
}
const dayBefore = (day: IsoDay): IsoDay => isoOf(dayNumber(day) - 1)
