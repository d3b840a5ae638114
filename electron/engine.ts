// All that differs by the version of Electron. Typed against the version of package.json, run on 25 as well.
import type { SafeStorage } from 'electron'
import { statfs } from 'node:fs/promises'

const major = (version: string): number => Number.parseInt(version, 10)

export const chromiumMajor = major(process.versions.chrome)

/** An engine older than the one Pinli is built for is out of support: good for development and tests, and the pages say so. */
export const engineKind: 'official' | 'development' = major(process.versions.electron) < major(__ELECTRON_VERSION__) ? 'development' : 'official'

/** Bytes free where `folder` lies, or null where the system doesn't tell (`statfs` came with Node 18.15). */
export const freeBytes = async (folder: string): Promise<number | null> => {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

type Keyring = Pick<SafeStorage, 'encryptStringAsync' | 'decryptStringAsync' | 'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend'>

/** Whether the system has a keyring of its own. Without one Chromium would lock with a key that everybody knows; engines before 45 aren't trusted with it. */
export const safeToKeep = async (keyring: Partial<Keyring>): Promise<boolean> =>
  keyring.isAsyncEncryptionAvailable !== undefined && (await keyring.isAsyncEncryptionAvailable()) && !(process.platform === 'linux' && keyring.getSelectedStorageBackend?.() === 'basic_text')

export const seal = (keyring: Keyring, text: string): Promise<Buffer> => keyring.encryptStringAsync(text)

export const open = async (keyring: Keyring, sealed: Buffer): Promise<string> => (await keyring.decryptStringAsync(sealed)).result
