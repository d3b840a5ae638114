import { fromBase64 } from '#shared/crypto/base64.ts'
import type { Result } from '#shared/lib/result.ts'
import { keepAtHub, readKept, wrapKept } from '../db/data-key.ts'
import { database as settings } from '../db/database.ts'
import type { OpenDesk } from '../db/desk.ts'
import { type MirrorFile, readCopy, renewMirror } from '../db/mirror.ts'
import { handKey } from './key-hand.ts'

type Parts = {
  /** The one that is open. */
  desk: OpenDesk | null
  file: MirrorFile | null
  /** Asks the hub for the key that was sealed to it. */
  recover: (sealed: { group: string; box: string }) => Promise<Result<{ key: string }>>
}

/**
 * After a login: its passphrase opens the group's work on this computer. Where another one locks it, as after it was forgotten, the hub
 * gives the key back. null = that stays behind the other passphrase.
 */
export const keepByPassphrase = async (group: string, passphrase: string, { desk, file, recover }: Parts): Promise<Uint8Array<ArrayBuffer> | null> => {
  const here = desk?.group === group ? desk : null
  const copied = here || !file ? undefined : (await readCopy(file, group))?.head.key
  const wrap = (known: Uint8Array<ArrayBuffer> | null) => wrapKept(settings, group, passphrase, known, copied)
  const fromHub = async (): Promise<Uint8Array<ArrayBuffer> | null> => {
    const sealed = ((await readKept(settings, group)) ?? copied)?.hub
    const given = sealed ? await recover({ group, box: sealed.box }) : null
    return given?.ok ? wrap(fromBase64(given.value.key)) : null
  }
  const key = (await wrap(here?.key ?? null)) ?? (await fromHub())
  if (!key) return null
  await handKey(group, key)
  if (here?.file) await renewMirror(here, here.file, group)
  return key
}

/** Seals the key of an open desk to its hub, and says so in the file beside the database. */
export const keepKeyAtHub = async (desk: OpenDesk, to: string): Promise<void> => {
  if ((await keepAtHub(desk.kept, desk.group, desk.key, to)) && desk.file) await renewMirror(desk, desk.file, desk.group)
}
