import { type ClientRow, type HubState, clientFor, overlaps } from './memory-hub-state.fixture.ts'
import { type RowMaps, readsOver } from './memory-rows.fixture.ts'
import type { Scope } from './scopes.ts'
import { Conflict, type HubWrite, Passing, type StoredCommand, type Touch } from './store.ts'
import type { Tables } from './tables.ts'
import type { Row, TableMap, Tx } from './tx.ts'

export type HubTransaction<T extends TableMap> = {
  write: HubWrite<T>
  overlay: RowMaps
  /** Committed rows as this transaction first saw them. */
  seen: Map<string, Row | undefined>
  recorded: StoredCommand[]
  touched: (Touch & { ver: number })[]
  holds: Set<string>
  waitsFor: string | null
  check(): void
  kill(): void
  apply(): void
  release(): void
}

type Waiter = { resolve(): void; reject(error: Error): void }

export const hubTransaction = <T extends TableMap>(tables: Tables<T>, state: HubState, open: Set<HubTransaction<T>>, hooks: { before?(op: string, transaction: HubTransaction<T>): void | Promise<void> }): HubTransaction<T> => {
  let dead = false
  const waiters: Waiter[] = []
  const undo: [Map<string, Row>, string, Row | undefined][] = []
  const clients = new Map<string, ClientRow>()
  const recorded: StoredCommand[] = []
  const touched: (Touch & { ver: number })[] = []
  let wake: Waiter | null = null

  const step = (op: string): void | Promise<void> => {
    self.check()
    return hooks.before?.(op, self)
  }
  const take = async (key: string): Promise<void> => {
    for (;;) {
      self.check()
      const holder = [...open].find(other => other !== self && other.holds.has(key))
      if (!holder) break
      if (waitsOn(open, holder, self)) throw new Passing('deadlock')
      self.waitsFor = key
      await new Promise<void>((resolve, reject) => {
        wake = { resolve, reject }
        ;(holder as unknown as { waiters: Waiter[] }).waiters.push(wake)
      })
      self.waitsFor = null
    }
    self.holds.add(key)
  }

  /** What a put has to find unchanged: the row as it was read last. */
  const note = (table: string, id: string, row: Row | undefined): void => {
    if (!self.overlay.get(table)?.has(id)) self.seen.set(`${table}/${id}`, row)
  }
  const tx = (): Tx<T> => {
    const committed = (table: string): Map<string, Row> => state.rows.get(table)!
    return {
      ...readsOver(tables, table => visible(state, self.overlay, table), (table, id) => self.overlay.get(table)?.get(id) ?? committed(table).get(id), note, step),
      put: async (table: string, row: Row) => {
        const pause = step('put')
        if (pause) await pause
        const key = `${table}/${row.id}`
        if (!self.seen.has(key)) self.seen.set(key, committed(table).get(row.id))
        if (self.seen.get(key) !== committed(table).get(row.id)) throw new Passing('the row moved')
        const mine = self.overlay.get(table) ?? new Map<string, Row>()
        self.overlay.set(table, mine)
        if (overlaps(tables, table, row, committed(table).values(), mine)) throw new Conflict('exclusion', 'slot-taken')
        undo.push([mine, row.id, mine.get(row.id)])
        mine.set(row.id, row)
      },
    }
  }
  let shared: Tx<T> | null = null

  const write: HubWrite<T> = {
    epoch: async () => {
      const pause = step('epoch')
      if (pause) await pause
      return state.epoch
    },
    client: async (id, group, login) => {
      const pause = step('client')
      if (pause) await pause
      await take(`client/${id}`)
      if (!state.clients.has(id)) clients.set(id, { ...login, group, last: 0, durable: 0 })
      return clientFor(state, id, login) ?? { own: true, revoked: state.revokedDevices.has(login.device), last: 0, durable: 0 }
    },
    command: async (client, mid) => {
      const pause = step('command')
      if (pause) await pause
      return state.commands.get(client)?.get(mid)
    },
    lock: async locks => {
      for (const { table, id } of locks) {
        const pause = step('lock')
        if (pause) await pause
        await take(`row/${table}/${id}`)
      }
    },
    access: async user => {
      const pause = step('access')
      if (pause) await pause
      return { user, memberships: state.memberships.get(user) ?? [] }
    },
    isRevoked: async client => {
      const pause = step('isRevoked')
      if (pause) await pause
      return state.revokedDevices.has(state.clients.get(client)?.device ?? '')
    },
    tx: () => (shared ??= tx()),
    savepoint: async work => {
      const mark = undo.length
      try {
        return await work()
      } catch (error) {
        for (const [map, id, was] of undo.splice(mark).reverse()) void (was ? map.set(id, was) : map.delete(id))
        throw error
      }
    },
    record: async command => {
      const pause = step('record')
      if (pause) await pause
      if (state.commands.get(command.client)?.has(command.mid)) throw new Error('this mid has its outcome already')
      recorded.push(command)
    },
    touch: async touches => {
      const vers = new Map<Scope, number>()
      for (const touch of touches) {
        if (!vers.has(touch.scope)) {
          const pause = step('touch')
          if (pause) await pause
          await take(`scope/${touch.scope}`)
        }
        const ver = (vers.get(touch.scope) ?? state.scopes.get(touch.scope)?.ver ?? 0) + 1
        vers.set(touch.scope, ver)
        touched.push({ ...touch, ver })
      }
      return [...vers].map(([scope, ver]) => ({ scope, ver }))
    },
  }

  const self: HubTransaction<T> & { waiters: Waiter[] } = {
    write,
    waiters,
    overlay: new Map(),
    seen: new Map(),
    recorded,
    touched,
    holds: new Set(),
    waitsFor: null,
    check: () => {
      if (dead) throw new Passing('the hub went down')
    },
    kill: () => {
      dead = true
      wake?.reject(new Passing('the hub went down'))
    },
    apply: () => {
      for (const [table, rows] of self.overlay) for (const [id, row] of rows) state.rows.get(table)!.set(id, row)
      for (const [id, client] of clients) if (!state.clients.has(id)) state.clients.set(id, client)
      for (const command of recorded) {
        if (!state.commands.has(command.client)) state.commands.set(command.client, new Map())
        state.commands.get(command.client)!.set(command.mid, command)
        state.clients.set(command.client, { ...state.clients.get(command.client)!, last: command.mid })
      }
      for (const { scope, table, id, gone, ver } of touched) {
        const held = state.scopes.get(scope)
        state.scopes.set(scope, { ver: Math.max(ver, held?.ver ?? 0), horizon: held?.horizon ?? 0 })
        const feed = state.feeds.get(scope) ?? new Map<string, { ver: number; gone: boolean }>()
        state.feeds.set(scope, feed)
        feed.delete(`${table}/${id}`)
        feed.set(`${table}/${id}`, { ver, gone })
      }
    },
    release: () => {
      self.holds.clear()
      for (const waiter of waiters.splice(0)) waiter.resolve()
    },
  }
  return self
}

/** Does `from`, by whatever it waits for, wait for `to`? */
const waitsOn = <T extends TableMap>(open: Set<HubTransaction<T>>, from: HubTransaction<T>, to: HubTransaction<T>): boolean => {
  for (let at: HubTransaction<T> | undefined = from; at?.waitsFor; ) {
    const key: string = at.waitsFor
    at = [...open].find(other => other.holds.has(key))
    if (at === to) return true
  }
  return false
}

/** Committed rows of a table with one's own writes over them. */
function* visible(state: HubState, overlay: RowMaps, table: string): Iterable<Row> {
  const committed = state.rows.get(table)!
  const mine = overlay.get(table)
  if (!mine || mine.size === 0) return yield* committed.values()
  for (const [id, row] of committed) yield mine.get(id) ?? row
  for (const [id, row] of mine) if (!committed.has(id)) yield row
}
