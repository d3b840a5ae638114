import type Dexie from 'dexie'
import type { Cursor, Outcome } from '#shared/sync/protocol.ts'
import type { Scope } from '#shared/sync/scopes.ts'
import type { DeskMeta, DeskStore, DeskTransaction, OutboxEntry } from '#shared/sync/store.ts'
import type { Tables } from '#shared/sync/tables.ts'
import type { TableMap } from '#shared/sync/tx.ts'
import { apart, readsOn, type StoredRow } from './dexie-reads.ts'
import { BOOKS } from './stores-of.ts'
import { writeBehind } from './write-behind.ts'

/** A desk's database over Dexie. IndexedDB lets one writing transaction at a time through, over all windows. */
export const dexieDesk = <T extends TableMap>(database: Dexie, tables: Tables<T>): DeskStore<T> => {
  const names = [...Object.keys(BOOKS), ...Object.keys(tables)]
  return {
    transaction: work =>
      database.transaction('rw', names, async () => {
        const { t, flush } = transactionOn(database, tables)
        const result = await work(t)
        await flush()
        return result
      }),
  }
}

const transactionOn = <T extends TableMap>(database: Dexie, tables: Tables<T>): { t: DeskTransaction<T>; flush: () => Promise<void> } => {
  const rows = Object.fromEntries(Object.keys(tables).map(name => [name, writeBehind<StoredRow, string>(database.table(name))]))
  const outbox = writeBehind<OutboxEntry, number>(database.table('outbox'))
  const base = readsOn(database, tables, table => rows[table].flush())
  const t: DeskTransaction<T> = {
    reads: {
      ...base,
      get: async (table, id) => {
        const stored = await rows[table].get(id)
        return stored && (apart(stored).row as T[typeof table])
      },
    },
    load: async keys => {
      const wanted: { [table: string]: string[] } = {}
      for (const { table, id } of keys) (wanted[table] ??= []).push(id)
      for (const [table, ids] of Object.entries(wanted)) await rows[table].load(ids)
    },
    stored: async (table, id) => {
      const stored = await rows[table].get(id)
      return stored && apart(stored)
    },
    store: (table, id, stored) => Promise.resolve(rows[table].set(id, stored && { ...stored.row, _s: stored.scopes })),
    heldIn: async scope => {
      const held: { table: string; id: string }[] = []
      for (const table of Object.keys(tables)) {
        await rows[table].flush()
        for (const id of await database.table<StoredRow, string>(table).where('_s').equals(scope).primaryKeys()) held.push({ table, id })
      }
      return held
    },
    meta: async () => {
      const { client, group, user, device, epoch, lastMid } = (await database.table<DeskMeta>('meta').get('desk'))!
      return { client, group, user, device, epoch, lastMid }
    },
    setMeta: async meta => void (await database.table('meta').put({ k: 'desk', ...meta })),
    cursors: async () => Object.fromEntries((await database.table<Cursor & { scope: Scope }>('cursors').toArray()).map(({ scope, ver, floor }) => [scope, { ver, floor }])),
    setCursors: async cursors => {
      await database.table('cursors').clear()
      await database.table('cursors').bulkPut(Object.entries(cursors).map(([scope, cursor]) => ({ scope, ...cursor })))
    },
    entries: async state => {
      await outbox.flush()
      return database.table<OutboxEntry>('outbox').where('state').equals(state).toArray()
    },
    addEntry: async entry => {
      await outbox.flush()
      await database.table('outbox').add(entry)
    },
    putEntry: entry => Promise.resolve(outbox.set(entry.mid, entry)),
    removeEntry: mid => Promise.resolve(outbox.set(mid, undefined)),
    outcome: mid => database.table<Outcome, number>('outcomes').get(mid),
    putOutcome: async outcome => void (await database.table('outcomes').put(outcome)),
    clearOutcomes: () => database.table('outcomes').clear(),
    putInbox: async item => void (await database.table('inbox').put(item)),
  }
  const flush = async (): Promise<void> => {
    for (const table of [outbox, ...Object.values(rows)]) await table.flush()
  }
  return { t, flush }
}
