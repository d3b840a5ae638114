// What a database has to do for sync. Dexie, PostgreSQL and the simulator's memory are thin adapters of these two.
import type { Problem } from '#shared/lib/result.ts'
import type { OutcomeCode } from './codes.ts'
import type { Lock } from './command.ts'
import type { Cursors, Outcome, Poke, SentCommand } from './protocol.ts'
import type { Access, Scope } from './scopes.ts'
import type { Reads, Row, TableMap, TableName, Tx } from './tx.ts'

/** Whose request it is, by its token. */
export type Login = { user: string; device: string }

export type HubStore<T extends TableMap> = {
  /**
   * One transaction, READ COMMITTED: committed when `work` resolves, rolled back when it throws. The adapter starts it again after a
   * passing failure as often as it sees fit, then throws `Passing`.
   */
  write<R>(work: (t: HubWrite<T>) => Promise<R>): Promise<R>
  /** One snapshot, read only. */
  read<R>(work: (t: HubRead<T>) => Promise<R>): Promise<R>
}

export type HubClient = {
  /** False: it belongs to another login. */
  own: boolean
  /** Its device or the user's right to it was taken back. */
  revoked: boolean
  last: number
  durable: number
}

export type HubWrite<T extends TableMap> = {
  epoch(): Promise<string>
  /** Locks the client to the end of the transaction; one that is not known is registered for this login. */
  client(id: string, group: string, login: Login): Promise<HubClient>
  command(client: string, mid: number): Promise<StoredCommand | undefined>
  /** Takes locks in the given order and holds them to the end. */
  lock(locks: readonly Lock[]): Promise<void>
  access(user: string): Promise<Access>
  isRevoked(client: string): Promise<boolean>
  /** Rows of one complex. `put` throws `Conflict`. */
  tx(complex: string): Tx<T>
  /** When `work` throws, what it wrote is undone and the error goes on. */
  savepoint<R>(work: () => Promise<R>): Promise<R>
  /** Inserts the command with its outcome and moves the client's last mutation id to it. */
  record(command: StoredCommand): Promise<void>
  /** The last statement before commit: one new version of the scope a touch, scopes in the given (sorted) order. */
  touch(touches: readonly Touch[]): Promise<Poke[]>
}

export type HubRead<T extends TableMap> = {
  epoch(): Promise<string>
  access(user: string): Promise<Access>
  /** undefined: not known. */
  client(id: string, login: Login): Promise<HubClient | undefined>
  /** A scope that nothing has touched is `{ver: 0, horizon: 0}`. */
  scope(scope: Scope): Promise<{ ver: number; horizon: number }>
  /** Oldest first. `row` null = gone. */
  rowsAfter(scope: Scope, ver: number, limit: number): Promise<{ table: TableName<T>; id: string; ver: number; row: Row | null }[]>
  /** Outcomes with `above < mid <= last`, in order. */
  outcomes(client: string, above: number, last: number): Promise<Outcome[]>
}

export type StoredCommand = SentCommand & { client: string; proto: number; serverTs: number; outcome: Outcome['outcome']; code?: OutcomeCode; facts: Outcome['facts'] }

/** A row in a scope has changed, or (`gone`) has left it. */
export type Touch = { scope: Scope; table: string; id: string; gone: boolean }

/** The database itself refuses what a command put. */
export class Conflict extends Error {
  readonly kind: 'exclusion' | 'unique' | 'missing' | 'data'
  /** For `unique`: the code that its constraint stands for. */
  readonly code: OutcomeCode
  constructor(kind: Conflict['kind'], code: OutcomeCode) {
    super(`${kind}: ${code}`)
    this.kind = kind
    this.code = code
  }
}

/** A failure that says nothing about the command: deadlock, lost connection, a row that moved. Never an outcome. */
export class Passing extends Error {}

export type DeskStore<T extends TableMap> = {
  /** One read-write transaction, one after the other over all windows; `work` awaits nothing but `t`. Rolled back when it throws. */
  transaction<R>(work: (t: DeskTransaction<T>) => Promise<R>): Promise<R>
}

export type DeskTransaction<T extends TableMap> = {
  reads: Reads<T>
  /** Says which rows will be asked for next, so that a database can fetch them together. Tables that it doesn't have are an error. */
  load(keys: readonly { table: string; id: string }[]): Promise<void>
  stored(table: TableName<T>, id: string): Promise<Stored | undefined>
  /** undefined removes it. */
  store(table: TableName<T>, id: string, stored: Stored | undefined): Promise<void>
  /** Rows that a scope grants. */
  heldIn(scope: Scope): Promise<{ table: TableName<T>; id: string }[]>
  meta(): Promise<DeskMeta>
  setMeta(meta: DeskMeta): Promise<void>
  cursors(): Promise<Cursors>
  setCursors(cursors: Cursors): Promise<void>
  /** Entries of the outbox in a state, oldest first. */
  entries(state: OutboxEntry['state']): Promise<OutboxEntry[]>
  /** Fails when the mid is there already. */
  addEntry(entry: OutboxEntry): Promise<void>
  putEntry(entry: OutboxEntry): Promise<void>
  removeEntry(mid: number): Promise<void>
  outcome(mid: number): Promise<Outcome | undefined>
  putOutcome(outcome: Outcome): Promise<void>
  /** They are numbered by client; a new client begins without. The inbox stays. */
  clearOutcomes(): Promise<void>
  /** Writes over an item of the same id. */
  putInbox(item: InboxItem): Promise<void>
}

/** A row with the scopes that grant it; a row without one goes. */
export type Stored = { row: Row; scopes: readonly Scope[] }

/** A row as it was before a command; `was` undefined = it was not there. */
export type Image = { table: string; id: string; was: Stored | undefined }

/** `epoch` is '' before the first contact. `lastMid` was given to the newest entry. */
export type DeskMeta = { client: string; group: string; user: string; device: string; epoch: string; lastMid: number }

export type OutboxEntry = SentCommand & {
  /** `answered`: the hub's outcome is here, with all of its effects. Kept until durable, in case the hub is restored. */
  state: 'waiting' | 'answered'
  /** `table/id` of each row that it changed: what is shown as 待确认. */
  touches: string[]
  before: Image[]
}

/** What a person has to close. `changed`: after a restore the hub answered otherwise than before. */
export type InboxItem = { id: string; client: string; kind: 'conflict' | 'rejected' | 'changed'; name: string; args: unknown; outcome: Outcome; before?: Outcome }

/** Thrown to undo a transaction and carry the reason out of it. */
export class Undo<P extends Problem> extends Error {
  readonly problem: P
  constructor(problem: P) {
    super(problem.code)
    this.problem = problem
  }
}
