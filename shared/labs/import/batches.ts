import type { z } from 'zod'
import type { scopeLine } from '../fields.ts'
import { BATCH } from '../scope-commands.ts'
import type { ScopeChanges } from './compare.ts'
import type { ReadLine, ScopeRead } from './read-scope.ts'

export type Batch = { rows: z.output<typeof scopeLine>[]; ended: string[]; account: Account | null }
export type Account = { id: string; read: number; kept: number; merged: number; refused: number; added: number; changed: number; same: number; gone: number }

/**
 * The import in commands that each hold by themselves: a changed line comes with the end of the one before it, ends alone come last, the account with
 * the last of all. Stopped between two, the same file goes on where it stopped. `sites`: name -> id, of every line.
 */
export const batchesOf = ({ read, lines, merged, refused }: ScopeRead, { added, changed, same, gone }: ScopeChanges, sites: ReadonlyMap<string, string>, newId: () => string): Batch[] => {
  const rowOf = ({ scheme, certificate, object, parameter, number, clause, range, cmc, site, from, until }: ReadLine): Batch['rows'][number] =>
    ({ id: newId(), scheme, certificate, object, parameter, number, clause, range, cmc, site: site === null ? null : sites.get(site)!, from, until })
  const news = [...changed.map(({ line, old }) => ({ line, old: [old.id] })), ...added.map(line => ({ line, old: [] as string[] }))]
  const batches: Batch[] = []
  for (let at = 0; at < news.length; at += BATCH) {
    const part = news.slice(at, at + BATCH)
    batches.push({ rows: part.map(({ line }) => rowOf(line)), ended: part.flatMap(({ old }) => old), account: null })
  }
  for (let at = 0; at < gone.length; at += BATCH) batches.push({ rows: [], ended: gone.slice(at, at + BATCH).map(({ id }) => id), account: null })
  const account: Account = { id: newId(), read, kept: lines.length, merged, refused: refused.length, added: added.length, changed: changed.length, same, gone: gone.length }
  const last = batches.pop() ?? { rows: [], ended: [], account: null }
  return [...batches, { ...last, account }]
}
