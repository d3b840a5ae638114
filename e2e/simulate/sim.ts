import type { Afterwards, Hub } from '#shared/sync/apply-command.ts'
import type { HubState } from '#shared/sync/memory-hub-state.fixture.ts'
import type { HubTransaction } from '#shared/sync/memory-hub-tx.fixture.ts'
import type { MemoryDesk } from '#shared/sync/memory-desk.fixture.ts'
import type { HubHooks } from '#shared/sync/memory-hub.fixture.ts'
import type { Random } from '#shared/standards/index/random-catalogue.ts'
import type { Asked } from '#shared/sync/lay-down.ts'
import type { Page, PullRequest, PushReply, PushRequest, SyncError } from '#shared/sync/protocol.ts'
import type { Desk } from '#shared/sync/run-command.ts'
import type { Scope } from '#shared/sync/scopes.ts'
import type { DeskTransaction, HubStore, HubWrite } from '#shared/sync/store.ts'
import type { Tables } from '#shared/sync/tables.ts'
import type { AppTables } from '#shared/tables.ts'
import type { Person } from './world.ts'

/** What a run counts; each has to happen in more than one of twenty seeds. */
export const COUNTS = ['waitlisted', 'conflicts', 'rejected', 'promoted', 'restored', 'scopeChanges', 'middlePages'] as const
export type Counts = { [count in (typeof COUNTS)[number]]: number }

export type SimDesk = {
  person: Person
  desk: Desk<AppTables> & { store: MemoryDesk<AppTables> }
  /** How far its clock is from the hub's, ms. */
  skew: number
  /** A crash makes a new session: what was on the way to the old one arrives nowhere. */
  session: number
  /** The highest mid that this session has sent. */
  sent: number
  revoked: boolean
  /** Commands that a person has given on it; `hash` names one. */
  queued: { hash: string; name: string; args: unknown; made: { table: keyof AppTables; id: string } | null }[]
  /** Client ids it has had, oldest first. */
  clients: string[]
  /** Scopes whose first reading is not complete. */
  loading: Set<Scope>
  /** Versions laid down, by scope and row. */
  laid: Map<Scope, Map<string, number>>
  /** Steps until it crashes inside a transaction; Infinity = it doesn't. */
  fuse: number
  /** The last mid as both windows saw it before they started, while two are at work. */
  windows: number | null
}

export type Message = { desk: SimDesk; session: number } & (
  | { to: 'hub'; kind: 'push'; request: PushRequest }
  | { to: 'hub'; kind: 'pull'; request: PullRequest }
  | { to: 'desk'; kind: 'pushed'; asked: { client: string; epoch: string }; answer: PushReply | SyncError }
  | { to: 'desk'; kind: 'pulled'; asked: Asked; answer: Page | SyncError }
)

/** The hub's database: in memory, or PostgreSQL with what it committed noted in memory. */
export type SimHub = HubStore<AppTables> & {
  /** What is committed. Read it; other changes than those of commands go through `change`. */
  state: HubState
  /** Ends all open transactions; what was committed stays. */
  crash: () => void
  copy: () => HubState
  change: (work: (state: HubState) => void) => Promise<void>
  /** With no transaction open: the database holds what `state` says. */
  settle: () => Promise<void>
}
export type OpenHub = (tables: Tables<AppTables>, state: HubState, hooks: HubHooks<AppTables>) => Promise<SimHub>

export type Sim = {
  random: Random
  plant: Plant
  hub: Hub<AppTables>
  store: SimHub
  open: OpenHub
  desks: SimDesk[]
  net: Message[]
  /** The hub's clock. */
  now: number
  counts: Counts
  /** What the hub began with. */
  first: HubState
  backups: HubState[]
  /** Ids of bookings that the hub has ever committed as confirmed. */
  everConfirmed: Set<string>
  /** Last mid applied, by client, as the watcher counts it. */
  applied: Map<string, number>
  /** Steps of hub transactions until a failure, and which. */
  hubFuse: number
  hubFault: 'passing' | 'crash'
  /** The command of a push that is about to be applied. */
  mid: number
  /** Every message goes through its schema and has to come out as it was. */
  checked: boolean
  /** At rest nothing fails any more. */
  calm: boolean
  /** More than one transaction is open: they take turns at random. */
  crowded: boolean
  /** Transactions that a passing failure has hit. */
  hit: WeakSet<object>
  nextId: () => string
  trace: (line: string) => void
}

export type Transacting = DeskTransaction<AppTables>

/** What a planted bug wraps. */
export type Plant = {
  tables?: Tables<AppTables>
  /** `mid`: the command that the transaction is for. */
  hub?(transaction: HubTransaction<AppTables>, mid: number, sim: Sim): HubWrite<AppTables>
  desk?(t: Transacting, desk: SimDesk): Transacting
  afterwards?(work: Afterwards<AppTables>): Afterwards<AppTables>
  page?(page: Page, sim: Sim, client: string): Page
  sent?(desk: SimDesk): void
  /** The hub takes whatever epoch a request has for its own. */
  anyEpoch?: true
  /** A page counts as asked with what the desk has now. */
  anyCursors?: true
}

export class Violation extends Error {
  readonly invariant: string
  constructor(invariant: string, what: string) {
    super(`${invariant}: ${what}`)
    this.invariant = invariant
  }
}

/** A desk's process ended in the middle of a transaction. */
export class DeskCrash extends Error {}
