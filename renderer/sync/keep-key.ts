import { wrapKept } from '../db/data-key.ts'
import { database as settings } from '../db/database.ts'
import type { OpenDesk } from '../db/desk.ts'
import { type MirrorFile, readCopy, renewMirror } from '../db/mirror.ts'
import { handKey } from './key-hand.ts'

/** After a login: its passphrase opens the group's work on this computer. null = that stays behind another passphrase. `desk`: the one that is open. */
export const keepByPassphrase = async (group: string, passphrase: string, desk: OpenDesk | null, file: MirrorFile | null): Promise<Uint8Array<ArrayBuffer> | null> => {
  const here = desk?.group === group ? desk : null
  const copied = here || !file ? undefined : (await readCopy(file, group))?.head.key
  const key = await wrapKept(settings, group, passphrase, here?.key ?? null, copied)
  if (!key) return null
  await handKey(group, key)
  if (here?.file) await renewMirror(here, here.file, group)
  return key
}
