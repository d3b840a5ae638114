import type { WorkDatabase } from './work-database.ts'

/**
 * How far a row has come. `kept`: changed here and in the database, not in the file beside it yet. `saved`: changed here and safe on
 * this computer. `sent`: the hub has it, its word is on the way.
 * `confirmed`: as the hub had it at `at` (ms, our clock; null = never yet).
 */
export type RowState = { is: 'kept' | 'saved' | 'sent' } | { is: 'confirmed'; at: number | null }

/** `keys`: `<table>/<id>`. A row that a waiting command has touched is not confirmed, whatever its own status says. */
export const statesOf = async (database: WorkDatabase, keys: readonly string[]): Promise<RowState[]> => {
  const [entries, [desk, line, mirror]] = await Promise.all([database.outbox.where('touches').anyOf(keys).toArray(), database.meta.bulkGet(['desk', 'line', 'mirror'])])
  const newest = new Map<string, number>()
  for (const { mid, touches, state } of entries) if (state === 'waiting') for (const key of touches) newest.set(key, Math.max(mid, newest.get(key) ?? 0))
  const kept = line?.k === 'line' ? line : null
  const sent = kept && desk?.k === 'desk' && kept.sent.client === desk.client ? kept.sent.mid : 0
  // Where there is no file there is nothing to wait for.
  const mirrored = mirror?.k !== 'mirror' ? Infinity : desk?.k === 'desk' && mirror.client === desk.client ? mirror.mid : 0
  return keys.map(key => {
    const mid = newest.get(key)
    if (mid === undefined) return { is: 'confirmed', at: kept?.agreedAt ?? null }
    return { is: mid <= sent ? 'sent' : mid <= mirrored ? 'saved' : 'kept' }
  })
}
