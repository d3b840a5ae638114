import type { NoChain } from '#shared/bookings/chain.ts'
import type { Company } from '#shared/companies/company.ts'
import type { Need } from '#shared/labs/find-tests.ts'
import type { Urgency } from '#shared/labs/lab.ts'

/** A step as it is put together. `after`: ids of steps before it; `sample`: the same letter = the same sample, '' = its own; `instrument`: what is brought. */
export type ComposedStep = { id: string; need: Need; after: string[]; sample: string; instrument: string | null }
export type Composed = { company: Company; urgency: Urgency; steps: readonly ComposedStep[] }

export const SAMPLES = ['', 'A', 'B', 'C'] as const

/** Not longer than one command books. */
export const MOST_STEPS = 12

/** A step without another, which nothing waits for any more. */
export const without = (steps: readonly ComposedStep[], id: string): ComposedStep[] => steps.filter(step => step.id !== id).map(step => ({ ...step, after: step.after.filter(one => one !== id) }))

/** Why there is no plan; `failed`: the worker broke. */
export type PlanFault = NoChain | { code: 'failed' }

