import { AUDITED } from '#shared/commands.ts'
import type { Lock } from '#shared/sync/command.ts'
import type { HubWrite } from '#shared/sync/store.ts'
import type { TableMap } from '#shared/sync/tx.ts'
import { epochOf, isRevoked, lockClient, membershipsOf } from './clients.ts'
import { auditCommand, findCommand, recordCommand } from './commands.ts'
import { touchScopes } from './feed.ts'
import { type PgTx, pgTx } from './pg-tx.ts'
import type { Query } from './query.ts'
import type { RowTable } from './row-tables.ts'

/** A writing transaction. It works in one complex: the one that `tx` is asked for. */
export const hubWrite = <T extends TableMap>(query: Query, tables: ReadonlyMap<string, RowTable>): HubWrite<T> => {
  let epoch: string | undefined
  let entered: PgTx<T> | undefined
  const rows = (): PgTx<T> => {
    if (!entered) throw new Error('no complex was entered')
    return entered
  }
  return {
    epoch: async () => (epoch ??= await epochOf(query)),
    client: async (id, group, login) => {
      const client = await lockClient(query, id, group, login)
      epoch = client.epoch
      return client
    },
    command: (client, mid) => findCommand(query, client, mid),
    lock: async locks => {
      for (const [table, ids] of byTable(locks)) await rows().lock(table, ids)
    },
    access: async user => ({ user, memberships: await membershipsOf(query, user) }),
    isRevoked: client => isRevoked(query, client),
    tx: complex => {
      if (entered && entered.complex !== complex) throw new Error(`the transaction works in ${entered.complex}, not in ${complex}`)
      return (entered ??= pgTx<T>(query, tables, complex)).tx
    },
    savepoint: async work => {
      await query('savepoint command') // the commit releases it
      try {
        return await work()
      } catch (error) {
        await query('rollback to savepoint command')
        entered?.forget()
        throw error
      }
    },
    record: async command => {
      await recordCommand(query, command)
      if (command.outcome === 'applied' && AUDITED.has(command.name)) await auditCommand(query, command)
    },
    touch: touches => (touches.length === 0 ? Promise.resolve([]) : touchScopes(query, rows().complex, touches)),
  }
}

/** Neighbours of one table together, in the order given. */
const byTable = (locks: readonly Lock[]): [string, string[]][] => {
  const groups: [string, string[]][] = []
  for (const { table, id } of locks) {
    const last = groups.at(-1)
    if (last?.[0] === table) last[1].push(id)
    else groups.push([table, [id]])
  }
  return groups
}
