import type { z } from 'zod'
import type { Problem, Result } from '#shared/lib/result.ts'
import type { OutcomeCode } from './codes.ts'
import type { Access } from './scopes.ts'
import type { Reads, TableMap, Tx } from './tx.ts'

/** Who runs a command and when: `now` (ms since 1970, UTC) is the desk's corrected clock on a desk, the hub's clock on the hub. */
export type Stamp = { now: number; user: string; device: string; client: string; mid: number }

/** What a command that wrote has come to; `facts` are plain JSON. */
export type Done = { outcome: 'applied'; facts?: Facts } | { outcome: 'waitlisted' | 'conflict'; code: OutcomeCode; facts: Facts }
export type Facts = { [fact: string]: unknown }

/** A problem becomes the outcome `rejected`; what stands beside the code are its facts. */
export type CommandProblem = Problem & { code: OutcomeCode }

/** A row that no other command may change meanwhile; it need not exist. */
export type Lock = { table: string; id: string }

/** Every command's arguments name their complex: a command never reaches into another. */
export type CommandArgs = { complex: string }

/**
 * An intent of a feature. Plain code: no clock, no randomness, ids come in the arguments.
 *
 * Checks first, puts last: with a problem it has put nothing. Harmless on top of its own effect: a page may bring that before the
 * acknowledgement. New arguments take a new name (`bookings.place.v2`).
 */
export type Command<T extends TableMap, Args extends CommandArgs> = {
  args: z.ZodType<Args>
  /** May this user do it to this row? Asked on the hub alone, under the locks. null = yes. What a person may not see is `not-found`. */
  who(reads: Reads<T>, args: Args, access: Access): Promise<Refusal | null>
  /** Rows that must stand still on the hub. */
  locks(reads: Reads<T>, args: Args): Promise<Lock[]>
  run(tx: Tx<T>, args: Args, stamp: Stamp): Promise<Result<Done, CommandProblem>>
  /** Tables whose rows may change their audience by it. */
  moves?: readonly (keyof T & string)[]
}

export type Refusal = { code: 'forbidden' | 'not-found' }

/** Wire name -> command. */
export type Registry<T extends TableMap> = { readonly [name: string]: Command<T, CommandArgs> }
