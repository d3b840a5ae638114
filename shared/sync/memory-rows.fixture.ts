// Rows in memory under the same indexes as a database: for tests and the simulator.
import type { TableRule, Tables } from './tables.ts'
import type { RangeKey, Reads, Row, TableMap } from './tx.ts'

export type RowMaps = Map<string, Map<string, Row>>

/** `each` gives the rows of a table as the reader sees them; `one` a row by id; `seen` is told what was read. */
export const readsOver = <T extends TableMap>(tables: Tables<T>, each: (table: string) => Iterable<Row>, one: (table: string, id: string) => Row | undefined, seen: (table: string, id: string, row: Row | undefined) => void = () => {}, before?: (op: string) => void | Promise<void>): Reads<T> => {
  const select = (table: string, matches: (row: { [field: string]: unknown }) => boolean): Row[] => {
    const found: Row[] = []
    for (const row of each(table)) {
      if (!matches(row)) continue
      seen(table, row.id, row)
      found.push(row)
    }
    return found
  }
  const reads = {
    get: async (table: string, id: string) => {
      const pause = before?.('get')
      if (pause) await pause
      const row = one(table, id)
      seen(table, id, row)
      return row
    },
    listBy: async (table: string, field: string, value: unknown) => {
      const pause = before?.('listBy')
      if (pause) await pause
      const rule = tables[table] as TableRule<Row>
      if (!rule.by?.includes(field as never)) throw new Error(`${table} has no index on ${field}`)
      return select(table, row => row[field] === value).sort((a, b) => (a.id < b.id ? -1 : 1))
    },
    listRange: async (table: string, index: string, from: RangeKey, to: RangeKey) => {
      const pause = before?.('listRange')
      if (pause) await pause
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
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1
  return 0
}
