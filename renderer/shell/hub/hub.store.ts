import { defineStore } from 'pinia'
import { computed, shallowRef, watch, watchEffect } from 'vue'
import type { z } from 'zod'
import { fail, type Result } from '#shared/lib/result.ts'
import { recovered, type Session } from '#shared/sync/login.ts'
import { forgetDevice, keepAccount, keepDevice, keepRevoked, readAccount, readDevice, readRevoked, type Account, type Device, type Revoked } from '../../db/device.ts'
import type { OpenDesk } from '../../db/desk.ts'
import { eraseDesk } from '../../db/erase.ts'
import { keepsNothing, windowsChannel } from '../../db/keeps.ts'
import { hubPackKey } from '../../db/publishers.ts'
import { writeSetting } from '../../db/settings.ts'
import { offeredGroup, settleDesk, settleElsewhere } from '../../db/settle.ts'
import { watchSyncFacts } from '../../db/sync-facts.ts'
import { hubDoor, keyDoor, mirrorFile } from '../../desktop.ts'
import { type AskProblem, askHub } from '../../sync/ask-hub.ts'
import { fetchLine } from '../../sync/fetch-line.ts'
import { keepByPassphrase, keepKeyAtHub } from '../../sync/keep-key.ts'
import { ownHub } from '../../sync/own-hub.ts'
import { hubSession, type Asked, type HubSession, type SessionParts } from '../../sync/session.ts'
import { startSync, type Sync } from '../../sync/start-sync.ts'
import { statusOf, type SyncStatus } from '../../sync/status.ts'
import { justGiven, locked, otherPassphrase } from '../lock/lock.ts'
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
  const channel = windowsChannel('pinli-login')
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data === 'again') location.reload()
    else if (data === 'in') void readAccount().then(who => {
      account.value = who
      gate.value = null
    })
    else session?.stale()
  }
  const tell = (said: Said): void => channel.postMessage(said)

  /** What can be known while the desk is locked. */
  const prepare = async (): Promise<void> => {
    revoked.value = await readRevoked()
    account.value = await readAccount()
    device.value = await readDevice(account.value?.login ?? '')
    const hub = await ownHub()
    // A desktop without its key is unknown to the hub: it joins again.
    address.value = hubDoor && !device.value?.key ? null : hub
    const refresh = hubDoor ? { held: hubDoor.heldRefresh, keep: hubDoor.keepRefresh } : keepsNothing ? inMemory() : null
    session = address.value === null ? null : hubSession({ hub: address.value, device: readDevice, refresh, wanted: async () => (await readAccount())?.in ?? false, settle })
  }
  const prepared = prepare()
  if (keepsNothing) addEventListener('pagehide', () => session?.leave())

  let unwatch = (): void => {}
  watch(locked, desk => {
    unwatch()
    unwatch = desk && desk !== 'looking' ? watchSyncFacts(desk.database, facts => { status.value = statusOf({ is: 'logged-out' }, facts) }) : () => {}
  }, { immediate: true })

  const start = async (desk: OpenDesk): Promise<void> => {
    opened = desk
    await prepared
    sync = startSync(desk, session && fetchLine(address.value!, session.token, noticing(session)), () => void erased())
    watchEffect(() => { status.value = sync!.status.value })
    const passphrase = justGiven()
    if (!session || (hubDoor ? await hubDoor.heldRefresh() : account.value?.in)) return
    // Whoever has unlocked is who logged in last: one passphrase is enough.
    const entered = passphrase !== null && account.value?.in ? await enter({ login: account.value.login, password: passphrase }) : null
    if (entered === null || (!entered.ok && entered.problem.code !== 'unreachable')) gate.value = 'login'
  }

  const settle = async (begun: Session): Promise<boolean> => {
    const known = await readDevice(begun.login)
    const member = begun.memberships.find(({ complex }) => complex === known?.complex?.id) ?? begun.memberships[0]
    const mine: Device = known ?? { id: begun.device, letter: null, hub: member.complexName, complex: { id: member.complex, name: member.complexName }, key: null }
    if (!known || known.id !== begun.device) await keepDevice({ ...mine, id: begun.device }, begun.login)
    await writeSetting(hubPackKey, begun.packKey)
    const roles = begun.memberships.filter(({ complex }) => complex === member.complex).map(({ role }) => role)
    device.value = mine
    account.value = { login: begun.login, display: begun.display, user: begun.user, complexName: member.complexName, roles, in: true }
    await keepAccount(account.value)
    if (opened && begun.group === opened.group) await keepKeyAtHub(opened, begun.recoveryKey)
    if (opened) return settleDesk(opened, begun, member.complex)
    if (begun.group === here()?.group) return true
    await settleElsewhere(begun.group)
    return false
  }

  const here = (): Pick<OpenDesk, 'database' | 'group'> | null => opened ?? (locked.value === 'looking' ? null : locked.value)

  const enter = async (asked: Omit<Asked, 'group'>): Promise<Result<Session, AskProblem>> => {
    const group = opened ? await offeredGroup(opened) : undefined
    const entered = await session!.logIn({ ...asked, ...(group !== undefined && { group }) })
    if (!entered.ok) {
      if (entered.problem.code === 'device-revoked' && entered.problem.wipe) {
        await eraseDesk({ ...here()!, file: mirrorFile ?? null })
        await erased()
      }
      return entered
    }
    if (entered.value.group === here()?.group) {
      tell('in')
      sync?.wake()
    }
    return entered
  }

  const logIn = async (asked: Omit<Asked, 'group'>): Promise<Result<Session, AskProblem>> => {
    const entered = await enter(asked)
    if (!entered.ok) return entered
    const { group } = entered.value
    const key = await keepByPassphrase(group, asked.newPassword ?? asked.password, { desk: opened, file: mirrorFile ?? null, recover: sealed => ask('/recover', recovered, sealed) })
    // Another person's work, or a loop that the hub had turned away: the windows begin anew.
    if (group !== here()?.group || ENDED.has(status.value.is)) {
      tell('again')
      location.reload()
    } else {
      gate.value = null
      if (locked.value && locked.value !== 'looking') {
        otherPassphrase.value = !key
        if (key) locked.value.give(key)
      }
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
    // All of it goes; what waits is asked about first.
    if (keepsNothing) location.reload()
    return told
  }

  const erased = async (): Promise<void> => {
    if (revoked.value) return
    await keepRevoked((revoked.value = { hub: device.value?.hub ?? '', at: Date.now() }))
    await forgetDevice()
    await hubDoor?.forget()
    await keyDoor?.keep(null)
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

/** The login lasts as long as the page. */
const inMemory = (): NonNullable<SessionParts['refresh']> => {
  let held: string | null = null
  return { held: () => Promise.resolve(held), keep: token => Promise.resolve(held = token) }
}

const noticing = (session: HubSession): typeof fetch => async (...request) => {
  const response = await fetch(...request)
  if (response.status === 401) session.stale()
  return response
}
