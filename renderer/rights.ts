// Who works at this computer and what they may do there, by the very rules that commands keep at the hub.
import { computed, shallowRef } from 'vue'
import { manages } from '#shared/labs/rights.ts'
import { type Right, staffOnly } from '#shared/sync/rights.ts'
import type { Access, Role } from '#shared/sync/scopes.ts'

/** A computer without a hub runs its complex itself: there is nobody to refuse it anything. */
export const ALONE: { complex: string; access: Access } = { complex: '', access: { user: '', memberships: [{ complex: '', role: 'admin', company: null }] } }

/** As the hub last said it; only the shell sets it. */
export const who = shallowRef(ALONE)

/** What the hub would say to it. For a page to show or to leave out; the hub decides in the end. */
export const may = <A extends { complex: string }>(right: Right<A>, args: Omit<A, 'complex'> = {} as Omit<A, 'complex'>): boolean => right({ ...args, complex: who.value.complex } as A, who.value.access) === null

export const isStaff = computed(() => may(staffOnly))
export const managesLabs = computed(() => may(manages))

/** `roles` undefined = everybody. */
export const isOf = (roles?: readonly Role[]): boolean => roles === undefined || who.value.access.memberships.some(({ role }) => roles.includes(role))
