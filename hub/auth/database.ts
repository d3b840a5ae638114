/** Statements with `$1` values, never with values in their text. Gives the rows. */
export type Sql = <R extends Columns = Columns>(text: string, values?: readonly unknown[]) => Promise<R[]>

type Columns = { [column: string]: unknown }

/** Access tables of the hub's database. A transaction is committed when `work` resolves and rolled back when it throws. */
export type AccessDatabase = { sql: Sql; transaction: <R>(work: (sql: Sql) => Promise<R>) => Promise<R> }
