// Whoever holds the key of the desk hands it on: main in the app, another tab in a browser. Locking takes it from all of them.
import { fromBase64, toBase64 } from '#shared/crypto/base64.ts'
import { windowsChannel } from '../db/keeps.ts'
import { keyDoor } from '../desktop.ts'

type Said = { ask: string } | { group: string; key: Uint8Array<ArrayBuffer> } | { locked: true }

/** How long another tab may take to answer. */
const ANSWER_MS = 400

const channel = windowsChannel('pinli-key')
let held: { group: string; key: Uint8Array<ArrayBuffer> } | null = null

/** `locked` is called when another window locks the desk. */
export const onLocked = (locked: () => void): void => {
  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if ('locked' in data) {
      held = null
      locked()
    } else if ('ask' in data && !keyDoor && held?.group === data.ask) channel.postMessage(held)
  })
}

/** null = nobody has it. */
export const handedKey = async (group: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (keyDoor) {
    const key = await keyDoor.held(group)
    return key === null ? null : fromBase64(key)
  }
  return new Promise(resolve => {
    const answer = ({ data }: MessageEvent<Said>): void => {
      if (!('key' in data) || data.group !== group) return
      end(data.key)
    }
    const end = (key: Uint8Array<ArrayBuffer> | null): void => {
      clearTimeout(timer)
      channel.removeEventListener('message', answer)
      resolve(key)
    }
    const timer = setTimeout(() => end(null), ANSWER_MS)
    channel.addEventListener('message', answer)
    channel.postMessage({ ask: group } satisfies Said)
  })
}

/** The desk is unlocked: the next window doesn't ask. */
export const handKey = async (group: string, key: Uint8Array<ArrayBuffer>): Promise<void> => {
  held = { group, key }
  await keyDoor?.keep({ group, key: toBase64(key) })
}

/** Locked on this whole computer; this window forgets by being loaded anew. */
export const takeKeyBack = async (): Promise<void> => {
  held = null
  await keyDoor?.keep(null)
  channel.postMessage({ locked: true } satisfies Said)
}
