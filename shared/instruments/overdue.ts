import type { IsoDay } from '#shared/lib/dates.ts'
import type { Reads } from '#shared/sync/tx.ts'
import type { Instrument, InstrumentTables } from './instrument.ts'
import { lastGoodDay, standingCertificates } from './state.ts'

/** `expired`: good until `day`. `failed`: not passed on `day`. `none`: never had a certificate, known since the day after `day`. */
export type Overdue = { instrument: Instrument; why: 'expired' | 'failed' | 'none'; day: IsoDay }

/** A resource's own instruments that aren't good on a day, those with the longest ago first. */
export const overdueOf = async (reads: Reads<InstrumentTables>, resource: string, on: IsoDay): Promise<Overdue[]> => {
  const found: Overdue[] = []
  for (const instrument of await reads.listBy('instruments', 'resource', resource)) {
    const certificates = await reads.listBy('certificates', 'instrument', instrument.id)
    const until = lastGoodDay(instrument, { certificates, events: await reads.listBy('instrument_events', 'instrument', instrument.id) })
    if (until === null || until >= on) continue
    const last = standingCertificates(instrument, certificates).at(0)
    found.push({ instrument, why: !last ? 'none' : last.result === 'fail' ? 'failed' : 'expired', day: last?.result === 'fail' ? last.day : until })
  }
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.instrument.number < b.instrument.number ? -1 : 1))
}
