// Certificates: registered once, corrected by another one, never changed.
import { z } from 'zod'
import { DAY, dayOf } from '#shared/bookings/times.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import { fail, ok } from '#shared/lib/result.ts'
import { dueDay } from '#shared/measurement/due.ts'
import type { Command } from '#shared/sync/command.ts'
import { decimal, isoDay, optional, size } from './fields.ts'
import { CERTIFICATE_RESULTS, type Instrument, type InstrumentTables } from './instrument.ts'
import { instrumentLocks, setResourceDue } from './resource-due.ts'
import { keepsOne } from './rights.ts'

const reading = z.object({ error: decimal, u: size.nullable() }).nullable()

const registerArgs = z
  .object({
    complex: z.uuid(), id: z.uuid(), instrument: z.uuid(), number: z.string().trim().min(1).max(200), issuer: optional, day: isoDay, validTo: isoDay.nullable(),
    result: z.enum(CERTIFICATE_RESULTS), restriction: optional, asFound: reading, asLeft: reading,
    file: z.object({ name: z.string().min(1).max(255), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
    replaces: z.uuid().nullable(),
  })
  .refine(({ result, restriction }) => (result === 'limited') === (restriction !== null))
  .refine(({ day, validTo }) => validTo === null || day <= validTo)

/** When it is due again: by the interval, or earlier where the certificate says so. */
export const dueBy = ({ months, label }: Pick<Instrument, 'months' | 'label'>, { day, validTo }: { day: IsoDay; validTo: IsoDay | null }): IsoDay => {
  const due = dueDay(day, months, label)
  if (!due.ok) throw new Error(due.problem.code)
  return validTo !== null && validTo < due.value ? validTo : due.value
}

/** A correction of one that has been corrected already is refused: it would leave two that hold. */
export const registerCertificate: Command<InstrumentTables, z.output<typeof registerArgs>> = {
  args: registerArgs,
  who: keepsOne,
  locks: (reads, { instrument }) => instrumentLocks(reads, instrument),
  run: async (tx, args, { now, user }) => {
    const instrument = await tx.get('instruments', args.instrument)
    if (!instrument) return fail({ code: 'not-found' })
    if (await tx.get('certificates', args.id)) return ok({ outcome: 'applied' })
    if (args.day > dayOf(now + DAY)) return fail({ code: 'validation' })
    const known = await tx.listBy('certificates', 'instrument', instrument.id)
    const older = args.replaces === null ? null : known.find(({ id }) => id === args.replaces)
    if (older === undefined) return fail({ code: 'not-found' })
    if (older && known.some(({ replaces }) => replaces === older.id)) return fail({ code: 'bad-state' })
    const { kind, months, label, company } = older ? { ...instrument, kind: older.kind, months: older.months } : instrument
    await tx.put('certificates', { ...args, company, kind, months, due: dueBy({ months, label }, args), revision: (older?.revision ?? 0) + 1, by: user, registeredAt: now })
    await setResourceDue(tx, instrument.resource)
    return ok({ outcome: 'applied' })
  },
}
