import type { Tables } from './tables.ts'
import type { DeskTransaction, Image } from './store.ts'
import type { TableMap, Tx } from './tx.ts'

/**
 * A command's Tx on a desk, which notes each row as it was before the command's first put.
 * A row that the hub has sent keeps the scopes that grant it; a new one takes them from its own columns until the hub's arrives.
 */
export const noting = <T extends TableMap>(t: DeskTransaction<T>, tables: Tables<T>): { tx: Tx<T>; before: Image[] } => {
  const before: Image[] = []
  const noted = new Set<string>()
  const tx: Tx<T> = {
    ...t.reads,
    put: async (table, row) => {
      const was = await t.stored(table, row.id)
      const key = `${table}/${row.id}`
      if (!noted.has(key)) {
        noted.add(key)
        before.push({ table, id: row.id, was })
      }
      await t.store(table, row.id, { row, scopes: was?.scopes ?? tables[table].scopes(row) })
    },
  }
  return { tx, before }
}

/** Rows go back to what they were; the images of several commands newest command first. */
export const restore = async <T extends TableMap>(t: DeskTransaction<T>, before: readonly Image[]): Promise<void> => {
  for (const { table, id, was } of [...before].reverse()) await t.store(table, id, was)
}
