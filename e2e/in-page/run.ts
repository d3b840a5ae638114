// Bundled and run in a page, over the database that the page itself has open.
import { openDesk } from '../../renderer/db/desk.ts'
import { run } from '../../renderer/db/run.ts'
import { handedKey } from '../../renderer/sync/key-hand.ts'

Object.assign(globalThis, {
  runCommand: async (...asked: Parameters<typeof run>) => {
    await openDesk(null, async ({ group }) => (await handedKey(group)) ?? Promise.reject(new Error('the desk is locked')))
    return run(...asked)
  },
})
