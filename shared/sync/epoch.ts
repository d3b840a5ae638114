import type { Cursors } from './protocol.ts'
import { runAgain, takeBack } from './rebase.ts'
import type { Desk } from './run-command.ts'
import type { DeskTransaction, OutboxEntry } from './store.ts'
import type { TableMap } from './tx.ts'

/** `again`: answered commands that wait once more. `client`: the one the desk goes on with. */
export type EpochEntered = { again: number; client: string }

/** The refusal `epoch-changed` and what the refused request was sent with. */
export type EpochChange = { asked: { client: string; epoch: string }; epoch: string; lastMutationId: number }

/**
 * The hub's history is another one (`epoch-changed`): all scopes are read anew, and what the hub had answered but no longer knows
 * waits again, in order. Where the hub lacks what the desk no longer holds, the desk goes on under the client id `spare`.
 * A refusal that came late, to a request of an epoch or client the desk has left, changes nothing.
 *
 * Rows stay on the screen until the first page of their scope replaces them: a cursor at 0 says so to the hub.
 */
export const enterEpoch = <T extends TableMap>(desk: Desk<T>, { asked, epoch, lastMutationId: last }: EpochChange, spare: string): Promise<EpochEntered> =>
  desk.store.transaction(async t => {
    const meta = await t.meta()
    if (meta.epoch !== asked.epoch || meta.client !== asked.client || meta.epoch === epoch) return { again: 0, client: meta.client }
    const waiting = await takeBack(t)
    const answered = await t.entries('answered')
    const lost = answered.filter(({ mid }) => mid > last)
    const held = [...lost, ...waiting]
    await t.setMeta({ ...meta, epoch })
    await t.setCursors(fromZero(await t.cursors()))
    if ((held[0]?.mid ?? meta.lastMid + 1) > last + 1) await numberAnew(desk, t, [...answered, ...waiting], spare)
    else await runAgain(desk, t, held)
    return { again: lost.length, client: (await t.meta()).client }
  })

/** Goes on under a new client id, once `client-forked` shows that a copy of this profile uses the old one. */
export const takeNewClient = <T extends TableMap>(desk: Desk<T>, asked: { client: string }, spare: string): Promise<void> =>
  desk.store.transaction(async t => {
    if ((await t.meta()).client !== asked.client) return
    const waiting = await takeBack(t)
    await numberAnew(desk, t, [...(await t.entries('answered')), ...waiting], spare)
  })

/**
 * Queues all that the desk holds again, numbered from 1: what is done already is harmless on top of its own effect, and stays safe
 * from a further restore. Not what was rejected, which lies in the inbox; what depends on that is rejected here.
 */
const numberAnew = async <T extends TableMap>(desk: Desk<T>, t: DeskTransaction<T>, held: readonly OutboxEntry[], client: string): Promise<void> => {
  const meta = await t.meta()
  const refused = new Set<number>()
  const numbers = new Map<number, number>()
  const again: OutboxEntry[] = []
  for (const { dependsOn, ...entry } of held) {
    if ((await t.outcome(entry.mid))?.outcome === 'rejected') refused.add(entry.mid)
    else if (dependsOn !== undefined && (refused.has(dependsOn) || (await t.outcome(dependsOn))?.outcome === 'rejected')) {
      refused.add(entry.mid)
      await t.putInbox({ id: `${meta.client}/${entry.mid}`, client: meta.client, kind: 'rejected', name: entry.name, args: entry.args, outcome: { mid: entry.mid, outcome: 'rejected', code: 'depends-on', facts: {} } })
    } else {
      const on = dependsOn === undefined ? undefined : numbers.get(dependsOn)
      again.push({ ...entry, mid: again.length + 1, ...(on !== undefined && { dependsOn: on }) })
      numbers.set(entry.mid, again.length)
    }
  }
  for (const { mid } of held) await t.removeEntry(mid)
  await t.clearOutcomes()
  await t.setMeta({ ...meta, client, lastMid: again.length })
  await runAgain(desk, t, again)
}

const fromZero = (cursors: Cursors): Cursors => Object.fromEntries(Object.keys(cursors).map(scope => [scope, { ver: 0, floor: 0 }]))
