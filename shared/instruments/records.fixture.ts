import type { Booking, BookingStatus } from '#shared/bookings/booking.ts'
import type { Certificate, EventKind, Instrument, InstrumentEvent } from './instrument.ts'

export const instrument = (of: Partial<Instrument> = {}): Instrument => ({
  id: 'i', complex: 'x', company: 'c', resource: null, number: 'KC-1', name: '卡尺', model: null, range: null, accuracy: null, location: null, keeper: null, kind: 'calibration', months: 12, label: 'due',
  advanceDays: 30, mpe: null, unit: null, registeredAt: 0, ...of,
})

export const certificate = (of: Partial<Certificate> = {}): Certificate => ({
  id: 'z', complex: 'x', company: 'c', instrument: 'i', kind: 'calibration', number: 'Z-1', issuer: null, day: '2025-10-20', validTo: null, months: 12, due: '2026-10-20', result: 'pass', restriction: null, asFound: null,
  asLeft: null, file: null, replaces: null, revision: 1, by: 'u', registeredAt: 1, ...of,
})

export const event = (kind: EventKind, at: number): InstrumentEvent => ({ id: `${kind}-${at}`, complex: 'x', company: 'c', instrument: 'i', kind, day: '2026-10-08', note: null, by: 'u', at })

export const booking = (status: BookingStatus, of: Partial<Booking> = {}): Booking => ({
  id: 'b', complex: 'x', company: 'c', resources: ['r'], start: Date.UTC(2026, 9, 12, 1), end: Date.UTC(2026, 9, 12, 2), status, purpose: '', batch: null, instrument: 'i', waitSeq: null, holdUntil: null, holding: null,
  by: { user: 'u', client: 'd', at: 10 }, moves: [], reason: null, ...of,
})
