import type { Cursors } from './protocol.ts'
import { runAgain, takeBack } from './rebase.ts'
import type { Desk } from './run-command.ts'
import type { DeskTransaction, OutboxEntry } from './store.ts'
import type { TableMap } from './tx.ts'

/** `again`: answered commands that wait once more. `gap`: the hub lacks commands that the desk no longer holds; it needs a new client id. */
export type EpochEntered = { again: number; gap: boolean }

/**
 * The hub's history is another one (`epoch-changed`): all scopes are read anew, and what the hub had answered but no longer knows
 * waits again, in order. `last` is the hub's last mutation id of this client. Entering the epoch one is in changes nothing.
 *
 * Rows stay on the screen until the first page of their scope replaces them: a cursor at 0 says so to the hub.
 */
export const enterEpoch = <T extends TableMap>(desk: Desk<T>, epoch: string, last: number): Promise<EpochEntered> =>
  desk.store.transaction(async t => {
    const meta = await t.meta()
    if (meta.epoch === epoch) return { again: 0, gap: false }
    const waiting = await takeBack(t)
    const lost = (await t.entries('answered')).filter(({ mid }) => mid > last)
    await t.setMeta({ ...meta, epoch })
    await t.setCursors(fromZero(await t.cursors()))
    const held = [...lost, ...waiting]
    await runAgain(desk, t, held)
    const first = held[0]?.mid ?? meta.lastMid + 1
    return { again: lost.length, gap: first > last + 1 }
  })

/**
 * Goes on under a new client id, after `client-forked` or a gap: what waits is numbered anew from 1. A command whose `dependsOn` was
 * answered already no longer depends on it; if that was rejected the desk has its own rejection in the inbox, and it is not sent.
 */
export const takeNewClient = <T extends TableMap>(desk: Desk<T>, client: string): Promise<void> =>
  desk.store.transaction(async t => {
    const meta = await t.meta()
    const waiting = await takeBack(t)
    const refused = new Set<number>()
    const kept: OutboxEntry[] = []
    for (const entry of waiting) {
      if (await isRefused(t, entry.dependsOn, refused)) {
        refused.add(entry.mid)
        await t.putInbox({ id: `${meta.client}/${entry.mid}`, client: meta.client, kind: 'rejected', name: entry.name, args: entry.args, outcome: { mid: entry.mid, outcome: 'rejected', code: 'depends-on', facts: {} } })
      } else kept.push(entry)
    }
    for (const { mid } of [...(await t.entries('answered')), ...waiting]) await t.removeEntry(mid)
    const number = new Map(kept.map(({ mid }, i) => [mid, i + 1]))
    const again = kept.map(({ dependsOn, ...entry }) => {
      const on = dependsOn === undefined ? undefined : number.get(dependsOn)
      return { ...entry, mid: number.get(entry.mid)!, ...(on !== undefined && { dependsOn: on }) }
    })
    await t.clearOutcomes()
    await t.setMeta({ ...meta, client, lastMid: again.length })
    await runAgain(desk, t, again)
  })

const fromZero = (cursors: Cursors): Cursors => Object.fromEntries(Object.keys(cursors).map(scope => [scope, { ver: 0, floor: 0 }]))

const isRefused = async <T extends TableMap>(t: DeskTransaction<T>, dependsOn: number | undefined, refused: ReadonlySet<number>): Promise<boolean> =>
  dependsOn !== undefined && (refused.has(dependsOn) || (await t.outcome(dependsOn))?.outcome === 'rejected')
