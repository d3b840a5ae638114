import Dexie from 'dexie'
import { sealer } from '#shared/crypto/seal.ts'
import type { DeskMeta, DeskStore } from '#shared/sync/store.ts'
import type { Tables } from '#shared/sync/tables.ts'
import type { TableMap } from '#shared/sync/tx.ts'
import { dexieDesk } from './dexie-desk.ts'
import { random } from './data-key.ts'
import { sealing } from './sealing.ts'
import { BOOKS, sealedIn, storesOf } from './stores-of.ts'

/** An empty desk over Dexie for the tables of a test, which imports `fake-indexeddb/auto` first. */
export const freshDexieDesk = async <T extends TableMap>(tables: Tables<T>, meta: DeskMeta): Promise<{ database: Dexie; desk: DeskStore<T> }> => {
  const database = new Dexie(`fresh-${++names}`)
  database.version(1).stores({ ...BOOKS, ...storesOf(tables) })
  database.use(sealing(sealedIn(tables), { sealer: sealer(random(32), random) }))
  await database.table('meta').put({ k: 'desk', ...meta })
  return { database, desk: dexieDesk(database, tables) }
}
let names = 0
