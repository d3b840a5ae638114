import type pg from 'pg'
import { Passing } from '#shared/sync/store.ts'
import type { AccessDatabase } from '../auth/database.ts'
import { transaction } from './hub-store.ts'
import { isPassing, patiently } from './passing.ts'
import { querying } from './query.ts'

/** The access tables through the pool that serves. A failure that says nothing about the work comes out as `Passing`. */
export const accessDatabase = (pool: pg.Pool): AccessDatabase => {
  const query = querying(pool)
  return {
    sql: <R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) =>
      query<R>(text, values).catch((error: unknown) => {
        throw !(error instanceof Passing) && isPassing(error) ? new Passing((error as Error).message, { cause: error }) : error
      }),
    transaction: work => patiently(() => transaction(pool, 'begin isolation level read committed', work)),
  }
}
