import type { Result } from '#shared/lib/result.ts'
import type { Command, CommandArgs, CommandProblem, Done, Lock, Registry, Stamp } from './command.ts'
import { type Put, keeping, touchesOf } from './hub-tx.ts'
import type { Poke, SentCommand, SyncError } from './protocol.ts'
import { Conflict, type HubStore, type HubWrite, type Login, Passing, type StoredCommand, Undo } from './store.ts'
import type { Tables } from './tables.ts'
import type { TableMap, Tx } from './tx.ts'

/** What the hub needs beside its database; everything that knows the app comes as an argument. */
export type Hub<T extends TableMap> = {
  store: HubStore<T>
  commands: Registry<T>
  tables: Tables<T>
  /** The hub's clock, ms. */
  now(): number
  /** What the hub alone does in the same transaction after a command's run, such as promotion from the waitlist. */
  afterwards(work: Afterwards<T>): Promise<void>
}

/** `puts()`: what has been changed so far. */
export type Afterwards<T extends TableMap> = { tx: Tx<T>; puts: () => readonly Put<T>[]; now: number; complex: string; isRevoked: (client: string) => Promise<boolean> }

export type Caller = { login: Login; client: string; group: string; epoch: string; proto: number }

/** `moved`: scopes to poke after the commit. */
export type Applied = { error: SyncError } | { error: null; last: number; moved: Poke[] }

/** How often a command is run when the database says that another took the place meanwhile. */
const RUNS = 3

/**
 * Applies one command in one transaction: exactly one stored outcome, or nothing at all and an error that leaves it waiting.
 * Throws `Passing` when the database gave up; that is no outcome, the desk sends again.
 */
export const applyCommand = <T extends TableMap>(hub: Hub<T>, caller: Caller, sent: SentCommand): Promise<Applied> =>
  hub.store.write(async t => {
    const { last, error } = await admit(t, caller)
    if (error) return { error }
    if (sent.mid <= last) {
      const done = await t.command(caller.client, sent.mid)
      return done && done.hash !== sent.hash ? { error: { code: 'client-forked' } } : { error: null, last, moved: [] }
    }
    if (sent.mid > last + 1) return { error: { code: 'mid-gap', expected: last + 1 } }
    const now = hub.now()
    const { outcome, puts } = await decide(hub, t, caller, sent, now)
    await t.record({ ...sent, client: caller.client, proto: caller.proto, serverTs: now, ...outcome })
    return { error: null, last: sent.mid, moved: await t.touch(touchesOf(puts, hub.tables)) }
  })

/** The client's lock is the first of the transaction: a client's commands are applied one after the other. */
const admit = async <T extends TableMap>(t: HubWrite<T>, { client, group, login, epoch }: Caller): Promise<{ last: number; error: SyncError | null }> => {
  const { own, revoked, last } = await t.client(client, group, login)
  const current = await t.epoch()
  if (!own) return { last, error: { code: 'not-yours' } }
  if (revoked) return { last, error: { code: 'device-revoked', wipe: true } }
  return { last, error: current === epoch ? null : { code: 'epoch-changed', epoch: current, lastMutationId: last } }
}

type Answer = Pick<StoredCommand, 'outcome' | 'code' | 'facts'>
type Decided<T extends TableMap> = { outcome: Answer; puts: Put<T>[] }

const rejected = <T extends TableMap>({ code, ...facts }: CommandProblem): Decided<T> => ({ outcome: { outcome: 'rejected', code, facts }, puts: [] })

const decide = async <T extends TableMap>(hub: Hub<T>, t: HubWrite<T>, caller: Caller, sent: SentCommand, now: number): Promise<Decided<T>> => {
  // The name comes from outside: `constructor` is no command.
  const command = Object.hasOwn(hub.commands, sent.name) ? hub.commands[sent.name] : undefined
  if (!command) return rejected({ code: 'command-unknown' })
  const parsed = command.args.safeParse(sent.args)
  if (!parsed.success) return rejected({ code: 'validation' })
  if (sent.dependsOn !== undefined && (await t.command(caller.client, sent.dependsOn))?.outcome !== 'rejected') {
    if (sent.dependsOn >= sent.mid) return rejected({ code: 'validation' })
  } else if (sent.dependsOn !== undefined) return rejected({ code: 'depends-on' })
  const base = t.tx(parsed.data.complex)
  await lockAll(t, base, command, parsed.data)
  const refusal = await command.who(base, parsed.data, await t.access(caller.login.user))
  if (refusal) return rejected(refusal)
  const stamp = { now, user: caller.login.user, device: caller.login.device, client: caller.client, mid: sent.mid }
  return runUntilFree(hub, t, command, parsed.data, stamp)
}

/** Resources first, then other rows, each sorted. Which they are was read before they were locked: when that moved, all starts again. */
const lockAll = async <T extends TableMap>(t: HubWrite<T>, reads: Tx<T>, command: Command<T, CommandArgs>, args: CommandArgs): Promise<void> => {
  const wanted = inOrder(await command.locks(reads, args))
  if (wanted.length === 0) return
  await t.lock(wanted)
  const held = new Set(wanted.map(keyOf))
  if (!(await command.locks(reads, args)).every(lock => held.has(keyOf(lock)))) throw new Passing('what had to be locked moved')
}

const keyOf = ({ table, id }: Lock): string => `${table === 'resources' ? 0 : 1}${table}/${id}`
const inOrder = (locks: readonly Lock[]): Lock[] => {
  const byKey = new Map(locks.map(lock => [keyOf(lock), lock]))
  return [...byKey.keys()].sort().map(key => byKey.get(key)!)
}

const runUntilFree = async <T extends TableMap>(hub: Hub<T>, t: HubWrite<T>, command: Command<T, CommandArgs>, args: CommandArgs, stamp: Stamp): Promise<Decided<T>> => {
  for (let run = 1; ; run++) {
    try {
      const kept = keeping(t.tx(args.complex), hub.tables, command.moves)
      const done = await t.savepoint(async () => {
        const value = wrote(await command.run(kept.tx, args, stamp))
        await hub.afterwards({ tx: kept.tx, puts: kept.puts, now: stamp.now, complex: args.complex, isRevoked: client => t.isRevoked(client) })
        return value
      })
      return { outcome: outcomeOf(done), puts: kept.puts() }
    } catch (error) {
      if (error instanceof Undo) return rejected(error.problem as CommandProblem)
      if (!(error instanceof Conflict)) throw error
      if (error.kind !== 'exclusion' || run === RUNS) return rejected({ code: error.code })
    }
  }
}

/** A problem undoes the savepoint, so that nothing stays even of a command that broke the rule of checks first. */
const wrote = (result: Result<Done, CommandProblem>): Done => {
  if (!result.ok) throw new Undo(result.problem)
  return result.value
}

const outcomeOf = ({ facts = {}, ...done }: Done): Answer => ({ ...done, facts })
