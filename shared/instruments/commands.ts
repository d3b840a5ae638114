// Instruments: entered, changed, and what happens to them.
import { z } from 'zod'
import { companyOf } from '#shared/companies/company.ts'
import { dayOf, DAY } from '#shared/bookings/times.ts'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { fieldChange, patchRow } from '#shared/sync/field-patch.ts'
import { instrumentFields, isoDay, listedFields, optional } from './fields.ts'
import { EVENT_KINDS, type Instrument, type InstrumentTables } from './instrument.ts'
import { instrumentLocks, setResourceDue } from './resource-due.ts'
import { keepsFor, keepsOne } from './rights.ts'

const addArgs = z.object({ complex: z.uuid(), id: z.uuid(), company: z.uuid().nullable(), ...instrumentFields }).refine(({ company, resource }) => company === null || resource === null)

export const addInstrument: Command<InstrumentTables, z.output<typeof addArgs>> = {
  args: addArgs,
  who: (_, args, access) => Promise.resolve(keepsFor(args, access)),
  locks: (reads, { id, resource }) => instrumentLocks(reads, id, resource),
  run: async (tx, args, { now }) => {
    if (await tx.get('instruments', args.id)) return ok({ outcome: 'applied' })
    const company = args.company === null ? null : await companyOf(tx, args.company)
    if (company === undefined || (args.resource !== null && !(await tx.get('resources', args.resource)))) return fail({ code: 'not-found' })
    await tx.put('instruments', { ...args, company: company?.id ?? null, registeredAt: now })
    await setResourceDue(tx, args.resource)
    return ok({ outcome: 'applied' })
  },
}

const MOST = 100
/** `listed`: a due day without a certificate. A row of the lab's own (`company` null) may name the resource that needs it. */
const listedRow = z
  .object({ id: z.uuid(), company: z.uuid().nullable(), resource: z.uuid().nullable().exactOptional(), listed: z.object({ due: isoDay, done: isoDay.nullable() }).exactOptional(), ...listedFields })
  .refine(({ company, resource = null }) => company === null || resource === null)
const addManyArgs = z.object({ complex: z.uuid(), id: z.uuid(), source: z.string().trim().min(1).max(200), rows: z.array(listedRow).min(1).max(MOST) })

/** A part of a list, `source` the file's name: each as `addInstrument` does it, all or none. */
export const addInstruments: Command<InstrumentTables, z.output<typeof addManyArgs>> = {
  args: addManyArgs,
  who: (_, { complex, rows }, access) => Promise.resolve(keepsFor({ complex, company: rows.some(({ company }) => company === null) ? null : rows[0].company }, access)),
  locks: (_, { rows }) => Promise.resolve([...rows.flatMap(({ resource }) => (resource ? [{ table: 'resources', id: resource }] : [])), ...rows.map(({ id }) => ({ table: 'instruments', id }))]),
  run: async (tx, { complex, source, rows }, { now }) => {
    const news: Instrument[] = []
    for (const { company: of, resource = null, listed, ...row } of rows) {
      const company = of === null ? null : await companyOf(tx, of)
      if (company === undefined || (resource !== null && !(await tx.get('resources', resource)))) return fail({ code: 'not-found' })
      if (!(await tx.get('instruments', row.id))) news.push({ ...row, complex, company: company?.id ?? null, resource, ...(listed && { listed: { ...listed, kind: row.kind, source } }), registeredAt: now })
    }
    for (const row of news) await tx.put('instruments', row)
    for (const resource of new Set(news.map(row => row.resource))) await setResourceDue(tx, resource)
    return ok({ outcome: 'applied' })
  },
}

const patchArgs = z.object({
  complex: z.uuid(),
  id: z.uuid(),
  fields: z.object({
    number: fieldChange(instrumentFields.number), name: fieldChange(instrumentFields.name), model: fieldChange(instrumentFields.model), range: fieldChange(instrumentFields.range),
    accuracy: fieldChange(instrumentFields.accuracy), location: fieldChange(instrumentFields.location), keeper: fieldChange(instrumentFields.keeper), kind: fieldChange(instrumentFields.kind),
    months: fieldChange(instrumentFields.months), label: fieldChange(instrumentFields.label), advanceDays: fieldChange(instrumentFields.advanceDays),
    mpe: fieldChange(instrumentFields.mpe), unit: fieldChange(instrumentFields.unit), resource: fieldChange(instrumentFields.resource),
  }),
})

/** Whose it is doesn't change. An interval counts from the next certificate on. */
export const patchInstrument: Command<InstrumentTables, z.output<typeof patchArgs>> = {
  args: patchArgs,
  who: (reads, { complex, id }, access) => keepsOne(reads, { complex, instrument: id }, access),
  locks: (reads, { id, fields }) => instrumentLocks(reads, id, fields.resource?.new),
  run: async (tx, { id, fields: changes }, { user, client, mid }) => {
    const row = await tx.get('instruments', id)
    const resource = changes.resource?.new ?? null
    if (!row || (resource !== null && !(await tx.get('resources', resource)))) return fail({ code: 'not-found' })
    if (resource !== null && row.company !== null) return fail({ code: 'validation' })
    const done = await patchRow(tx, { table: 'instruments', row, company: row.company, changes, by: { user, client, mid } })
    await setResourceDue(tx, row.resource)
    if (resource !== row.resource) await setResourceDue(tx, resource)
    return ok(done)
  },
}

const markArgs = z.object({ complex: z.uuid(), id: z.uuid(), instrument: z.uuid(), kind: z.enum(EVENT_KINDS), day: isoDay, note: optional })

/** Adds to what happened to it; after 报废 nothing does. Only an appointment may lie ahead. */
export const markInstrument: Command<InstrumentTables, z.output<typeof markArgs>> = {
  args: markArgs,
  who: keepsOne,
  locks: (reads, { instrument }) => instrumentLocks(reads, instrument),
  run: async (tx, args, { now, user }) => {
    const instrument = await tx.get('instruments', args.instrument)
    if (!instrument) return fail({ code: 'not-found' })
    if (await tx.get('instrument_events', args.id)) return ok({ outcome: 'applied' })
    if ((await tx.listBy('instrument_events', 'instrument', instrument.id)).some(({ kind }) => kind === 'scrap')) return fail({ code: 'bad-state' })
    // A day of grace: the desk's clock and the hub's need not agree.
    if (args.kind !== 'book' && args.day > dayOf(now + DAY)) return fail({ code: 'validation' })
    await tx.put('instrument_events', { ...args, company: instrument.company, by: user, at: now })
    await setResourceDue(tx, instrument.resource)
    return ok({ outcome: 'applied' })
  },
}
