// Whose work lies on this computer, how much of it waits, and sending what others have left.
import { computed, type ShallowRef, shallowRef } from 'vue'
import { type DeskAccount, deskAccounts } from '../../db/desk-accounts.ts'
import { hubDoor } from '../../desktop.ts'
import { sendParcels } from '../../sync/send-parcels.ts'
import { hubSession, type HubSession, type SessionParts } from '../../sync/session.ts'
import type { SyncStatus } from '../../sync/status.ts'

/** `sendable`: this computer has all that it takes to send what waits of another. */
type Left = DeskAccount & { sendable: boolean }

/** Of the account that is open `status` knows by the moment what waits. `sent` is called when something of others has gone. */
export const leftHere = (status: Readonly<ShallowRef<SyncStatus>>, sent: () => void) => {
  const found = shallowRef<Left[]>([])
  const group = shallowRef<string | null>(null)
  const accounts = computed(() => found.value.map(one => (one.group === group.value ? { ...one, waiting: status.value.waiting } : one)))
  const others = computed(() => accounts.value.filter(one => one.group !== group.value))
  const othersWaiting = computed(() => others.value.reduce((sum, { waiting }) => sum + (waiting ?? 0), 0))

  let looked: Promise<void> = Promise.resolve()
  /** `mine`: the group that is open. */
  const look = (mine = group.value): Promise<void> => {
    group.value = mine
    return (looked = read())
  }
  const read = async (): Promise<void> => {
    found.value = await Promise.all((await deskAccounts()).map(async one => ({ ...one, sendable: one.packed && ((await hubDoor?.heldRefresh(one.group)) ?? null) !== null })))
  }

  /** By this session, in the names of those whose it is. */
  const send = async (parts: SessionParts): Promise<void> => {
    const loginOf = async (other: string): Promise<HubSession | null> =>
      (await hubDoor?.heldRefresh(other)) ? hubSession({ ...parts, group: () => other, wanted: () => Promise.resolve(true), settle: () => Promise.resolve(true) }) : null
    await looked
    if (group.value === null || othersWaiting.value === 0 || !(await sendParcels(parts.hub, group.value, loginOf))) return
    sent()
    await look()
  }
  return { accounts, others, othersWaiting, look, send }
}
