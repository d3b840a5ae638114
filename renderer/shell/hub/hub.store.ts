import { defineStore } from 'pinia'
import { computed, shallowRef, watchEffect } from 'vue'
import type { z } from 'zod'
import { fail, type Result } from '#shared/lib/result.ts'
import type { Session } from '#shared/sync/login.ts'
import { forgetDevice, keepAccount, keepDevice, keepRevoked, readAccount, readDevice, readRevoked, type Account, type Device, type Revoked } from '../../db/device.ts'
import type { OpenDesk } from '../../db/desk.ts'
import { eraseDesk } from '../../db/erase.ts'
import { hubPackKey } from '../../db/publishers.ts'
import { writeSetting } from '../../db/settings.ts'
import { offeredGroup, settleDesk } from '../../db/settle.ts'
import { hubDoor } from '../../desktop.ts'
import { type AskProblem, askHub } from '../../sync/ask-hub.ts'
import { fetchLine } from '../../sync/fetch-line.ts'
import { ownHub } from '../../sync/own-hub.ts'
import { hubSession, type Asked, type HubSession } from '../../sync/session.ts'
import { startSync, type Sync } from '../../sync/start-sync.ts'
import type { SyncStatus } from '../../sync/status.ts'
import { gate } from './gate.ts'

/** The hub of this computer, who is logged in, and how far the desk is in step. */
export const useHub = defineStore('hub', () => {
  const address = shallowRef<string | null>(null)
  const device = shallowRef<Device | null>(null)
  const account = shallowRef<Account | null>(null)
  const revoked = shallowRef<Revoked | null>(null)
  /** Whoever is logged in runs this complex. What they may do is the hub's to say; this is what is offered. */
  const admin = computed(() => address.value !== null && (account.value?.in ?? false) && account.value!.roles.includes('admin'))
  const status = shallowRef<SyncStatus>({ is: 'off', waiting: 0, at: null })
  let opened: OpenDesk | null = null
  let session: HubSession | null = null
  let sync: Sync | null = null
  const channel = new BroadcastChannel('pinli-login')
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data === 'again') location.reload()
    else if (data === 'in') void readAccount().then(who => {
      account.value = who
      gate.value = null
    })
    else session?.stale()
  }
  const tell = (said: Said): void => channel.postMessage(said)

  const start = async (desk: OpenDesk): Promise<void> => {
    opened = desk
    revoked.value = await readRevoked()
    account.value = await readAccount()
    device.value = await readDevice(account.value?.login ?? '')
    const hub = await ownHub()
    // A desktop without its key is unknown to the hub: it joins again.
    address.value = hubDoor && !device.value?.key ? null : hub
    session = address.value === null ? null : hubSession({ hub: address.value, device: readDevice, refresh: hubDoor ? { held: hubDoor.heldRefresh, keep: hubDoor.keepRefresh } : null, wanted: async () => (await readAccount())?.in ?? false, settle: begun => settle(desk, begun) })
    sync = startSync(desk, session && fetchLine(address.value!, session.token, noticing(session)), () => void erased())
    watchEffect(() => { status.value = sync!.status.value })
    if (session && !(hubDoor ? await hubDoor.heldRefresh() : account.value?.in)) gate.value = 'login'
  }

  const settle = async (desk: OpenDesk, begun: Session): Promise<boolean> => {
    const known = await readDevice(begun.login)
    const member = begun.memberships.find(({ complex }) => complex === known?.complex?.id) ?? begun.memberships[0]
    const mine: Device = known ?? { id: begun.device, letter: null, hub: member.complexName, complex: { id: member.complex, name: member.complexName }, key: null }
    if (!known || known.id !== begun.device) await keepDevice({ ...mine, id: begun.device }, begun.login)
    await writeSetting(hubPackKey, begun.packKey)
    const roles = begun.memberships.filter(({ complex }) => complex === member.complex).map(({ role }) => role)
    device.value = mine
    account.value = { login: begun.login, display: begun.display, user: begun.user, complexName: member.complexName, roles, in: true }
    await keepAccount(account.value)
    return settleDesk(desk, begun, member.complex)
  }

  const logIn = async (asked: Omit<Asked, 'group'>): Promise<Result<Session, AskProblem>> => {
    const group = await offeredGroup(opened!)
    const entered = await session!.logIn({ ...asked, ...(group !== undefined && { group }) })
    if (!entered.ok) {
      if (entered.problem.code === 'device-revoked' && entered.problem.wipe) {
        await eraseDesk(opened!)
        await erased()
      }
      return entered
    }
    // Another person's work, or a loop that the hub had turned away: the windows begin anew.
    if (entered.value.group !== opened!.group || ENDED.has(status.value.is)) {
      tell('again')
      location.reload()
    } else {
      tell('in')
      sync!.wake()
      gate.value = null
    }
    return entered
  }

  /** A question of the person who is logged in; `body` undefined = GET. */
  const ask = async <T>(path: string, schema: z.ZodType<T>, body?: object): Promise<Result<T, AskProblem>> => {
    const token = session ? await session.token() : fail({ code: 'logged-out' } as const)
    if (!token.ok) return fail(token.problem.code === 'logged-out' ? { code: 'not-logged-in' } : token.problem)
    return askHub(address.value!, path, schema, { token: token.value, ...(body && { body }) })
  }

  const logOut = async (): Promise<boolean> => {
    const told = await session!.logOut()
    if (account.value) await keepAccount((account.value = { ...account.value, in: false }))
    tell('out')
    sync!.wake()
    gate.value = 'login'
    return told
  }

  const erased = async (): Promise<void> => {
    if (revoked.value) return
    await keepRevoked((revoked.value = { hub: device.value?.hub ?? '', at: Date.now() }))
    await forgetDevice()
    await hubDoor?.forget()
  }
  const startOver = async (): Promise<void> => {
    await keepRevoked(null)
    tell('again')
    location.reload()
  }

  return { address, device, account, admin, revoked, status, start, logIn, logOut, startOver, tell, wake: () => sync?.wake(), pause: () => sync?.pause(), ask }
})

/** `again`: all windows are loaded anew. */
type Said = 'in' | 'out' | 'again'

const ENDED: ReadonlySet<SyncStatus['is']> = new Set(['revoked', 'outdated', 'not-yours'])

const noticing = (session: HubSession): typeof fetch => async (...request) => {
  const response = await fetch(...request)
  if (response.status === 401) session.stale()
  return response
}
