import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from './command.ts'
import type { FieldConflict } from './field-patch.ts'
import { isStaff, within } from './scopes.ts'

const settleArgs = z.object({ complex: z.uuid(), id: z.uuid() })

/** A person has looked at both values of a field and chosen: the conflict is closed. What was chosen is written by a patch of its own. */
export const settleClash: Command<{ field_conflicts: FieldConflict }, z.output<typeof settleArgs>> = {
  args: settleArgs,
  who: async (reads, { complex, id }, access) => {
    const here = within(access, complex)
    if (here.length === 0) return { code: 'forbidden' }
    if (here.some(isStaff)) return null
    const clash = await reads.get('field_conflicts', id)
    return clash && clash.company !== null && here.some(({ company }) => company === clash.company) ? null : { code: 'not-found' }
  },
  locks: (_, { id }) => Promise.resolve([{ table: 'field_conflicts', id }]),
  run: async (tx, { id }, { now }) => {
    const clash = await tx.get('field_conflicts', id)
    if (!clash) return fail({ code: 'not-found' })
    if (clash.settledAt === null) await tx.put('field_conflicts', { ...clash, settledAt: now })
    return ok({ outcome: 'applied' })
  },
}
