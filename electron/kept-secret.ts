import { safeStorage } from 'electron'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { open, safeToKeep, seal } from './engine.ts'
import { writeWhole } from './files.ts'

export type KeptSecret = { held(): Promise<string | null>; keep(secret: string | null): Promise<boolean> }

/** A secret of this computer's user: on the disk only where the system has a keyring for it, else in memory. */
export const keptSecret = (file: string): KeptSecret => {
  let secret: string | null | undefined
  return {
    held: async () => (secret === undefined ? (secret = await read(file)) : secret),
    keep: async next => {
      secret = next
      if (next === null || !(await safeToKeep(safeStorage))) {
        await rm(file, { force: true })
        return next === null
      }
      await mkdir(dirname(file), { recursive: true })
      await writeWhole(file, await seal(safeStorage, next))
      return true
    },
  }
}

/** One for each client group, in files of `folder`. */
export const keptSecrets = (folder: string): { of(group: string): KeptSecret; forget(): Promise<void> } => {
  const secrets = new Map<string, KeptSecret>()
  return {
    of: group => {
      const secret = secrets.get(group) ?? keptSecret(join(folder, `${group}.bin`))
      secrets.set(group, secret)
      return secret
    },
    forget: async () => {
      secrets.clear()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const read = async (file: string): Promise<string | null> => {
  try {
    return (await safeToKeep(safeStorage)) ? await open(safeStorage, await readFile(file)) : null
  } catch {
    return null // nothing kept, or the keyring gives it no more: the person logs in or unlocks
  }
}
