// The hub's database in memory, for tests and the simulator: open transactions side by side, READ COMMITTED, with row locks, savepoints,
// the exclusion, and pages that see one snapshot.
import { type HubTransaction, hubTransaction } from './memory-hub-tx.fixture.ts'
import { type HubState, clientFor, copyState, overlaps } from './memory-hub-state.fixture.ts'
import { type HubRead, type HubStore, type HubWrite, Passing } from './store.ts'
import type { Tables } from './tables.ts'
import type { Row, TableMap } from './tx.ts'

export type MemoryHub<T extends TableMap> = HubStore<T> & {
  state: HubState
  /** Ends all open transactions; what was committed stays. */
  crash(): void
  copy(): HubState
}

export type HubHooks<T extends TableMap> = {
  /** Called before each step of a writing transaction: it may wait, or throw. */
  before?(op: string, transaction: HubTransaction<T>): void | Promise<void>
  committed?(transaction: HubTransaction<T>): void
  /** What the caller gets of a transaction, for planted bugs. */
  wrap?(transaction: HubTransaction<T>): HubWrite<T>
}

export const memoryHub = <T extends TableMap>(tables: Tables<T>, state: HubState, hooks: HubHooks<T> = {}): MemoryHub<T> => {
  const open = new Set<HubTransaction<T>>()
  let snapshots = 0
  let whenRead = (): void => {}
  let read: Promise<void> = Promise.resolve()

  const commit = async (transaction: HubTransaction<T>): Promise<void> => {
    while (snapshots > 0) await read
    transaction.check()
    for (const [table, rows] of transaction.overlay) {
      const committed = hub.state.rows.get(table)!
      for (const [id, row] of rows) {
        if (committed.get(id) !== transaction.seen.get(`${table}/${id}`)) throw new Passing('the row moved')
        if (overlaps(tables, table, row, committed.values(), rows)) throw new Passing('another took it meanwhile')
      }
    }
    transaction.apply()
  }

  const hub: MemoryHub<T> = {
    state,
    write: async work => {
      const transaction = hubTransaction(tables, hub.state, open, hooks)
      open.add(transaction)
      try {
        const result = await work(hooks.wrap?.(transaction) ?? transaction.write)
        await hooks.before?.('commit', transaction)
        await commit(transaction)
        hooks.committed?.(transaction)
        return result
      } finally {
        open.delete(transaction)
        transaction.release()
      }
    },
    read: async work => {
      if (snapshots++ === 0) read = new Promise(resolve => (whenRead = resolve))
      try {
        return await work(snapshotOf(hub.state))
      } finally {
        if (--snapshots === 0) whenRead()
      }
    },
    crash: () => {
      for (const transaction of open) transaction.kill()
    },
    copy: () => copyState(hub.state),
  }
  return hub
}

const snapshotOf = <T extends TableMap>(state: HubState): HubRead<T> => ({
  epoch: () => Promise.resolve(state.epoch),
  access: user => Promise.resolve({ user, memberships: state.memberships.get(user) ?? [] }),
  client: (id, login) => Promise.resolve(clientFor(state, id, login)),
  scope: scope => Promise.resolve(state.scopes.get(scope) ?? { ver: 0, horizon: 0 }),
  rowsAfter: (scope, after, limit) => {
    const found: { table: string; id: string; ver: number; row: Row | null }[] = []
    for (const [key, { ver, gone }] of state.feeds.get(scope) ?? []) {
      if (ver <= after) continue
      const [table, id] = key.split('/') as [string, string]
      found.push({ table, id, ver, row: gone ? null : state.rows.get(table)!.get(id)! })
      if (found.length === limit) break
    }
    return Promise.resolve(found)
  },
  outcomes: (client, above, last) =>
    Promise.resolve([...(state.commands.get(client)?.values() ?? [])].filter(({ mid }) => mid > above && mid <= last).map(({ mid, outcome, code, facts }) => ({ mid, outcome, ...(code && { code }), facts }))),
})

