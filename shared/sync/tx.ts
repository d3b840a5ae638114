// What a command sees of a store: the same on a desk, on the hub and in the simulator.

/** A synced row is plain JSON and never changed in place; `complex` comes first in every key on the hub. */
export type Row = { readonly id: string; readonly complex: string }

/** Name of a table -> type of its rows. */
export type TableMap = { [table: string]: Row }
export type TableName<T> = keyof T & string

/** Values of a range index, in the order of its fields. Strings sort by UTF-16 units, numbers by value. */
export type RangeKey = readonly (string | number)[]

export type Reads<T extends TableMap> = {
  get<N extends TableName<T>>(table: N, id: string): Promise<T[N] | undefined>
  /** Rows whose indexed field equals `value`; null is never found. In the order of their ids. */
  listBy<N extends TableName<T>, F extends keyof T[N] & string>(table: N, field: F, value: T[N][F] & (string | number)): Promise<T[N][]>
  /** Rows with `from <= key < to` in a declared range index, in its order, equal keys by id. */
  listRange<N extends TableName<T>>(table: N, index: string, from: RangeKey, to: RangeKey): Promise<T[N][]>
}

/** What a desk's pages may ask on top: many at once, where a command asks for one. */
export type ManyReads<T extends TableMap> = Reads<T> & {
  /** `listBy` for several values, in no order. */
  listByAny<N extends TableName<T>, F extends keyof T[N] & string>(table: N, field: F, values: readonly (T[N][F] & (string | number))[]): Promise<T[N][]>
}

/** There is no delete, on purpose: a row ends in a state. */
export type Tx<T extends TableMap> = Reads<T> & {
  /** Inserts, or writes over the row of that id. */
  put<N extends TableName<T>>(table: N, row: T[N]): Promise<void>
}
