import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command, Refusal } from '#shared/sync/command.ts'
import { type Access, within } from '#shared/sync/scopes.ts'
import type { BookingTables } from './booking.ts'

const openingHours = z.object({ day: z.int().min(1).max(7), from: z.int().min(0).max(1439), to: z.int().min(1).max(1440) }).refine(({ from, to }) => from < to)

const addArgs = z.object({
  complex: z.uuid(),
  id: z.uuid(),
  name: z.string().trim().min(1).max(200),
  lanes: z.int().min(1).max(99),
  approval: z.boolean(),
  open: z.boolean(),
  hours: z.array(openingHours).max(28),
  granuleMin: z.int().min(5).max(1440),
  beforeMin: z.int().min(0).max(1440),
  afterMin: z.int().min(0).max(1440),
  holdMin: z.int().min(1).max(14 * 1440),
})

const manages = ({ complex }: { complex: string }, access: Access): Refusal | null => (within(access, complex).some(({ role }) => role === 'lab' || role === 'admin') ? null : { code: 'forbidden' })

export const addResource: Command<BookingTables, z.output<typeof addArgs>> = {
  args: addArgs,
  who: (_, args, access) => Promise.resolve(manages(args, access)),
  locks: () => Promise.resolve([]),
  run: async (tx, args) => {
    if (!(await tx.get('resources', args.id))) await tx.put('resources', args)
    return ok({ outcome: 'applied' })
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
