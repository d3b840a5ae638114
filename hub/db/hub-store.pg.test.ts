import { beforeAll, beforeEach, describe, test } from 'vitest'
import type { HubStore } from '#shared/sync/store.ts'
import { CONTRACT_COMPLEX, type ContractTables, contractTables, txContract } from '#shared/sync/tx-contract.ts'
import { onPostgres } from './database.fixture.ts'
import { hubStore } from './hub-store.ts'

onPostgres('contract', database => {
  let store: HubStore<ContractTables>
  beforeAll(async () => {
    await database().asOwner(`
      create table pieces (complex_id text collate "C", id text collate "C", rev bigint, data jsonb, shelf text collate "C", size bigint, primary key (complex_id, id));
      grant select, insert, update on pieces to pinli_app`)
    store = hubStore(database().pool, contractTables)
  })
  beforeEach(() => database().asOwner('truncate pieces'))

  describe('as every store', () => {
    test.each(Object.entries(txContract))('%s', (_, check) => check(work => store.write(t => work(t.tx(CONTRACT_COMPLEX)))))
  })
})
