// Bundled and run inside a page: what every store has to do alike, on the browser's own IndexedDB.
import { freshDexieDesk } from '../../renderer/db/dexie-desk.fixture.ts'
import { noting } from '#shared/sync/desk-tx.ts'
import { contractTables, txContract } from '#shared/sync/tx-contract.ts'

declare global {
  interface Window {
    contract: () => Promise<{ ran: string[]; failed: string[] }>
  }
}

window.contract = async () => {
  const [ran, failed]: [string[], string[]] = [[], []]
  for (const [name, check] of Object.entries(txContract)) {
    const { database, desk } = await freshDexieDesk(contractTables, { client: 'c', group: 'g', user: 'u', device: 'd', epoch: '', lastMid: 0 })
    await check(work => desk.transaction(t => work(noting(t, contractTables).tx))).catch((error: unknown) => failed.push(`${name}: ${String(error)}`))
    await database.delete()
    ran.push(name)
  }
  return { ran, failed }
}
