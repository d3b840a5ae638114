import type { Refusal } from '#shared/sync/command.ts'
import { type Access, isStaff, within } from '#shared/sync/scopes.ts'

/** The staff, and a company's user for its own; what is another's is not found. */
export const mayTouch = ({ complex, company }: { complex: string; company: string | undefined }, access: Access): Refusal | null => {
  const here = within(access, complex)
  if (here.length === 0) return { code: 'forbidden' }
  return here.some(one => isStaff(one) || (company !== undefined && one.company === company)) ? null : { code: 'not-found' }
}
