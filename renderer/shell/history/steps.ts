// One list of who changed a record: what the hub tells, and what this desk has asked for since.
import { type FieldChange, type HistoryReply, saidBy } from '#shared/sync/history.ts'
import type { OutboxEntry } from '#shared/sync/store.ts'

/** `by` null = the hub itself. `device`: its letter or name; null = this desk. `at` in ms since 1970. */
export type Step = { at: number; name: string; by: string | null; device: string | null; waiting: boolean; changes: FieldChange[]; start: number | null }

/** `told` null = the hub could not be asked: all that this desk remembers stands in for it. `me`: whose desk it is. */
export const stepsOf = (told: HistoryReply | null, mine: readonly OutboxEntry[], me: string): Step[] => [
  ...mine.filter(({ state }) => told === null || state === 'waiting').map(({ clientTs, name, args, state }) => ({ at: clientTs, name, by: me, device: null, waiting: state === 'waiting', ...saidBy(args) })),
  ...(told?.steps ?? []).map(({ letter, device, ...step }) => ({ ...step, device: letter ?? device, waiting: false })),
]
