// What a desk and the hub say to each other. Everything that comes over the line passes one of these schemas.
import { z } from 'zod'
import { OUTCOME_CODES } from './codes.ts'

z.config({ jitless: true })

export const PROTO = 1
export const SCHEMA = 1

/** A push holds at most so many commands and bytes, a page so many rows and bytes. */
export const LIMITS = { pushCommands: 50, pushBytes: 1 << 20, pageRows: 500, pageBytes: 512 << 10 } as const

const id = z.uuid()
const count = z.int().min(0)
const scopeName = z.union([z.templateLiteral([z.enum(['complex', 'user', 'public']), ':', id]), z.templateLiteral(['company:', id, '/', id])])

export const sentCommand = z.object({
  mid: z.int().min(1),
  /** Printable, since a text of PostgreSQL holds no NUL and what can't be stored would stop the queue; arguments may be anything. */
  name: z.string().regex(/^[ -~]{1,80}$/),
  args: z.unknown(),
  /** SHA-256 over the arguments' canonical JSON (RFC 8785), hex. */
  hash: z.string().regex(/^[ -~]{1,64}$/),
  dependsOn: z.int().min(1).optional(),
  /** The desk's clock, for information only: nothing is ordered by it. */
  clientTs: z.int(),
})

const version = z.int().min(0).max(9999)
const caller = { proto: version, schema: version, epoch: z.string().max(64), group: id, client: id }

export const pushRequest = z.object({ ...caller, commands: z.array(sentCommand).min(1).max(LIMITS.pushCommands) })
export const pushReply = z.object({ lastMutationId: count, serverTime: z.int() })

/**
 * How far a desk has read a scope. `floor` is the scope's horizon at the time this reading began at 0: a reading that is under way
 * stays valid below the horizon, since it never held what was forgotten there.
 */
const cursor = z.object({ ver: count, floor: count })
const cursors = z.record(scopeName, cursor)

export const pullRequest = z.object({ ...caller, cursors, limit: z.int().min(1).max(LIMITS.pageRows), acked: count })

const change = z.object({
  table: z.string().max(60),
  id: z.string().max(64),
  scope: scopeName,
  ver: count,
  /** null = it has left the scope. Fields that this version does not know pass through. */
  row: z.looseObject({ id: z.string(), complex: z.string() }).nullable(),
})

const outcome = z.object({
  mid: z.int().min(1),
  outcome: z.enum(['applied', 'waitlisted', 'conflict', 'rejected']),
  code: z.enum(OUTCOME_CODES).optional(),
  facts: z.record(z.string(), z.unknown()),
})

/** What the operator gets who sends in a group's name: the outcomes of what was sent, also of what the hub had before. */
export const pushedFor = pushReply.extend({ outcomes: z.array(outcome) })

const pageHead = {
  changes: z.array(change),
  cursors,
  scopesAdd: z.array(scopeName),
  scopesDrop: z.array(scopeName),
  resetScopes: z.array(scopeName),
  serverTime: z.int(),
}

/**
 * Acknowledgement and outcomes come with the last page only, when the desk has all of their effects. `ahead`: changes beyond this page;
 * a row that changed often comes once, so no more rows than that.
 */
export const page = z.discriminatedUnion('more', [
  z.object({ ...pageHead, more: z.literal(true), ahead: count }),
  z.object({ ...pageHead, more: z.literal(false), lastMutationId: count, durableMutationId: count, outcomes: z.array(outcome) }),
])

/** Refusals of a whole push or pull; none of them says anything about a command. */
export const syncError = z.discriminatedUnion('code', [
  /** The hub has everything below `expected`; nothing of the gap's far side was applied. */
  z.object({ code: z.literal('mid-gap'), expected: z.int().min(1) }),
  /** Another copy of this profile has used the mid: the desk takes a new client id. */
  z.object({ code: z.literal('client-forked') }),
  /** The hub's history is another one now; `lastMutationId` is what it still knows of this client. */
  z.object({ code: z.literal('epoch-changed'), epoch: z.string(), lastMutationId: count }),
  z.object({ code: z.literal('schema-too-old'), min: z.int() }),
  z.object({ code: z.literal('device-revoked'), wipe: z.boolean() }),
  /** The client belongs to another login. */
  z.object({ code: z.literal('not-yours') }),
  z.object({ code: z.literal('busy'), retryAfter: z.int().min(0) }),
])

export const poke = z.object({ scope: scopeName, ver: count })
/** What comes over the stream: which history the hub has, first of all, and pokes. */
export const hint = z.union([poke, z.object({ epoch: z.string().max(64) })])

export type SentCommand = z.output<typeof sentCommand>
export type PushRequest = z.output<typeof pushRequest>
export type PushReply = z.output<typeof pushReply>
export type PushedFor = z.output<typeof pushedFor>
export type Cursor = z.output<typeof cursor>
export type Cursors = z.output<typeof cursors>
export type PullRequest = z.output<typeof pullRequest>
export type Change = z.output<typeof change>
export type Outcome = z.output<typeof outcome>
export type Page = z.output<typeof page>
export type SyncError = z.output<typeof syncError>
export type Poke = z.output<typeof poke>
export type Hint = z.output<typeof hint>
