/** The four steps of an import, in their order. */
export const STEPS = ['choose', 'map', 'run', 'check'] as const
export type Step = (typeof STEPS)[number]
