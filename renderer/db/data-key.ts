// The key that seals a client group's work, as this computer keeps it.
import { type KeptKey, keptKey, newKept, openByPassphrase, openKept, wrapByPassphrase, wrapToHub } from '#shared/crypto/kept-key.ts'
import { KEY_BYTES, type Random, SealBroken, type Sealer } from '#shared/crypto/seal.ts'
import type { Database } from './database.ts'
import { sealedIn } from './stores-of.ts'
import { tables } from '#shared/tables.ts'
import type { WorkDatabase } from './work-database.ts'

export const random: Random = bytes => crypto.getRandomValues(new Uint8Array(bytes))

const KEY_OF = 'data-key:'
const nameOf = (group: string): string => KEY_OF + group

/** Whose work has a key on this computer, by client group. */
export const groupsWithKey = async ({ settings }: Database): Promise<string[]> => (await settings.where('key').startsWith(KEY_OF).primaryKeys()).map(key => key.slice(KEY_OF.length))

/** null = there is none yet. */
export const readKept = async ({ settings }: Database, group: string): Promise<KeptKey | null> => {
  const held = await settings.get(nameOf(group))
  return held ? keptKey.parse(held.value) : null
}

export const keepKey = async ({ settings }: Database, group: string, kept: KeptKey): Promise<void> => void (await settings.put({ key: nameOf(group), value: kept }))

export const forgetKey = ({ settings }: Database, group: string): Promise<void> => settings.delete(nameOf(group))

/** A passphrase opens it, and it lies open nowhere. */
export const isLockable = async (kept: Database, group: string): Promise<boolean> => {
  const held = await readKept(kept, group)
  return held !== null && held.open === undefined
}

/** The one that is there, else that of the copy in the file, else a new one; never a new one where `sealed` says that another was used. */
export const keptOrNew = (kept: Database, group: string, copied: KeptKey | undefined, sealed: boolean): Promise<KeptKey> =>
  kept.transaction('rw', kept.settings, async () => {
    const held = (await readKept(kept, group)) ?? copied
    if (!held && sealed) throw new SealBroken(nameOf(group))
    const found = held ?? newKept(random(KEY_BYTES))
    await keepKey(kept, group, found)
    return found
  })

/**
 * After a login: the passphrase opens the group's key from now on, and it lies open no more. `key`: known where the desk is unlocked; `copied`:
 * how the file beside the database has it. null = it is wrapped by another passphrase, and stays so.
 */
export const wrapKept = async (kept: Database, group: string, passphrase: string, key: Uint8Array<ArrayBuffer> | null, copied: KeptKey | undefined): Promise<Uint8Array<ArrayBuffer> | null> => {
  const held = (await readKept(kept, group)) ?? copied ?? null
  const found = key ?? (held ? (openKept(held) ?? (await openByPassphrase(held, passphrase, group))) : (random(KEY_BYTES) as Uint8Array<ArrayBuffer>))
  if (found) await keepKey(kept, group, await wrapByPassphrase(held ?? {}, found, passphrase, group, random))
  return found
}

/** For the day when a passphrase is forgotten. False: it was so already. */
export const keepAtHub = async (kept: Database, group: string, key: Uint8Array, to: string): Promise<boolean> =>
  kept.transaction('rw', kept.settings, async () => {
    const held = (await readKept(kept, group)) ?? {}
    const wrapped = wrapToHub(held, key, to, group, random)
    if (wrapped === held) return false
    await keepKey(kept, group, wrapped)
    return true
  })

/** Seals what an app before the sealing has left open, all of it or nothing. Throws `SealBroken` where the key is not the one that was used. */
export const sealAll = async (database: WorkDatabase, { seal, open }: Sealer): Promise<void> => {
  const held = await database.meta.get('sealed')
  if (held?.k === 'sealed') return void open(held.probe, PROBE)
  await database.transaction('rw', database.tables, async () => {
    for (const name of Object.keys(sealedIn(tables))) await database.table(name).bulkPut(await database.table<unknown>(name).toArray())
    await database.meta.put({ k: 'sealed', probe: seal(true, PROBE) })
  })
}
const PROBE = 'meta/sealed'
