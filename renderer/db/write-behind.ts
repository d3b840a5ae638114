import type { Table } from 'dexie'

/** One table in one transaction: nothing is read twice, and writes go out together when an index is asked or the transaction ends. */
export const writeBehind = <V, K extends string | number>(table: Table<V, K>) => {
  const known = new Map<K, V | undefined>()
  const changed = new Set<K>()
  const learn = (key: K, value: V | undefined): void => {
    if (!known.has(key)) known.set(key, value)
  }
  return {
    load: async (keys: readonly K[]): Promise<void> => {
      const wanted = [...new Set(keys)].filter(key => !known.has(key))
      const found = await table.bulkGet(wanted)
      for (const [i, key] of wanted.entries()) learn(key, found[i])
    },
    get: async (key: K): Promise<V | undefined> => {
      if (!known.has(key)) learn(key, await table.get(key))
      return known.get(key)
    },
    /** undefined removes it. */
    set: (key: K, value: V | undefined): void => {
      known.set(key, value)
      changed.add(key)
    },
    flush: async (): Promise<void> => {
      const kept: V[] = []
      const gone: K[] = []
      for (const key of changed) {
        const value = known.get(key)
        if (value === undefined) gone.push(key)
        else kept.push(value)
      }
      changed.clear()
      if (kept.length > 0) await table.bulkPut(kept)
      if (gone.length > 0) await table.bulkDelete(gone)
    },
  }
}
