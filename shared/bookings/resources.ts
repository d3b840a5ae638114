// What can be booked: added, changed, shown to companies.
import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { fieldChange, patchRow } from '#shared/sync/field-patch.ts'
import { type BookingTables, RESOURCE_KINDS } from './booking.ts'
import { manages } from '#shared/labs/rights.ts'

const openingHours = z.object({ day: z.int().min(1).max(7), from: z.int().min(0).max(1439), to: z.int().min(1).max(1440) }).refine(({ from, to }) => from < to)

const fields = {
  name: z.string().trim().min(1).max(200),
  lanes: z.int().min(1).max(99),
  approval: z.boolean(),
  hours: z.array(openingHours).max(28),
  granuleMin: z.int().min(5).max(1440),
  beforeMin: z.int().min(0).max(1440),
  afterMin: z.int().min(0).max(1440),
  holdMin: z.int().min(1).max(14 * 1440),
}

const limits = {
  aheadDays: z.int().min(0).max(3650).nullable(),
  longestMin: z.int().min(5).max(7 * 1440).nullable(),
  weekMin: z.int().min(5).max(7 * 1440).nullable(),
  lateMin: z.int().min(0).max(31 * 1440).nullable(),
}
const place = { lab: z.uuid().nullable(), site: z.uuid().nullable(), kind: z.enum(RESOURCE_KINDS).nullable() }

const addArgs = z.object({
  complex: z.uuid(), id: z.uuid(), ...fields, open: z.boolean(),
  aheadDays: limits.aheadDays.exactOptional(), longestMin: limits.longestMin.exactOptional(), weekMin: limits.weekMin.exactOptional(), lateMin: limits.lateMin.exactOptional(),
  lab: place.lab.exactOptional(), site: place.site.exactOptional(), kind: place.kind.exactOptional(),
})

export const addResource: Command<BookingTables, z.output<typeof addArgs>> = {
  args: addArgs,
  who: (_, args, access) => Promise.resolve(manages(args, access)),
  locks: () => Promise.resolve([]),
  run: async (tx, args) => {
    if (!(await tx.get('resources', args.id))) await tx.put('resources', args)
    return ok({ outcome: 'applied' })
  },
}

const patchArgs = z.object({
  complex: z.uuid(),
  id: z.uuid(),
  fields: z.object({
    name: fieldChange(fields.name), lanes: fieldChange(fields.lanes), approval: fieldChange(fields.approval), hours: fieldChange(fields.hours), granuleMin: fieldChange(fields.granuleMin),
    beforeMin: fieldChange(fields.beforeMin), afterMin: fieldChange(fields.afterMin), holdMin: fieldChange(fields.holdMin),
    aheadDays: fieldChange(limits.aheadDays), longestMin: fieldChange(limits.longestMin), weekMin: fieldChange(limits.weekMin), lateMin: fieldChange(limits.lateMin),
    lab: fieldChange(place.lab), site: fieldChange(place.site), kind: fieldChange(place.kind), retired: fieldChange(z.boolean().nullable()),
  }),
})

/** Counts for what is asked from now on: bookings that stand keep their time and their lane. */
export const patchResource: Command<BookingTables, z.output<typeof patchArgs>> = {
  args: patchArgs,
  who: (_, args, access) => Promise.resolve(manages(args, access)),
  locks: (_, { id }) => Promise.resolve([{ table: 'resources', id }]),
  run: async (tx, { id, fields: changes }, { user, client, mid }) => {
    const row = await tx.get('resources', id)
    return row ? ok(await patchRow(tx, { table: 'resources', row, company: null, changes, by: { user, client, mid } })) : fail({ code: 'not-found' })
  },
}

const openArgs = z.object({ complex: z.uuid(), id: z.uuid(), open: z.boolean() })

/** Shows it to companies or takes it out of their sight, with the time that it is busy. */
export const setOpen: Command<BookingTables, z.output<typeof openArgs>> = {
  args: openArgs,
  who: (_, args, access) => Promise.resolve(manages(args, access)),
  locks: (_, { id }) => Promise.resolve([{ table: 'resources', id }]),
  moves: ['resources', 'resource_busy'],
  run: async (tx, { id, open }) => {
    const resource = await tx.get('resources', id)
    if (!resource) return fail({ code: 'not-found' })
    const busy = await tx.listRange('resource_busy', 'resource_to', [id, 0], [id, Number.MAX_SAFE_INTEGER])
    if (resource.open !== open) await tx.put('resources', { ...resource, open })
    for (const row of busy) if (row.open !== open) await tx.put('resource_busy', { ...row, open })
    return ok({ outcome: 'applied' })
  },
}
