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
