import { describe, test } from 'vitest'
import { noting } from './desk-tx.ts'
import { memoryDesk } from './memory-desk.fixture.ts'
import { emptyHub } from './memory-hub-state.fixture.ts'
import { memoryHub } from './memory-hub.fixture.ts'
import { CONTRACT_COMPLEX, contractTables, txContract } from './tx-contract.ts'

describe('the desk in memory', () => {
  test.each(Object.entries(txContract))('%s', async (_, check) => {
    const desk = memoryDesk(contractTables, { client: 'c', group: 'g', user: 'u', device: 'd', epoch: '', lastMid: 0 })
    await check(work => desk.transaction(t => work(noting(t, contractTables).tx)))
  })
})

describe('the hub in memory', () => {
  test.each(Object.entries(txContract))('%s', async (_, check) => {
    const hub = memoryHub(contractTables, emptyHub(contractTables, 'e'))
    await check(work => hub.write(t => work(t.tx(CONTRACT_COMPLEX))))
  })
})
