// Measuring instruments of companies and of the lab itself, their certificates, and what happened to them.
import type { BookingTables, Instant } from '#shared/bookings/booking.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { DueLabel } from '#shared/measurement/due.ts'

/** 检定 by a regulation, 校准 by agreement, 期间核查 by one's own plan: a record of one kind says nothing of another. */
export const INSTRUMENT_KINDS = ['verification', 'calibration', 'check'] as const
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number]

/** One device and one task; where it stands is derived from its records (`state.ts`), never kept here. */
export type Instrument = {
  id: string
  complex: string
  /** null = the lab's own. */
  company: string | null
  /** What can be booked and needs it; for the lab's own alone. */
  resource: string | null
  number: string
  name: string
  model: string | null
  range: string | null
  accuracy: string | null
  location: string | null
  keeper: string | null
  kind: InstrumentKind
  /** Whole months from one certificate to the next; counts from the next certificate on. */
  months: number
  label: DueLabel
  /** So many days before it is due it counts as due soon. */
  advanceDays: number
  /** Largest error that is permitted, ±, and errors and uncertainties of its certificates, as decimals of `unit`. */
  mpe: string | null
  unit: string | null
  listed?: ListedDue
  registeredAt: Instant
}

/** A due day that a list told of without a certificate (导入): it counts for its kind until there is one. `done`: when it was done last, as told there; `source`: the file's name. */
export type ListedDue = { kind: InstrumentKind; due: IsoDay; done: IsoDay | null; source: string }

/** `u`: expanded uncertainty, k = 2. */
export type Reading = { error: string; u: string | null }

export const CERTIFICATE_RESULTS = ['pass', 'limited', 'fail'] as const
export type CertificateResult = (typeof CERTIFICATE_RESULTS)[number]

/** Never changed: a correction is another one that `replaces` it, and both stay. */
export type Certificate = {
  id: string
  complex: string
  company: string | null
  instrument: string
  /** That of the instrument when it was registered. */
  kind: InstrumentKind
  number: string
  issuer: string | null
  /** On which it was done. */
  day: IsoDay
  /** As the certificate prints it. */
  validTo: IsoDay | null
  /** The interval of then, and the day that came of it. */
  months: number
  due: IsoDay
  result: CertificateResult
  /** What it may still be used for; told with `limited` alone. */
  restriction: string | null
  asFound: Reading | null
  asLeft: Reading | null
  /** The file stays where it is: its name, size in bytes and SHA-256 (hex) tell whether one that is shown is the same. */
  file: { name: string; bytes: number; sha256: string } | null
  replaces: string | null
  /** 1 is the first. */
  revision: number
  by: string
  registeredAt: Instant
}

/** `book`: `day` is the one that was agreed. `remind`: a letter was written. `scrap` is the last. */
export const EVENT_KINDS = ['stop', 'resume', 'scrap', 'exempt', 'require', 'book', 'send', 'return', 'remind'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export type InstrumentEvent = { id: string; complex: string; company: string | null; instrument: string; kind: EventKind; day: IsoDay; note: string | null; by: string; at: Instant }

export type InstrumentTables = BookingTables & { instruments: Instrument; certificates: Certificate; instrument_events: InstrumentEvent }
