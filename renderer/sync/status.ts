import type { SyncFacts } from '../db/sync-facts.ts'
import type { Phase } from './sync-loop.ts'

/** A clock further off than this is a matter for a person, ms. */
const CLOCK_OFF_MS = 60_000

/**
 * What the pill and the pages show: one state, the most urgent one. `waiting` is always said where something waits. `at`: when the
 * desk was last in step, ms, our clock; null = never yet.
 */
export type SyncStatus = { waiting: number; at: number | null } & (
  /** No hub is set. */
  | { is: 'off' }
  | { is: 'revoked'; wipe: boolean }
  | { is: 'outdated'; min: number }
  /** The client belongs to another login. */
  | { is: 'not-yours' }
  /** `n` conflicts and refusals are open. */
  | { is: 'attention'; n: number }
  /** The computer's clock is `offset` ms behind the hub's. */
  | { is: 'clock'; offset: number }
  | { is: 'logged-out' }
  /** `pages`: it takes more than one page. */
  | { is: 'syncing'; pages: { taken: number; ahead: number } | null }
  /** A person has stopped it, for now. */
  | { is: 'paused' }
  | { is: 'offline' }
  | { is: 'waiting' }
  | { is: 'in-step' }
)

export const statusOf = (phase: Phase, { waiting, attention, offset, agreedAt }: Pick<SyncFacts, 'waiting' | 'attention' | 'offset' | 'agreedAt'>): SyncStatus => {
  const base = { waiting, at: agreedAt }
  if (phase.is === 'off' || phase.is === 'revoked' || phase.is === 'outdated' || phase.is === 'not-yours') return { ...base, ...phase }
  if (attention > 0) return { ...base, is: 'attention', n: attention }
  if (Math.abs(offset) > CLOCK_OFF_MS) return { ...base, is: 'clock', offset }
  // A poll that finds nothing is not worth a word.
  if (phase.is === 'syncing') return phase.pages || waiting > 0 || agreedAt === null ? { ...base, is: 'syncing', pages: phase.pages ?? null } : { ...base, is: 'in-step' }
  if (phase.is === 'idle') return { ...base, is: waiting > 0 ? 'waiting' : 'in-step' }
  return { ...base, is: phase.is }
}
