import Dexie, { type ObservabilitySet, RangeSet } from 'dexie'
import type { TableName } from '#shared/sync/tx.ts'
import type { AppTables } from '#shared/tables.ts'
import { apart, type StoredRow } from './dexie-reads.ts'

/**
 * Tells all rows of a table, a slice at a time, then whatever changes in any window, as long as this one stands: for tables of which
 * reading every sealed row anew would take seconds. `gone`: ids that are no longer there. `whole`: nothing more is known to be unread.
 */
export const followTable = <N extends TableName<AppTables>>(database: Dexie, table: N, tell: (rows: AppTables[N][], gone: string[], whole: boolean) => void): void => {
  const stored = database.table<StoredRow, string>(table)
  const held = new Set<string>()
  const changed = new Set<string>()
  let again = true
  let reading = false

  const told = (found: readonly (StoredRow | undefined)[]): AppTables[N][] => found.flatMap(row => (row ? [apart(row).row as AppTables[N]] : []))
  const readAll = async (): Promise<void> => {
    // Dexie says of fifty rows at once only that there were many, and many such come one after another.
    await new Promise(done => { setTimeout(done, held.size / ROWS_PER_MS) })
    again = false
    const left = new Set(held)
    for (let last = ''; ;) {
      const found = await stored.where(':id').above(last).limit(SLICE).toArray()
      for (const { id } of found) {
        held.add(id)
        left.delete(id)
      }
      if (found.length > 0) tell(told(found), [], false)
      if (found.length < SLICE) break
      last = found.at(-1)!.id
    }
    for (const id of left) held.delete(id)
    tell([], [...left], !again && changed.size === 0)
  }
  const readChanged = async (): Promise<void> => {
    const ids = [...changed].slice(0, SLICE)
    for (const id of ids) changed.delete(id)
    const found = await stored.bulkGet(ids)
    const gone = ids.filter((id, i) => !found[i] && held.delete(id))
    for (const row of found) if (row) held.add(row.id)
    tell(told(found), gone, !again && changed.size === 0)
  }
  const read = async (): Promise<void> => {
    if (reading) return
    reading = true
    while (again || changed.size > 0) await (again ? readAll() : readChanged())
    reading = false
  }

  const part = `idb://${database.name}/${table}/`
  Dexie.on('storagemutated', (parts: ObservabilitySet) => {
    const ranges = parts[part]
    if (!ranges) return
    for (const { from, to } of new RangeSet().add(ranges)) {
      if (from === to) changed.add(from as string)
      else again = true
    }
    void read()
  })
  void read()
}

/** Rows that are opened without a pause, some ten milliseconds of work. */
const SLICE = 250
const ROWS_PER_MS = 25
