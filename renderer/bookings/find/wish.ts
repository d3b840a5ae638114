// What is asked of a test besides which one it is, and the command that books an offered time so.
import { isStaff } from '../../rights.ts'
import type { subcontractField } from '#shared/bookings/booked-test.ts'
import type { Need } from '#shared/labs/find-tests.ts'
import { URGENCIES, type Urgency } from '#shared/labs/lab.ts'
import type { output } from 'zod'
import type { EditionFacts } from '../../contribution.ts'
import type { ArgsOf } from '../../db/run.ts'
import { newId } from '../../db/new-id.ts'
import type { Offered } from './proposals.ts'

/** `range`: the value or range asked for, as typed. */
export type Wish = { range: string; urgency: Urgency }
export const PLAIN: Wish = { range: '', urgency: 'normal' }

/** Those at which somebody offers it; without any prices the usual one. */
export const urgenciesOf = (need: Need | null): Urgency[] => {
  const offered = URGENCIES.filter(one => !need || need.tests.some(({ prices }) => prices.some(price => price.urgency === one)))
  return offered.length > 0 ? offered : ['normal']
}

/** Its lab may give it away, with the customer's consent; staff note it. */
export const maySubcontract = ({ scope }: Offered): boolean => isStaff.value && scope.answer !== 'in-scope'

type With = { company: string; facts: EditionFacts | undefined; reason: string; subcontract: output<typeof subcontractField> | undefined; batch?: string; instrument?: string | undefined }

export const placeTest = ({ test, parts, end, why }: Offered, { range, urgency }: Wish, { company, facts, reason, subcontract, batch, instrument }: With): ArgsOf<'bookings.place'> => ({
  id: newId(), company, purpose: '', ...(batch && { batch }), start: parts[0].start, end, slots: parts.map(part => ({ id: newId(), ...part })),
  test: { id: test.id, range: range.trim() || null, urgency, seen: facts ? { status: facts.status, catalogue: facts.catalogue } : null, ...(subcontract && { subcontract }) },
  ...(instrument && { instrument }), ...(why === 'overtime' && { override: { reason: reason.trim() } }),
})
