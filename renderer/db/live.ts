// What features call to see data: queries that run again by themselves whenever what they read has changed, in any window.
import { liveQuery, type Observable, type Subscription } from 'dexie'
import { onScopeDispose, type ShallowRef, shallowRef, watch } from 'vue'
import type { ManyReads, Row, TableName } from '#shared/sync/tx.ts'
import { tables, type AppTables } from '#shared/tables.ts'
import { openDesk, type OpenDesk } from './desk.ts'
import { complexOf } from './here.ts'
import { apart, readsOn, type StoredRow } from './dexie-reads.ts'
import { type RowState, statesOf } from './row-state.ts'

/** What a query may ask. `withState` says of each row how far it has come. */
export type DeskReads = ManyReads<AppTables> & {
  withState<N extends TableName<AppTables>, R extends Row>(table: N, rows: readonly R[]): Promise<{ row: R; state: RowState }[]>
  /** All rows of a table, for lists. */
  list<N extends TableName<AppTables>>(table: N): Promise<AppTables[N][]>
  /** The complex to which this desk belongs. */
  complex(): Promise<string>
}

/**
 * Follows a query for as long as the component stands; `initial` until the first answer, and for good where the desk can't be opened.
 * `query` is called anew when what it reads of Vue's state changes; inside, await nothing but `reads`.
 */
export const live = <T>(query: () => (reads: DeskReads) => Promise<T>, initial: T): Readonly<ShallowRef<T>> => {
  const value = shallowRef(initial)
  let watching: Subscription | null = null
  let turn = 0
  const follow = async (ask: (reads: DeskReads) => Promise<T>): Promise<void> => {
    const mine = ++turn
    watching?.unsubscribe()
    const desk = await openDesk()
    if (!desk.ok || mine !== turn) return
    const reads = deskReads(desk.value)
    watching = watched(reads, ask).subscribe({ next: found => void (value.value = found), error: error => { throw error } })
  }
  watch(query, ask => void follow(ask), { immediate: true })
  onScopeDispose(() => {
    turn++
    watching?.unsubscribe()
  })
  return value
}

/** Asks now and whenever what was read has changed. Dexie follows a query through functions of its own only where it sees an async one. */
export const watched = <T>(reads: DeskReads, ask: (reads: DeskReads) => Promise<T>): Observable<T> => liveQuery(async () => ask(reads))

/** Asks once; `otherwise` where the desk can't be opened. */
export const look = async <T>(query: (reads: DeskReads) => Promise<T>, otherwise: T): Promise<T> => {
  const desk = await openDesk()
  return desk.ok ? query(deskReads(desk.value)) : otherwise
}

export const deskReads = ({ database }: OpenDesk): DeskReads => {
  const reads = readsOn<AppTables>(database, tables)
  return {
    ...reads,
    list: async table => (await database.table<StoredRow>(table).toArray()).map(stored => apart(stored).row as AppTables[typeof table]),
    complex: () => complexOf({ database }),
    withState: async (table, rows) => {
      const states = await statesOf(database, rows.map(({ id }) => `${table}/${id}`))
      return rows.map((row, i) => ({ row, state: states[i] }))
    },
  }
}
