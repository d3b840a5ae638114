import { liveQuery } from 'dexie'
import type { Outcome } from '#shared/sync/protocol.ts'
import type { OpenDesk } from './desk.ts'

/**
 * The hub's answer to a command, once it has been laid down with all of its effects; may take days. null: the desk goes on under
 * another client id and has queued what it held under new numbers.
 */
export const outcomeIn = async ({ database }: OpenDesk, mid: number): Promise<Outcome | null> => {
  const client = await clientOf(database)
  return new Promise((resolve, reject) => {
    const watching = liveQuery(async () => {
      const outcome = await database.outcomes.get(mid)
      return (await clientOf(database)) === client ? outcome : null
    }).subscribe({
      next: found => {
        if (found === undefined) return
        queueMicrotask(() => watching.unsubscribe())
        resolve(found)
      },
      error: reject,
    })
  })
}

const clientOf = async (database: OpenDesk['database']): Promise<string> => {
  const meta = await database.meta.get('desk')
  return meta?.k === 'desk' ? meta.client : ''
}
