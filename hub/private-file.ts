import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a file that its owner alone may read (0600, in a folder of 0700 where that is made), whole or not at all. */
export const writePrivate = async (path: string, content: string | AsyncIterable<string>): Promise<void> => {
  const fresh = `${path}.${process.pid}.new`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await writeFile(fresh, content, { mode: 0o600, flush: true })
    await rename(fresh, path)
  } finally {
    await rm(fresh, { force: true })
  }
}

/** The same where there is no file yet; one that is there is never written over, and rejects with `EEXIST`. */
export const writeNewPrivate = async (path: string, content: string): Promise<void> => {
  const fresh = `${path}.${process.pid}.new`
  try {
    await writeFile(fresh, content, { mode: 0o600, flush: true, flag: 'wx' })
    await link(fresh, path)
  } finally {
    await rm(fresh, { force: true })
  }
}

/** null = there is no such file. */
export const readIfThere = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
