// What others have left on this computer goes to the hub with whoever works there now, in their own names and by their own tokens.
import { pushReply } from '#shared/sync/protocol.ts'
import { groupsWithKey } from '../db/data-key.ts'
import { database as settings } from '../db/database.ts'
import { openLocked } from '../db/desk-accounts.ts'
import { readAccountOf } from '../db/device.ts'
import { noteLine, readLine } from '../db/sync-facts.ts'
import type { WorkDatabase } from '../db/work-database.ts'
import { askHub } from './ask-hub.ts'
import type { HubSession } from './session.ts'

/** `here`: the group that syncs by itself. `loginOf`: the kept login of another; null = none is kept. True: something has arrived. */
export const sendParcels = async (hub: string, here: string, loginOf: (group: string) => Promise<HubSession | null>): Promise<boolean> => {
  let sent = false
  for (const group of await groupsWithKey(settings)) {
    if (group === here) continue
    const gone = await openLocked(group, async database => {
      const login = (await isPacked(database)) ? await loginOf(group) : null
      return login ? sendOf(database, { hub, group, login }) : false
    })
    sent ||= gone ?? false
  }
  return sent
}

const isPacked = async (database: WorkDatabase): Promise<boolean> => (await database.meta.get('parcels')) !== undefined

/** What the hub doesn't take its owner has to see to; it stays. */
const sendOf = async (database: WorkDatabase, { hub, group, login }: { hub: string; group: string; login: HubSession }): Promise<boolean> => {
  const held = await database.meta.get('parcels')
  if (held?.k !== 'parcels') return false
  const { sent } = await readLine(database)
  let had = sent.client === held.client ? sent.mid : 0
  const before = had
  for (const { upTo, box } of held.boxes) {
    if (upTo <= had) continue
    const token = await login.token()
    const answer = token.ok ? await askHub(hub, '/sync/parcel', pushReply, { body: { group, box }, token: token.value }) : null
    if (!answer) return had > before
    if (!answer.ok) {
      if (!PASSING.has(answer.problem.code)) await close(database, group, login)
      return had > before
    }
    had = Math.max(had, Math.min(upTo, answer.value.lastMutationId))
    await noteLine(database, { sent: { client: held.client, mid: had } })
  }
  await close(database, group, login)
  return true
}

/** Nothing more goes this way. Who had logged out meant the hub's side of it too, which had to wait for this. */
const close = async (database: WorkDatabase, group: string, login: HubSession): Promise<void> => {
  await database.meta.delete('parcels')
  if ((await readAccountOf(group))?.in === false) await login.logOut()
}

/** Says nothing about what was sent. */
const PASSING: ReadonlySet<string> = new Set(['unreachable', 'garbled', 'busy', 'hub-failed', 'not-logged-in'])
