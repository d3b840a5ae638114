// The desk's real database in the place of the one in memory: the same steps and checks over Dexie.
import 'fake-indexeddb/auto'
import { dexieDesk } from '../../renderer/db/dexie-desk.ts'
import { apart, type StoredRow } from '../../renderer/db/dexie-reads.ts'
import { remembering } from '../../renderer/db/remembering.ts'
import { openWorkDatabase, type WorkDatabase } from '../../renderer/db/work-database.ts'
import { sealer } from '#shared/crypto/seal.ts'
import { random } from '../../renderer/db/data-key.ts'
import type { DeskHooks, MemoryDesk } from '#shared/sync/memory-desk.fixture.ts'
import type { DeskMeta, DeskTransaction, Stored } from '#shared/sync/store.ts'
import { type AppTables, tables } from '#shared/tables.ts'
import { runSeed } from './seed.ts'

/** One seed over Dexie; its databases are gone afterwards. */
export const runSeedOnDexie: typeof runSeed = async (first, seed, options) => {
  const made: DexieDesk[] = []
  const run = await runSeed(first, seed, { ...options, storeFor: (meta, hooks) => made[made.push(dexieStore(meta, hooks)) - 1] })
  for (const desk of made) await desk.remove()
  return run
}

type DexieDesk = MemoryDesk<AppTables> & { remove(): Promise<void> }

/** What the checks look at is read back from the database after each transaction. */
const dexieStore = (meta: DeskMeta, hooks: DeskHooks<AppTables>): DexieDesk => {
  const opened = open(meta)
  const desk: Omit<DexieDesk, 'transaction' | 'remove'> = { meta, cursors: {}, rows: new Map(Object.keys(tables).map(table => [table, new Map<string, Stored>()])), entries: new Map(), outcomes: new Map(), inbox: new Map() }
  return Object.assign(desk, {
    transaction: async <R>(work: (t: DeskTransaction<AppTables>) => Promise<R>): Promise<R> => {
      const database = await opened
      const written = new Set<string>()
      const result = await dexieDesk(database, tables).transaction(async raw => {
        const t = watched(raw, written, hooks)
        const done = await work(hooks.wrap?.(t) ?? t)
        hooks.before?.('commit')
        return done
      })
      if (written.size > 0) await readBack(database, desk, written)
      return result
    },
    remove: async () => (await opened).delete({ disableAutoOpen: true }),
  })
}

let names = 0

const open = async (meta: DeskMeta): Promise<WorkDatabase> => {
  const work = await openWorkDatabase(`simulated-${++names}`, () => {}, { sealer: remembering(sealer(random(32), random)) })
  if (!work.ok) throw new Error(work.problem.code)
  await work.value.meta.put({ k: 'desk', ...meta })
  return work.value
}

/** Where each step writes; `store` names its table itself. */
const WRITES = { store: null, setMeta: 'meta', setCursors: 'cursors', addEntry: 'outbox', putEntry: 'outbox', removeEntry: 'outbox', putOutcome: 'outcomes', clearOutcomes: 'outcomes', putInbox: 'inbox' } as const

/** Says before each write that it comes, as the desk in memory does, and notes where it went. */
const watched = (t: DeskTransaction<AppTables>, written: Set<string>, hooks: DeskHooks<AppTables>): DeskTransaction<AppTables> => {
  const steps = t as unknown as { [step: string]: (...args: unknown[]) => Promise<void> }
  const writes = Object.entries(WRITES).map(([name, table]) => [
    name,
    (...args: unknown[]) => {
      hooks.before?.('write')
      written.add(table ?? (args[0] as string))
      return steps[name](...args)
    },
  ])
  return { ...t, ...(Object.fromEntries(writes) as Partial<DeskTransaction<AppTables>>) }
}

const readBack = (database: WorkDatabase, desk: Omit<MemoryDesk<AppTables>, 'transaction'>, written: ReadonlySet<string>): Promise<void> =>
  database.transaction('r', database.tables, async () => {
    for (const table of Object.keys(tables)) if (written.has(table)) desk.rows.set(table, new Map((await database.table<StoredRow>(table).toArray()).map(stored => [stored.id, apart(stored)])))
    const { client, group, user, device, epoch, lastMid } = (await database.meta.get('desk')) as DeskMeta
    desk.meta = { client, group, user, device, epoch, lastMid }
    if (written.has('cursors')) desk.cursors = Object.fromEntries((await database.cursors.toArray()).map(({ scope, ...cursor }) => [scope, cursor]))
    if (written.has('outbox')) desk.entries = new Map((await database.outbox.toArray()).map(entry => [entry.mid, entry]))
    if (written.has('outcomes')) desk.outcomes = new Map((await database.outcomes.toArray()).map(outcome => [outcome.mid, outcome]))
    if (written.has('inbox')) desk.inbox = new Map((await database.inbox.toArray()).map(item => [item.id, item]))
  })
