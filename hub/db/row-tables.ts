// Statements over the synced tables, made once from shared/tables.ts. Each table has complex_id, id, rev, data and a column for every
// indexed field, named like it; the other fields are in data.
import pg from 'pg'
import type { TableRule, Tables } from '#shared/sync/tables.ts'
import type { Row, TableMap } from '#shared/sync/tx.ts'

export type RowTable = {
  /** Values for `insert` and `update`: the indexed fields, then the rest as JSON. */
  valuesOf(row: Row): unknown[]
  get: string
  insert: string
  update: string
  lock: string
  /** By field, by index. */
  listBy: ReadonlyMap<string, string>
  listRange: ReadonlyMap<string, string>
}

export const rowTables = <T extends TableMap>(tables: Tables<T>): ReadonlyMap<string, RowTable> => new Map(rulesOf(tables).map(([name, rule]) => [name, rowTable(name, rule)]))

/** The row of a key ($1 complex, $2 id, $3 table) as JSON, of whichever table it is. */
export const anyRow = <T extends TableMap>(tables: Tables<T>, table: string, complex: string, id: string): string =>
  rulesOf(tables).map(([name, rule]) => `select ${rowOf(rule)} as row from ${quoted(name)} t where ${table} = ${pg.escapeLiteral(name)} and t.complex_id = ${complex} and t.id = ${id}`).join(' union all ')

/** The fields that have a column: an index or the exclusion needs them. */
export const columnsOf = ({ by = [], ranges = {}, exclusive }: TableRule<Row>): string[] =>
  [...new Set<string>([...by, ...Object.values(ranges).flat(), ...(exclusive ? [...exclusive.same, exclusive.from, exclusive.to] : [])])].sort()

export const rulesOf = <T extends TableMap>(tables: Tables<T>): [string, TableRule<Row>][] => Object.entries<unknown>(tables) as [string, TableRule<Row>][]

const rowTable = (name: string, rule: TableRule<Row>): RowTable => {
  const columns = columnsOf(rule)
  const from = `select t.id, t.rev, ${rowOf(rule)} as row from ${quoted(name)} t where t.complex_id = $1`
  const named = [...columns.map(quoted), 'data']
  const listBy = new Map(rule.by?.map(field => [String(field), `${from} and t.${quoted(field)} = $2 order by t.id`]))
  const listRange = new Map(Object.entries(rule.ranges ?? {}).map(([index, fields]) => [index, `${from} and ${between(fields)} order by ${fields.map(field => `t.${quoted(field)}`).join(', ')}, t.id`]))
  return {
    valuesOf: row => {
      const fields = new Map(Object.entries<unknown>(row))
      const values = columns.map(field => fields.get(field) ?? null)
      for (const field of ['id', 'complex', ...columns]) fields.delete(field)
      return [...values, JSON.stringify(Object.fromEntries(fields))]
    },
    get: `${from} and t.id = $2`,
    insert: `insert into ${quoted(name)} (complex_id, id, rev, ${named.join(', ')}) values ($1, $2, 1, ${named.map((_, i) => `$${i + 3}`).join(', ')}) on conflict (complex_id, id) do nothing returning rev`,
    update: `update ${quoted(name)} set rev = rev + 1, ${named.map((column, i) => `${column} = $${i + 4}`).join(', ')} where complex_id = $1 and id = $2 and rev = $3 returning rev`,
    lock: `select from ${quoted(name)} where complex_id = $1 and id = any($2) order by id for no key update`,
    listBy,
    listRange,
  }
}

const quoted = (name: string): string => pg.escapeIdentifier(name)

/** Columns and data put together again, of the table called t. */
export const rowOf = (rule: TableRule<Row>): string => `t.data || jsonb_build_object('id', t.id, 'complex', t.complex_id${columnsOf(rule).map(field => `, ${pg.escapeLiteral(field)}, t.${quoted(field)}`).join('')})`

/** `$2…` is where the range begins, after them where it ends; null is in no range. */
const between = (fields: readonly string[]): string => {
  const key = fields.length === 1 ? `t.${quoted(fields[0])}` : `(${fields.map(field => `t.${quoted(field)}`).join(', ')})`
  const values = (first: number): string => (fields.length === 1 ? `$${first}` : `(${fields.map((_, i) => `$${first + i}`).join(', ')})`)
  return [`${key} >= ${values(2)}`, `${key} < ${values(2 + fields.length)}`, ...fields.map(field => `t.${quoted(field)} is not null`)].join(' and ')
}
