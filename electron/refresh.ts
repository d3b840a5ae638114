import { safeStorage } from 'electron'
import { readFile, rm } from 'node:fs/promises'
import { open, safeToKeep, seal } from './engine.ts'
import { writeWhole } from './files.ts'

export type RefreshKeeper = { held(): Promise<string | null>; keep(token: string | null): Promise<boolean> }

/** The token that renews the login of this computer: on the disk only where the system has a keyring for it, else in memory. */
export const refreshKeeper = (file: string): RefreshKeeper => {
  let token: string | null | undefined
  return {
    held: async () => (token === undefined ? (token = await read(file)) : token),
    keep: async next => {
      token = next
      if (next === null || !(await safeToKeep(safeStorage))) {
        await rm(file, { force: true })
        return next === null
      }
      await writeWhole(file, await seal(safeStorage, next))
      return true
    },
  }
}

const read = async (file: string): Promise<string | null> => {
  try {
    return (await safeToKeep(safeStorage)) ? await open(safeStorage, await readFile(file)) : null
  } catch {
    return null // nothing kept, or the keyring gives it no more: the person logs in
  }
}
