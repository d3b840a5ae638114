import { runAgain, takeBack } from './rebase.ts'
import type { Desk } from './run-command.ts'
import type { OutboxEntry } from './store.ts'
import type { TableMap } from './tx.ts'

/** Who the hub says they are. */
export type Adopted = { user: string; device: string }

/**
 * The first login: what was done before any hub was known is done again in the name of who logs in, on a desk that still holds all of it.
 * `renewed`: each waiting command by its mid with the complex that the hub knows and the hash of that, worked out from an outbox whose
 * newest was `lastMid`. False: a command came meanwhile, nothing was changed. Throws when the desk has met a hub already.
 */
export const adopt = <T extends TableMap>(desk: Desk<T>, { user, device }: Adopted, renewed: ReadonlyMap<number, Pick<OutboxEntry, 'args' | 'hash'>>, lastMid: number): Promise<boolean> =>
  desk.store.transaction(async t => {
    const meta = await t.meta()
    if (meta.epoch !== '') throw new Error('this desk belongs to a hub already')
    if (meta.lastMid !== lastMid) return false
    const waiting = await takeBack(t)
    await t.setMeta({ ...meta, user, device })
    await runAgain(desk, t, waiting.map(entry => ({ ...entry, ...renewed.get(entry.mid) })))
    return true
  })
