// Rows in memory under the same indexes as a database: for tests and the simulator.
import type { TableRule, Tables } from './tables.ts'
import type { RangeKey, Reads, Row, TableMap } from './tx.ts'

export type RowMaps = Map<string, Map<string, Row>>

/** `each` gives the rows of a table as the reader sees them; `one` a row by id. */
export const readsOver = <T extends TableMap>(tables: Tables<T>, each: (table: string) => Iterable<Row>, one: (table: string, id: string) => Row | undefined, before?: (op: string) => void | Promise<void>): Reads<T> => {
  const select = (table: string, matches: (row: { [field: string]: unknown }) => boolean): Row[] => {
    const found: Row[] = []
    for (const row of each(table)) if (matches(row)) found.push(row)
    return found
  }
  const reads = {
    get: async (table: string, id: string) => {
      if (before) await before('get')
      return one(table, id)
    },
    listBy: async (table: string, field: string, value: unknown) => {
      if (before) await before('listBy')
      const rule = tables[table] as TableRule<Row>
      if (!rule.by?.includes(field as never)) throw new Error(`${table} has no index on ${field}`)
      return select(table, row => row[field] === value).sort((a, b) => (a.id < b.id ? -1 : 1))
    },
    listRange: async (table: string, index: string, from: RangeKey, to: RangeKey) => {
      if (before) await before('listRange')
      const fields = (tables[table] as TableRule<Row>).ranges?.[index] as readonly string[] | undefined
      if (!fields) throw new Error(`${table} has no index ${index}`)
      const keyOf = (row: { [field: string]: unknown }): RangeKey => fields.map(field => row[field] as string | number)
      return select(table, row => fields.every(field => row[field] !== null) && compareKeys(keyOf(row), from) >= 0 && compareKeys(keyOf(row), to) < 0)
        .sort((a, b) => compareKeys(keyOf(a), keyOf(b)) || (a.id < b.id ? -1 : 1))
    },
  }
  return reads as unknown as Reads<T>
}

const compareKeys = (a: RangeKey, b: RangeKey): number => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1
  return 0
}
