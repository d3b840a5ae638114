// Backups in a folder. What stands there under such a name has been loaded once and compared.
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** `at`: the moment that it holds, ms. */
export type KeptBackup = { path: string; at: number }

export const backupName = (at: number): string => `hub-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`

/** Newest first. */
export const keptIn = async (folder: string): Promise<KeptBackup[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.flatMap(name => {
    const [, day, h, m, s] = NAME.exec(name) ?? []
    return day === undefined ? [] : [{ path: join(folder, name), at: Date.parse(`${day}T${h}:${m}:${s}Z`) }]
  }).sort((a, b) => b.at - a.at)
}

export const removeAllBut = async (folder: string, count: number): Promise<void> => {
  for (const { path } of (await keptIn(folder)).slice(count)) await rm(path, { force: true })
}

const NAME = /^hub-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.backup$/
