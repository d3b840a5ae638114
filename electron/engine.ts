// All that differs by the version of Electron. Typed against the version of package.json, run on 25 as well.
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
