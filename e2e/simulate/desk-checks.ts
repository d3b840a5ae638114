// Invariants of one desk, checked after every step that touches it.
import type { Booking } from '#shared/bookings/booking.ts'
import type { Cursors, Page } from '#shared/sync/protocol.ts'
import type { Scope } from '#shared/sync/scopes.ts'
import { tables } from '#shared/tables.ts'
import { type Sim, type SimDesk, Violation } from './sim.ts'

/** I9 and I14. */
export const checkDesk = (sim: Sim, at: SimDesk): void => {
  checkConfirmed(sim, at)
  checkOwnWrites(sim, at)
}

/** I8, and what has to hold whenever a desk has changed. */
export const afterLaying = (sim: Sim, at: SimDesk, before: Cursors, page: Page): void => {
  const anew = new Set([...page.scopesAdd, ...page.resetScopes, ...page.scopesDrop] as Scope[])
  for (const scope of anew) {
    at.laid.delete(scope)
    if (!page.scopesDrop.includes(scope)) at.loading.add(scope)
  }
  const now = at.desk.store.cursors
  for (const scope of Object.keys(before) as Scope[]) {
    if (!anew.has(scope) && now[scope].ver < before[scope].ver) throw new Violation('I8', `the cursor of ${scope} went from ${before[scope].ver} back to ${now[scope].ver}`)
  }
  for (const { scope, table, id, ver } of page.changes as (Page['changes'][number] & { scope: Scope })[]) {
    const laid = at.laid.get(scope) ?? new Map<string, number>()
    at.laid.set(scope, laid)
    const key = `${table}/${id}`
    if (ver < (laid.get(key) ?? 0)) throw new Violation('I8', `${key} in ${scope} went back to version ${ver}`)
    laid.set(key, ver)
  }
  if (!page.more) at.loading.clear()
  checkDesk(sim, at)
}

/** A booking that no waiting command touches is shown as the hub's word. */
const checkConfirmed = ({ everConfirmed }: Sim, { desk: { store } }: SimDesk): void => {
  let waiting: Set<string> | null = null
  for (const [id, { row }] of store.rows.get('bookings')!) {
    if ((row as unknown as Booking).status !== 'confirmed' || everConfirmed.has(id)) continue
    waiting ??= new Set([...store.entries.values()].filter(({ state }) => state === 'waiting').flatMap(({ touches }) => touches))
    if (!waiting.has(`bookings/${id}`)) throw new Violation('I9', `${id} is shown as confirmed and never was`)
  }
}

/** A row that a command made stays in sight: while it waits, and once it is answered, unless its audience is just being read anew. */
const checkOwnWrites = (sim: Sim, at: SimDesk): void => {
  const { store } = at.desk
  for (const { hash, made } of at.queued) {
    if (!made || store.rows.get(made.table)!.has(made.id)) continue
    const entry = [...store.entries.values()].find(one => one.hash === hash)
    if (!entry) continue
    if (entry.state === 'waiting' ? entry.before.length > 0 : isGranted(sim, at, made) && store.outcomes.get(entry.mid)?.outcome !== 'rejected') {
      throw new Violation('I14', `${made.table}/${made.id} of command ${entry.mid} (${entry.state}) is not to be seen`)
    }
  }
}

const isGranted = ({ store: { state } }: Sim, { desk: { store }, loading }: SimDesk, { table, id }: { table: keyof typeof tables; id: string }): boolean => {
  const row = store.meta.epoch === state.epoch ? state.rows.get(table)!.get(id) : undefined
  return row !== undefined && tables[table].scopes(row as never).some(scope => store.cursors[scope] !== undefined && !loading.has(scope))
}
