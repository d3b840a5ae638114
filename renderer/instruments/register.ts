// The register as pages read it: every instrument with its records, and where it stands on a day.
import { type Booking, BOOKING_STATUSES, occupies } from '#shared/bookings/booking.ts'
import { companyOf } from '#shared/companies/company.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { recordsOf } from '#shared/instruments/records-of.ts'
import { type Bucket, bucketOf, type InstrumentRecords, type InstrumentStanding, standingOf } from '#shared/instruments/state.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { DeskReads } from '../db/live.ts'

/** `owner`: the company's name; null = the lab itself, '' = one that this computer doesn't know. */
export type Registered = { instrument: Instrument; records: InstrumentRecords; owner: string | null }
export type Entry = Registered & { standing: InstrumentStanding; bucket: Bucket }

export const readRegister = async (reads: DeskReads): Promise<Registered[]> => {
  const records = recordsOf(await reads.list('certificates'), await reads.list('instrument_events'), await openBookings(reads))
  const names = new Map<string | null, string | null>([[null, null]])
  const found: Registered[] = []
  for (const instrument of await reads.list('instruments')) {
    const { id, company } = instrument
    if (company !== null && !names.has(company)) names.set(company, (await companyOf(reads, company))?.name ?? '')
    found.push({ instrument, records: records(id), owner: names.get(company) ?? null })
  }
  return found
}

/** Found by their states: what ended long ago isn't read. */
const openBookings = async (reads: DeskReads): Promise<Booking[]> => {
  const found: Booking[] = []
  for (const status of BOOKING_STATUSES.filter(occupies)) found.push(...(await reads.listRange('bookings', 'status_start', [status, 0], [status, Infinity])))
  return found
}

/** What is due first stands first, without a certificate before all; what is out of use or exempt last. */
export const entriesOn = (register: readonly Registered[], day: IsoDay): Entry[] =>
  register.map(one => {
    const standing = standingOf(one.instrument, one.records, day)
    return { ...one, standing, bucket: bucketOf(standing, day) }
  }).sort((a, b) => placeOf(a) - placeOf(b) || compare(a.standing.due ?? '', b.standing.due ?? '') || compare(a.instrument.number, b.instrument.number))

const placeOf = ({ bucket, standing }: Entry): number => (bucket === 'out' ? 2 : standing.is === 'exempt' ? 1 : 0)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whose number, name, model, keeper, place or owner holds all of the words. */
export const matching = (entries: readonly Entry[], text: string): Entry[] => {
  const words = text.toLowerCase().split(/\s+/).filter(word => word !== '')
  return entries.filter(({ instrument: { number, name, model, keeper, location }, owner }) => {
    const told = [number, name, model, keeper, location, owner].join(' ').toLowerCase()
    return words.every(word => told.includes(word))
  })
}
