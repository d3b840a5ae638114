// Who changed a record: what a desk asks and the hub tells.
import { z } from 'zod'

z.config({ jitless: true })

const id = z.uuid()
const value = z.union([z.string(), z.number(), z.boolean()]).nullable()

export const historyRequest = z.object({ table: z.enum(['bookings', 'companies']), complex: id, id })

/** `old` and `now` of one field that a command changed. */
const fieldChange = z.object({ field: z.string(), old: value, now: value })

/** Newest first; `more`: there are older ones. `by` null = the hub itself. `at` in ms since 1970, the hub's clock. */
export const historyReply = z.object({
  steps: z.array(z.object({ at: z.int(), name: z.string(), by: z.string().nullable(), letter: z.string().nullable(), device: z.string(), changes: z.array(fieldChange), start: z.int().nullable() })),
  more: z.boolean(),
})

export type HistoryRequest = z.output<typeof historyRequest>
export type HistoryReply = z.output<typeof historyReply>
export type FieldChange = z.output<typeof fieldChange>

/** `<complex>/<id>` of what the arguments of a command speak of; null = of no one record. */
export const recordOf = (args: unknown): string | null => {
  const named = z.object({ complex: id, id }).safeParse(args)
  return named.success ? `${named.data.complex}/${named.data.id}` : null
}

/** What a command says of fields and of a time, by its arguments; nothing where they say it in no known way. */
export const saidBy = (args: unknown): { changes: FieldChange[]; start: number | null } => {
  const { fields = {}, start = null } = z.object({ fields: z.record(z.string(), z.unknown()).optional().catch(undefined), start: z.int().nullable().optional().catch(undefined) }).catch({}).parse(args)
  const changes = Object.entries(fields).flatMap(([field, said]) => {
    const read = z.object({ old: value, new: value }).safeParse(said)
    return read.success ? [{ field, old: read.data.old, now: read.data.new }] : []
  })
  return { changes, start }
}
