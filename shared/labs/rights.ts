import type { Refusal } from '#shared/sync/command.ts'
import { type Access, within } from '#shared/sync/scopes.ts'

/** Who keeps the labs of a complex with all that they offer: tests, resources, calendar. */
export const manages = ({ complex }: { complex: string }, access: Access): Refusal | null => (within(access, complex).some(({ role }) => role === 'lab' || role === 'admin') ? null : { code: 'forbidden' })
