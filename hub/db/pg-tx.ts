import { OUTCOME_CODES } from '#shared/sync/codes.ts'
import { Conflict, Passing } from '#shared/sync/store.ts'
import type { RangeKey, Row, TableMap, Tx } from '#shared/sync/tx.ts'
import type { Query } from './query.ts'
import type { RowTable } from './row-tables.ts'

/** A command's rows of one complex. */
export type PgTx<T extends TableMap> = {
  complex: string
  tx: Tx<T>
  /** Locks rows to the end, in the order of their ids; one that is not there has nothing to lock: who puts it first is first. */
  lock(table: string, ids: readonly string[]): Promise<void>
  /** What was read is read again: it was undone, or may have changed before it was locked. */
  forget(): void
}

type Found = { id: string; rev: number; row: Row }

/**
 * `get` answers from what this transaction has read or put since `forget`; `put` writes only over the revision that was read, so a
 * row that moved meanwhile starts the transaction again.
 */
export const pgTx = <T extends TableMap>(query: Query, tables: ReadonlyMap<string, RowTable>, complex: string): PgTx<T> => {
  let entering: Promise<unknown> | undefined
  const enter = (): Promise<unknown> => (entering ??= query("select set_config('pinli.complex', $1, true)", [complex]))
  const seen = new Map<string, { rev: number; row: Row } | null>()

  const tableOf = (name: string): RowTable => {
    const table = tables.get(name)
    if (!table) throw new Error(`there is no table ${name}`)
    return table
  }
  const list = async (name: string, sql: string | undefined, index: string, values: readonly unknown[]): Promise<Row[]> => {
    if (sql === undefined) throw new Error(`${name} has no index ${index}`)
    await enter()
    const found = await query<Found>(sql, [complex, ...values]).catch(refuse)
    for (const { id, rev, row } of found) seen.set(`${name}/${id}`, { rev, row })
    return found.map(({ row }) => row)
  }
  const read = async (name: string, id: string): Promise<{ rev: number; row: Row } | null> => {
    const key = `${name}/${id}`
    const known = seen.get(key)
    if (known !== undefined) return known
    await enter()
    const found = (await query<Found>(tableOf(name).get, [complex, id]).catch(refuse)).at(0) ?? null
    seen.set(key, found)
    return found
  }

  const tx = {
    get: async (name: string, id: string) => (await read(name, id))?.row,
    listBy: (name: string, field: string, value: unknown) => list(name, tableOf(name).listBy.get(field), field, [value]),
    listRange: (name: string, index: string, from: RangeKey, to: RangeKey) => list(name, tableOf(name).listRange.get(index), index, [...from, ...to]),
    put: async (name: string, row: Row) => {
      if (row.complex !== complex) throw new Error(`a row of ${row.complex} was put in a transaction of ${complex}`)
      const table = tableOf(name)
      const held = await read(name, row.id)
      const [written] = await (held ? query<{ rev: number }>(table.update, [complex, row.id, held.rev, ...table.valuesOf(row)]) : query<{ rev: number }>(table.insert, [complex, row.id, ...table.valuesOf(row)])).catch(refuse)
      if (!written) throw new Passing('the row moved')
      seen.set(`${name}/${row.id}`, { rev: written.rev, row })
    },
  }
  return {
    complex,
    tx: tx as unknown as Tx<T>,
    lock: async (name, ids) => {
      await enter()
      if (name === 'complexes') await query('select from complexes where id = any($1) order by id for no key update', [ids])
      else await query(tableOf(name).lock, [complex, ids])
      seen.clear()
    },
    forget: () => {
      seen.clear()
      entering = undefined // what was set after a savepoint is undone with it
    },
  }
}

/** What the database says of a row or of a value that is looked for, as a command's outcome knows it. */
const refuse = (error: { code?: string; constraint?: string }): never => {
  const { code = '', constraint = '' } = error
  if (code === '23P01') throw new Conflict('exclusion', codeOf(constraint))
  if (code === '23505') throw new Conflict('unique', codeOf(constraint))
  if (code === '23503') throw new Conflict('missing', 'not-found')
  if (code === '23514' || code === '23502' || code.startsWith('22')) throw new Conflict('data', 'validation')
  throw error as Error
}

/** A constraint is named for the code that it stands for: `booking_slots_slot_taken`. */
const codeOf = (constraint: string): Conflict['code'] => OUTCOME_CODES.find(code => constraint.endsWith(`_${code.replaceAll('-', '_')}`)) ?? 'validation'
