// The lock of this computer: without its key a desk shows how much waits and nothing else, and doesn't sync.
import { ref, shallowRef } from 'vue'
import { type KeptKey, openByPassphrase } from '#shared/crypto/kept-key.ts'
import { type UnlockTries, unlockTries, unlockWait } from '#shared/sync/unlock.ts'
import { isLockable, readKept } from '../../db/data-key.ts'
import { database as settings } from '../../db/database.ts'
import { type AskKey, GROUP, type LockedDesk, openDesk } from '../../db/desk.ts'
import { windowsChannel } from '../../db/keeps.ts'
import { packParcels } from '../../db/parcels.ts'
import { readSetting, type Setting, writeSetting } from '../../db/settings.ts'
import { handedKey, handKey, onLocked, takeKeyBack } from '../../sync/key-hand.ts'

export type Locked = LockedDesk & { give: (key: Uint8Array<ArrayBuffer>) => void }

/** `looking`: somebody may still hand the key over. null = unlocked. */
export const locked = shallowRef<Locked | 'looking' | null>(null)
/** The hub took a passphrase by which this desk isn't locked. */
export const otherPassphrase = ref(false)

/** Before anything is painted: a locked desk shows nothing of what was open. */
export const lookWhetherLocked = async (): Promise<void> => {
  const group = (await settings.settings.get(GROUP))?.value
  if (typeof group === 'string' && (await isLockable(settings, group))) locked.value = 'looking'
}

export const askKey: AskKey = async desk => {
  const handed = await handedKey(desk.group)
  if (!handed) return new Promise(resolve => { locked.value = { ...desk, give: key => resolve(opened(desk.group, key)) } })
  return opened(desk.group, handed)
}

const opened = (group: string, key: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  void handKey(group, key)
  locked.value = null
  otherPassphrase.value = false
  return key
}

let given: string | null = null
/** The passphrase that has just unlocked the desk, once: the hub is asked with it too. */
export const justGiven = (): string | null => {
  const passphrase = given
  given = null
  return passphrase
}

const TRIES: Setting<UnlockTries> = { key: 'unlock-tries', schema: unlockTries, initial: { failed: 0, at: 0 } }

/** ms until a try is taken; kept over a restart. */
export const waitNow = async (): Promise<number> => unlockWait(await readSetting(TRIES), Date.now())

/** The key of somebody's work on this computer. null: not the passphrase, or too early. */
export const openWork = async ({ group, kept }: { group: string; kept: KeptKey }, passphrase: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  if ((await waitNow()) > 0) return null
  const { failed } = await readSetting(TRIES)
  // Counted ahead of its answer, so that ending the app doesn't save a try.
  await writeSetting(TRIES, { failed: failed + 1, at: Date.now() })
  const key = await openByPassphrase((await readKept(settings, group)) ?? kept, passphrase, group)
  if (key) await writeSetting(TRIES, TRIES.initial)
  return key
}

/** False: not the passphrase, or too early. */
export const unlock = async (desk: Locked, passphrase: string): Promise<boolean> => {
  const key = await openWork(desk, passphrase)
  if (!key) return false
  given = passphrase
  desk.give(key)
  return true
}

/** Locks all windows. False: nobody has logged in here yet, so no passphrase would open it again. */
export const lockNow = async (group: string): Promise<boolean> => {
  if (!(await isLockable(settings, group))) return false
  // What was done a moment ago goes along; the lock doesn't wait for long.
  await Promise.race([packed().catch(() => undefined), new Promise(resolve => setTimeout(resolve, PACK_MS))])
  await takeKeyBack()
  location.reload()
  return true
}

const packed = async (): Promise<void> => {
  const desk = await openDesk()
  if (desk.ok && desk.value.file) await packParcels(desk.value)
}
const PACK_MS = 1_000

const LOOK_MS = 5_000

/** Locks when nobody has touched any window for so many minutes. */
export const lockWhenIdle = (group: string, minutes: () => number): void => {
  onLocked(() => location.reload())
  const channel = windowsChannel('pinli-active')
  let last = Date.now()
  let said = 0
  channel.onmessage = () => void (last = Date.now())
  for (const input of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
    addEventListener(input, () => {
      last = Date.now()
      if (last - said < LOOK_MS) return
      said = last
      channel.postMessage(null)
    }, { passive: true, capture: true })
  setInterval(() => {
    if (Date.now() - last < minutes() * 60_000) return
    last = Date.now()
    void lockNow(group)
  }, LOOK_MS)
}
