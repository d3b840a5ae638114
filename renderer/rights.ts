// Who works at this computer and what they may do there, by the very rules that commands keep at the hub.
import { computed, shallowRef } from 'vue'
import { manages } from '#shared/labs/rights.ts'
import { GRANTED_ROLES } from '#shared/sync/login.ts'
import { type Right, staffOnly } from '#shared/sync/rights.ts'
import type { Access, Role } from '#shared/sync/scopes.ts'

/** A computer without a hub runs its complex itself: there is nobody to refuse it anything. */
export const ALONE: { complex: string; access: Access } = { complex: '', access: { user: '', memberships: [{ complex: '', role: 'admin', company: null }] } }

/** As the hub last said it; only the shell sets it. */
export const who = shallowRef(ALONE)

/** As which of several roles they work here; only the shell sets it. It decides what is shown, never what the hub grants. */
export const chosenRole = shallowRef<Role | null>(null)

/** The roles of whoever works here, in the order in which one leads to the next. */
export const ownRoles = computed((): Role[] => GRANTED_ROLES.filter(role => who.value.access.memberships.some(one => one.role === role)))

/** The one that decides home, rail and pages. */
export const actingRole = computed((): Role | undefined => ownRoles.value.find(role => role === chosenRole.value) ?? ownRoles.value.at(0))

/** What the hub would say to it. For a page to show or to leave out; the hub decides in the end. */
export const may = <A extends { complex: string }>(right: Right<A>, args: Omit<A, 'complex'> = {} as Omit<A, 'complex'>): boolean => right({ ...args, complex: who.value.complex } as A, who.value.access) === null

export const isStaff = computed(() => may(staffOnly))
export const managesLabs = computed(() => may(manages))

/** `roles` undefined = everybody. */
export const isOf = (roles?: readonly Role[]): boolean => roles === undefined || roles.some(role => role === actingRole.value)

/** Whether a page is one of the acting role; `right` undefined = everybody's. */
export const mayOpen = (right?: Right): boolean => right === undefined || rolesThatMay(right).some(role => role === actingRole.value)

/** The roles to which a rule says yes. */
export const rolesThatMay = (right: Right): Role[] => GRANTED_ROLES.filter(role => right({ complex: '' }, { user: '', memberships: [{ complex: '', role, company: null }] }) === null)
