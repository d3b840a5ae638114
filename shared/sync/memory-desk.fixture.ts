// A desk's database in memory: for tests and the simulator.
import { readsOver } from './memory-rows.fixture.ts'
import type { Cursors, Outcome } from './protocol.ts'
import type { DeskMeta, DeskStore, DeskTransaction, InboxItem, OutboxEntry, Stored } from './store.ts'
import type { Tables } from './tables.ts'
import type { Row, TableMap } from './tx.ts'

export type MemoryDesk<T extends TableMap> = DeskStore<T> & {
  meta: DeskMeta
  cursors: Cursors
  rows: Map<string, Map<string, Stored>>
  entries: Map<number, OutboxEntry>
  outcomes: Map<number, Outcome>
  inbox: Map<string, InboxItem>
}

export type DeskHooks<T extends TableMap> = {
  /** Called before each write and before the commit; when it throws, the transaction is undone: a crash. */
  before?(op: string): void
  /** What the caller gets of a transaction, for planted bugs. */
  wrap?(t: DeskTransaction<T>): DeskTransaction<T>
}

export const memoryDesk = <T extends TableMap>(tables: Tables<T>, meta: DeskMeta, hooks: DeskHooks<T> = {}): MemoryDesk<T> => {
  const before = (op: string): void => hooks.before?.(op)
  const desk: Omit<MemoryDesk<T>, 'transaction'> = { meta, cursors: {}, rows: new Map(Object.keys(tables).map(table => [table, new Map<string, Stored>()])), entries: new Map(), outcomes: new Map(), inbox: new Map() }
  let tail: Promise<unknown> = Promise.resolve()
  const transaction = async <R>(work: (t: DeskTransaction<T>) => Promise<R>): Promise<R> => {
    const undo: (() => void)[] = []
    const turn = tail
    let leave = (): void => {}
    tail = new Promise<void>(resolve => (leave = resolve))
    await turn
    try {
      const t = transactionOver(tables, desk, undo, before)
      const result = await work(hooks.wrap?.(t) ?? t)
      before('commit')
      return result
    } catch (error) {
      for (const step of undo.reverse()) step()
      throw error
    } finally {
      leave()
    }
  }
  return Object.assign(desk, { transaction })
}

const transactionOver = <T extends TableMap>(tables: Tables<T>, desk: Omit<MemoryDesk<T>, 'transaction'>, undo: (() => void)[], before: (op: string) => void): DeskTransaction<T> => {
  const set = <K, V>(map: Map<K, V>, key: K, value: V | undefined): Promise<void> => {
    before('write')
    const was = map.get(key)
    undo.push(() => void (was === undefined ? map.delete(key) : map.set(key, was)))
    if (value === undefined) map.delete(key)
    else map.set(key, value)
    return DONE
  }
  const clear = <K, V>(map: Map<K, V>): Promise<void> => {
    before('write')
    const was = [...map]
    undo.push(() => was.forEach(([key, value]) => map.set(key, value)))
    map.clear()
    return DONE
  }
  const replace = <F extends 'meta' | 'cursors'>(field: F, value: MemoryDesk<T>[F]): Promise<void> => {
    before('write')
    const was = desk[field]
    undo.push(() => void (desk[field] = was))
    desk[field] = value
    return DONE
  }
  return {
    reads: readsOver(tables, table => rowsOf(desk.rows.get(table)!.values()), (table, id) => desk.rows.get(table)!.get(id)?.row),
    load: () => DONE,
    stored: (table, id) => Promise.resolve(desk.rows.get(table)!.get(id)),
    store: (table, id, stored) => set(desk.rows.get(table)!, id, stored),
    heldIn: scope => Promise.resolve([...desk.rows].flatMap(([table, rows]) => [...rows].filter(([, { scopes }]) => scopes.includes(scope)).map(([id]) => ({ table: table, id })))),
    meta: () => Promise.resolve(desk.meta),
    setMeta: meta => replace('meta', meta),
    cursors: () => Promise.resolve(desk.cursors),
    setCursors: cursors => replace('cursors', cursors),
    entries: state => Promise.resolve([...desk.entries.values()].filter(entry => entry.state === state).sort((a, b) => a.mid - b.mid)),
    addEntry: entry => (desk.entries.has(entry.mid) ? Promise.reject(new Error(`mid ${entry.mid} is taken`)) : set(desk.entries, entry.mid, entry)),
    putEntry: entry => set(desk.entries, entry.mid, entry),
    removeEntry: mid => set(desk.entries, mid, undefined),
    outcome: mid => Promise.resolve(desk.outcomes.get(mid)),
    putOutcome: outcome => set(desk.outcomes, outcome.mid, outcome),
    clearOutcomes: () => clear(desk.outcomes),
    putInbox: item => set(desk.inbox, item.id, item),
  }
}

const DONE = Promise.resolve()

function* rowsOf(stored: Iterable<Stored>): Iterable<Row> {
  for (const { row } of stored) yield row
}
