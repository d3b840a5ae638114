// Who may do what in a complex, in the words that the rules of all features share. Commands ask at the hub, pages show by the same.
import type { Refusal } from './command.ts'
import { type Access, isStaff, within } from './scopes.ts'

/** A rule that needs no row: null = yes. */
export type Right<Args extends { complex: string } = { complex: string }> = (args: Args, access: Access) => Refusal | null

export const staffOnly: Right = ({ complex }, access) => (within(access, complex).some(isStaff) ? null : { code: 'forbidden' })

/** Who says who may come, and on which computers. */
export const adminOnly: Right = ({ complex }, access) => (within(access, complex).some(({ role }) => role === 'admin') ? null : { code: 'forbidden' })
