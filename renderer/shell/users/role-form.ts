// What a person may do, as a form for each complex that the admin runs.
import { GRANTED_ROLES, type GrantedMembership } from '#shared/sync/login.ts'
import type { GrantedRole } from './roster.ts'

export const STAFF_ROLES: readonly Exclude<GrantedRole, 'company'>[] = GRANTED_ROLES.filter(role => role !== 'company')

/** `companies`: those for which the person speaks there. */
export type RoleForm = { complex: string; roles: Exclude<GrantedRole, 'company'>[]; companies: string[] }[]

/** Memberships elsewhere are no business of this form: the hub leaves them. */
export const roleFormOf = (complexes: readonly { id: string }[], memberships: readonly GrantedMembership[]): RoleForm =>
  complexes.map(({ id: complex }) => {
    const here = memberships.filter(one => one.complex === complex)
    return { complex, roles: STAFF_ROLES.filter(role => here.some(one => one.role === role)), companies: here.flatMap(({ company }) => company ?? []) }
  })

export const membershipsOf = (form: RoleForm): GrantedMembership[] =>
  form.flatMap(({ complex, roles, companies }) => [
    ...roles.map(role => ({ complex, role, company: null })),
    ...companies.map(company => ({ complex, role: 'company' as const, company })),
  ])
