import type { CommandArgs } from './command.ts'
import { noting, restore } from './desk-tx.ts'
import { type Desk, touchesOf } from './run-command.ts'
import type { DeskTransaction, OutboxEntry } from './store.ts'
import type { TableMap } from './tx.ts'

/** Takes waiting commands back, newest first: the rows are the hub's again. Gives them oldest first. */
export const takeBack = async <T extends TableMap>(t: DeskTransaction<T>): Promise<OutboxEntry[]> => {
  const waiting = await t.entries('waiting')
  for (const entry of [...waiting].reverse()) await restore(t, entry.before)
  return waiting
}

/** Runs commands that were taken back once more, in order, on the rows of now. One that fails writes nothing and keeps waiting: the hub answers. */
export const runAgain = async <T extends TableMap>(desk: Desk<T>, t: DeskTransaction<T>, entries: readonly OutboxEntry[]): Promise<void> => {
  if (entries.length === 0) return
  const { client, user, device } = await t.meta()
  for (const entry of entries) {
    const { tx, before } = noting(t, desk.tables)
    const command = desk.commands[entry.name]
    // Its arguments passed their schema when it was queued; others would have taken another name.
    const result = await command?.run(tx, entry.args as CommandArgs, { now: entry.clientTs, user, device, client, mid: entry.mid })
    if (result?.ok) await t.putEntry({ ...entry, state: 'waiting', before, touches: touchesOf(before) })
    else {
      await restore(t, before)
      await t.putEntry({ ...entry, state: 'waiting', before: [], touches: entry.touches })
    }
  }
}
