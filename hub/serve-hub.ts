// A hub over a database that is open: everything between the pool and the socket.
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { commands } from '#shared/commands.ts'
import type { Hub } from '#shared/sync/apply-command.ts'
import { Passing } from '#shared/sync/store.ts'
import { type AppTables, tables } from '#shared/tables.ts'
import { sealAudit } from './auth/audit-chain.ts'
import type { AccessDatabase } from './auth/database.ts'
import { makeChallenges } from './auth/device-proof.ts'
import { firstStart } from './auth/first-start.ts'
import { makePasswords } from './auth/passwords.ts'
import { recoverySecret } from './auth/recovery.ts'
import type { AuthParts } from './auth/routes.ts'
import { newToken } from './auth/secrets.ts'
import { makeThrottle } from './auth/throttle.ts'
import { backUpNightly, backupFolder } from './backups/nightly.ts'
import { keptIn } from './backups/kept.ts'
import { promote } from './bookings/promotion.ts'
import { ownKey } from './catalogue/key-file.ts'
import { packShelf } from './catalogue/shelf.ts'
import { accessDatabase } from './db/access-database.ts'
import type { Database } from './db/database.ts'
import { hubStore } from './db/hub-store.ts'
import { type ServerParts, makeServer } from './http/server.ts'
import { doOwnWork } from './own-work.ts'
import { repeat } from './repeat.ts'
import { makePokes } from './sync/pokes.ts'

export type Serving = {
  app: FastifyInstance
  hub: Hub<AppTables>
  database: AccessDatabase
  /** Where the first admin's secret lies; null = there are people already. */
  firstAdminFile: string | null
  operatorToken: string
  /** Ends the server and the hub's own work; the pool is the caller's. */
  close(): Promise<void>
}

export type Setup = Pick<ServerParts, 'tls' | 'hosts' | 'pages' | 'packs' | 'version' | 'log'> & {
  data: string
  complex: { name: string; district: string }
  /** Nightly backups of the database that this owner's address names, copied to the folder `to` where that is not null; null = none are made here. */
  backups: { url: string; to: string | null } | null
  /** How often the hub's own database was started again; 0 of an operator's. */
  restarts?: () => number
  /** Its own address (`https://host:port`) and fingerprint as they are now; null on plain http. */
  place: AuthParts['place']
  /** How many may listen for pokes. */
  pokes: number
  /** The hub's clock, ms. */
  now: () => number
  heartbeatMs?: number
  workMs?: number
}

export const serveHub = async (pool: Database['pool'], { data, complex, backups, restarts = () => 0, place, pokes: cap, now, heartbeatMs = 25_000, workMs = 15_000, ...server }: Setup): Promise<Serving> => {
  const database = accessDatabase(pool)
  const hub: Hub<AppTables> = { store: hubStore(pool, tables), commands, tables, now, afterwards: promote }
  const firstAdminFile = await firstStart(database, complex, join(data, 'first-admin.txt'), now())
  const pokes = makePokes(cap)
  const auth: AuthParts = {
    database,
    pokes,
    now,
    passwords: await makePasswords({ atOnce: 2, waiting: 50 }),
    challenges: makeChallenges(now),
    accounts: makeThrottle({ tries: 5, lockMs: LOCK_MS, now }),
    addresses: makeThrottle({ tries: 50, lockMs: LOCK_MS, now }),
    hubName: async () => (await database.sql<{ name: string }>('select name from complexes order by made_at, id limit 1'))[0]?.name ?? hostname(),
    place,
    operatorToken: newToken(),
    packKey: await ownKey(join(data, 'pack.key')),
    recovery: await recoverySecret(join(data, 'recovery.key')),
  }
  const folder = backupFolder(data)
  let lastName = await auth.hubName()
  const health: ServerParts['health'] = async () => {
    const name = await auth.hubName().catch((error: unknown) => {
      if (error instanceof Passing) return null
      throw error
    })
    lastName = name ?? lastName
    const [last] = await keptIn(folder)
    return {
      hub: lastName,
      database: { up: name !== null, restarts: restarts() },
      backup: { age: last ? Math.max(0, Math.round((now() - last.at) / 1000)) : null, elsewhere: (backups?.to ?? null) !== null },
    }
  }
  const app = makeServer({ ...server, shelf: packShelf(server.packs, server.log), hub, auth, heartbeatMs, health })
  const work = doOwnWork({ hub, database, pokes, log: server.log, everyMs: workMs })
  const sealer = repeat("the audit's seals", async () => ((await sealAudit(database)) ? 0 : SEAL_MS), { firstMs: 0, againMs: workMs }, server.log)
  const nightly = backups && backUpNightly({ place: { ...backups, folder }, sql: database.sql, now, log: server.log })
  return {
    app,
    hub,
    database,
    firstAdminFile,
    operatorToken: auth.operatorToken,
    close: async () => {
      await app.close()
      await work.stop()
      await sealer.stop()
      await nightly?.stop()
    },
  }
}

/** A window shares an address with its whole counter, so it may be wrong more often than one account. */
const LOCK_MS = 15 * 60_000

const SEAL_MS = 1000
