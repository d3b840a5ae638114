// The simulator's hub on PostgreSQL: real transactions, real waiting. What they commit is noted in memory as the other hub has it, so that
// the same checks watch both; at rest the database has to hold exactly that.
//
// The steps of a run are drawn by its seed here too. Inside requests that are served at the same time PostgreSQL decides who goes first,
// so that a seed may end in more than one way.
import pg from 'pg'
import { openDatabase } from '../../hub/db/database.ts'
import { hubStore } from '../../hub/db/hub-store.ts'
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import { type HubState, copyState } from '#shared/sync/memory-hub-state.fixture.ts'
import { type HubTransaction, hubTransaction } from '#shared/sync/memory-hub-tx.fixture.ts'
import { type HubWrite, Passing } from '#shared/sync/store.ts'
import { type AppTables, tables } from '#shared/tables.ts'
import { hubDatabaseProblemText } from '#shared/words/hub-database.ts'
import { readState, writeChange, writeState, writeWorld } from './postgres-state.ts'
import { type OpenHub, Violation } from './sim.ts'

/** A database of its own on the server, and hubs over it, one after the other. */
export const postgresHubs = async (server: string, name: string): Promise<{ open: OpenHub; close: () => Promise<void> }> => {
  const url = await newDatabase(server, name)
  const database = await openDatabase(url)
  if (!database.ok) throw new Error(hubDatabaseProblemText(database.problem, 'en'))
  const { pool } = database.value
  const owner = new pg.Client({ connectionString: url, types: pool.options.types })
  await owner.connect()
  await writeWorld(owner)
  const open: OpenHub = async (_, state, hooks) => {
    await writeState(owner, state)
    const store = hubStore(pool, tables)
    let life = 0
    return {
      state,
      write: async work => {
        const born = life
        let noted: HubTransaction<AppTables>
        const step = async (op: string): Promise<void> => {
          if (life !== born) throw new Down()
          await hooks.before?.(op, noted)
        }
        const result = await store.write(async t => {
          noted = hubTransaction(tables, state, new Set(), {})
          const done = await work(noting(t, noted, step))
          await step('commit')
          return done
        }).catch((error: unknown) => {
          throw error instanceof Down ? new Passing('the hub went down') : error
        })
        noted!.apply()
        hooks.committed?.(noted!)
        return result
      },
      read: work => store.read(work),
      crash: () => void life++,
      copy: () => copyState(state),
      change: async work => {
        work(state)
        await writeChange(owner, state)
      },
      settle: async () => compare(await readState(owner), state),
    }
  }
  return {
    open,
    close: async () => {
      await owner.end()
      await database.value.close()
    },
  }
}

/** The process that had the transaction open is gone. */
class Down extends Error {}

const newDatabase = async (server: string, name: string): Promise<string> => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${pg.escapeIdentifier(name)}`)
  await client.end()
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}

/** The transaction, with each step announced before it and its effects noted after it. */
const noting = (t: HubWrite<AppTables>, noted: HubTransaction<AppTables>, step: (op: string) => Promise<void>): HubWrite<AppTables> => {
  const announced = <A extends unknown[], R>(op: string, call: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => {
    await step(op)
    return call(...args)
  }
  return {
    epoch: announced('epoch', () => t.epoch()),
    client: announced('client', async (...args) => {
      await noted.write.client(...args)
      return t.client(...args)
    }),
    command: announced('command', (...args) => t.command(...args)),
    lock: announced('lock', locks => t.lock(locks)),
    access: announced('access', user => t.access(user)),
    isRevoked: announced('isRevoked', client => t.isRevoked(client)),
    tx: complex => {
      const tx = t.tx(complex)
      return {
        get: async (table, id) => (await step('get'), tx.get(table, id)),
        listBy: async (table, field, value) => (await step('listBy'), tx.listBy(table, field, value)),
        listRange: async (table, index, from, to) => (await step('listRange'), tx.listRange(table, index, from, to)),
        put: async (table, row) => {
          await step('put')
          await tx.put(table, row)
          noted.overlay.set(table, new Map([...(noted.overlay.get(table) ?? []), [row.id, row]]))
        },
      }
    },
    savepoint: async work => {
      const kept = [...noted.overlay]
      try {
        return await t.savepoint(work)
      } catch (error) {
        noted.overlay.clear()
        for (const [table, rows] of kept) noted.overlay.set(table, rows)
        throw error
      }
    },
    record: announced('record', async command => {
      await t.record(command)
      noted.recorded.push(command)
    }),
    touch: announced('touch', async touches => {
      const pokes = await t.touch(touches)
      for (const { scope, ver } of pokes) {
        const own = touches.filter(touch => touch.scope === scope)
        for (const [i, touch] of own.entries()) noted.touched.push({ ...touch, ver: ver - own.length + 1 + i })
      }
      return pokes
    }),
  }
}

const compare = (found: HubState, noted: HubState): void => {
  for (const part of Object.keys(noted) as (keyof HubState)[]) {
    const [a, b] = [found, noted].map(state => canonicalJson(plain(state[part]) as object))
    if (a !== b) throw new Violation('store', `the database holds other ${part} than were committed: ${a} and ${b}`)
  }
}

/** Maps as objects; empty lists and what is undefined say nothing. */
const plain = (value: unknown): unknown => {
  if (value instanceof Set) return [...(value as Set<string>)].sort()
  if (value instanceof Map) return Object.fromEntries([...(value as Map<string, unknown>)].map(([key, of]) => [key, plain(of)] as const).filter(([, of]) => !(Array.isArray(of) && of.length === 0)))
  return JSON.parse(JSON.stringify(value, (_, of: unknown) => of ?? undefined)) as unknown
}
