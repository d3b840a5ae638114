import type { SentCommand } from './protocol.ts'
import { runAgain, takeBack } from './rebase.ts'
import type { Desk } from './run-command.ts'
import type { OutboxEntry } from './store.ts'
import type { TableMap } from './tx.ts'

/** What was kept of an outbox outside the database: `acked` is the highest mid that the hub had answered. */
export type OutboxCopy = { client: string; acked: number; entries: readonly SentCommand[] }

/** `restored`: mids that wait again. `gap`: one below the newest is nowhere to be had, so the desk has to go on under a new client id. */
export type Restored = { restored: number[]; gap: boolean }

/**
 * Queues again what a copy holds and the outbox has lost. Under the copy's client each command keeps its mid; what another client of
 * this desk left unanswered is queued anew at the end. Commands of a copy that the hub has answered come back, as answered, to a desk
 * that has lost everything: the hub may still be restored to before them.
 */
export const restoreEntries = <T extends TableMap>(desk: Desk<T>, { client, acked, entries }: OutboxCopy): Promise<Restored> =>
  desk.store.transaction(async t => {
    const meta = await t.meta()
    const waiting = await takeBack(t)
    const answered = await t.entries('answered')
    const mids = new Set([...waiting, ...answered].map(({ mid }) => mid))
    const hashes = new Set([...waiting, ...answered].map(({ hash }) => hash))
    const empty = meta.lastMid === 0
    let { lastMid } = meta
    const again: OutboxEntry[] = [...waiting]
    const restored: number[] = []
    for (const { dependsOn, ...sent } of [...entries].sort((a, b) => a.mid - b.mid)) {
      const rest = { before: [], touches: [] }
      if (client !== meta.client) {
        if (sent.mid <= acked || hashes.has(sent.hash)) continue
        again.push({ ...sent, ...rest, mid: ++lastMid, state: 'waiting' })
        restored.push(lastMid)
      } else if (sent.mid > acked ? !mids.has(sent.mid) : empty) {
        const entry = { ...sent, ...rest, ...(dependsOn !== undefined && { dependsOn }) }
        lastMid = Math.max(lastMid, sent.mid)
        if (sent.mid <= acked) await t.putEntry({ ...entry, state: 'answered' })
        else {
          again.push({ ...entry, state: 'waiting' })
          restored.push(sent.mid)
        }
      }
    }
    again.sort((a, b) => a.mid - b.mid)
    if (client === meta.client) lastMid = Math.max(lastMid, acked)
    await t.setMeta({ ...meta, lastMid })
    await runAgain(desk, t, again)
    return { restored, gap: again.length > 0 && lastMid - again[0].mid + 1 > again.length }
  })
