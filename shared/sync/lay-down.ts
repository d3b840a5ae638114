import type { Cursors, Outcome, Page } from './protocol.ts'
import { runAgain, takeBack } from './rebase.ts'
import type { Desk } from './run-command.ts'
import type { Scope } from './scopes.ts'
import type { DeskTransaction, OutboxEntry, Stored } from './store.ts'
import type { TableMap, TableName } from './tx.ts'

/** What the page was asked with. */
export type Asked = { client: string; epoch: string; cursors: Cursors }

/** `stale`: the desk had moved on since it asked; nothing was changed. `answered`: the mids whose outcomes came with it. */
export type Laid = { stale: true } | { stale: false; more: boolean; answered: number[] }

/**
 * Lays a page down as a rebase, in one transaction: takes waiting commands back, lays the hub's rows, runs what is still unanswered
 * again. Before it nothing has happened, after it everything.
 */
export const layDown = <T extends TableMap>(desk: Desk<T>, asked: Asked, page: Page): Promise<Laid> =>
  desk.store.transaction(async t => {
    const cursors = await t.cursors()
    const meta = await t.meta()
    if (meta.epoch !== asked.epoch || meta.client !== asked.client || !sameCursors(cursors, asked.cursors)) return { stale: true }
    const waiting = await takeBack(t)
    await layRows(t, { ...page, changes: page.changes.filter(({ table }) => Object.hasOwn(desk.tables, table)) })
    await t.setCursors(nextCursors(cursors, page))
    const last = page.more ? 0 : page.lastMutationId
    const answered = waiting.filter(({ mid }) => mid <= last)
    if (!page.more) {
      await acknowledge(t, meta.client, answered, page.outcomes)
      await forget(t, page.durableMutationId)
    }
    await runAgain(desk, t, waiting.filter(({ mid }) => mid > last))
    return { stale: false, more: page.more, answered: answered.map(({ mid }) => mid) }
  })

const sameCursors = (a: Cursors, b: Cursors): boolean => {
  const names = Object.keys(a) as Scope[]
  return names.length === Object.keys(b).length && names.every(name => a[name].ver === b[name]?.ver && a[name].floor === b[name].floor)
}

/** Tables of a later version are passed over. Scopes that begin anew lose what is left of an earlier reading, in the same transaction as their first rows arrive. */
const layRows = async <T extends TableMap>(t: DeskTransaction<T>, { changes, scopesAdd, scopesDrop, resetScopes }: Page): Promise<void> => {
  for (const scope of [...scopesDrop, ...resetScopes, ...scopesAdd] as Scope[]) {
    const held = await t.heldIn(scope)
    await t.load(held)
    for (const { table, id } of held) await leave(t, table, id, scope)
  }
  await t.load(changes)
  for (const { table, id, scope, row } of changes as (Page['changes'][number] & { table: TableName<T>; scope: Scope })[]) {
    if (row === null) await leave(t, table, id, scope)
    else await t.store(table, id, { row, scopes: joined(await t.stored(table, id), scope) })
  }
}

const leave = async <T extends TableMap>(t: DeskTransaction<T>, table: TableName<T>, id: string, scope: Scope): Promise<void> => {
  const held = await t.stored(table, id)
  if (!held) return
  const scopes = held.scopes.filter(one => one !== scope)
  await t.store(table, id, scopes.length === 0 ? undefined : { row: held.row, scopes })
}

const joined = (held: Stored | undefined, scope: Scope): readonly Scope[] => {
  if (!held) return [scope]
  return held.scopes.includes(scope) ? held.scopes : [...held.scopes, scope].sort()
}

const nextCursors = (held: Cursors, { cursors, scopesDrop }: Page): Cursors => {
  const next = { ...held, ...cursors }
  for (const scope of scopesDrop) delete next[scope]
  return next
}

const acknowledge = async <T extends TableMap>(t: DeskTransaction<T>, client: string, entries: readonly OutboxEntry[], outcomes: readonly Outcome[]): Promise<void> => {
  for (const entry of entries) {
    const outcome = outcomes.find(({ mid }) => mid === entry.mid)
    if (!outcome) throw new Error(`the page acknowledges ${entry.mid} without its outcome`)
    await t.putEntry({ ...entry, state: 'answered', before: [], touches: [] })
    const shown = await t.outcome(entry.mid)
    await t.putOutcome(outcome)
    const { name, args } = entry
    const item = { id: `${client}/${entry.mid}`, client, name, args, outcome }
    if (shown && (shown.outcome !== outcome.outcome || shown.code !== outcome.code)) await t.putInbox({ ...item, kind: 'changed', before: shown })
    else if (outcome.outcome === 'conflict' || outcome.outcome === 'rejected') await t.putInbox({ ...item, kind: outcome.outcome })
  }
}

const forget = async <T extends TableMap>(t: DeskTransaction<T>, durable: number): Promise<void> => {
  for (const { mid } of await t.entries('answered')) if (mid <= durable) await t.removeEntry(mid)
}
