// The day until which a resource may be booked, written on it with every record of an instrument that it needs.
import type { Lock } from '#shared/sync/command.ts'
import type { Reads, Tx } from '#shared/sync/tx.ts'
import type { InstrumentTables } from './instrument.ts'
import { lastGoodDay } from './state.ts'

/** The instrument and the resources that it frees or blocks. */
export const instrumentLocks = async (reads: Reads<InstrumentTables>, id: string, further: string | null = null): Promise<Lock[]> => {
  const resources = [(await reads.get('instruments', id))?.resource ?? null, further].filter(resource => resource !== null)
  return [...resources.map(resource => ({ table: 'resources', id: resource })), { table: 'instruments', id }]
}

/** After the records were put: of several instruments the earliest day counts; with none the resource has none. */
export const setResourceDue = async (tx: Tx<InstrumentTables>, id: string | null): Promise<void> => {
  const resource = id === null ? undefined : await tx.get('resources', id)
  if (!resource) return
  const days: string[] = []
  for (const instrument of await tx.listBy('instruments', 'resource', resource.id)) {
    const day = lastGoodDay(instrument, { certificates: await tx.listBy('certificates', 'instrument', instrument.id), events: await tx.listBy('instrument_events', 'instrument', instrument.id) })
    if (day !== null) days.push(day)
  }
  const due = days.sort().at(0)
  const { calibration: was, ...rest } = resource
  if (due !== was?.due) await tx.put('resources', due === undefined ? rest : { ...rest, calibration: { due } })
}
