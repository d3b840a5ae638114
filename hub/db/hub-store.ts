import type pg from 'pg'
import type { HubStore } from '#shared/sync/store.ts'
import type { Tables } from '#shared/sync/tables.ts'
import type { TableMap } from '#shared/sync/tx.ts'
import { feedReader } from './feed.ts'
import { hubRead } from './hub-read.ts'
import { hubWrite } from './hub-write.ts'
import { patiently } from './passing.ts'
import { type Query, querying } from './query.ts'
import { rowTables } from './row-tables.ts'

/** The hub's store on PostgreSQL. A pool's role sees rows only inside these transactions (row level security). */
export const hubStore = <T extends TableMap>(pool: pg.Pool, tables: Tables<T>): HubStore<T> => {
  const byName = rowTables(tables)
  const readFeed = feedReader(tables)
  return {
    write: work => patiently(() => transaction(pool, 'begin isolation level read committed', query => work(hubWrite(query, byName)))),
    read: work => patiently(() => transaction(pool, 'begin isolation level repeatable read read only', query => work(hubRead(query, readFeed)))),
  }
}

/** Committed when `work` resolves, rolled back when it throws. */
export const transaction = async <R>(pool: pg.Pool, begin: string, work: (query: Query) => Promise<R>): Promise<R> => {
  const client = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error): void => void (broken = error)
  client.on('error', onError)
  try {
    await client.query(begin)
    const result = await work(querying(client))
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error('an error was passed over, and the transaction was undone')
    return result
  } catch (error) {
    // A transaction whose end is not known to be over goes with its connection.
    await client.query('rollback').catch((failed: Error) => (broken = failed))
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}
