import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'

/** The files of a catalogue on the disk. */
export const CATALOGUE_FILES = ['hot.bin', 'cold.bin', 'catalogue.json'] as const

/** Null when a catalogue can go into the folder, else the name of a file that doesn't belong to one. Brings back what a broken-off swap left aside. */
export const checkFolder = async (folder: string): Promise<string | null> => {
  const out = resolve(folder)
  const held = await namesIn(out)
  if (held === null) await rename(asideOf(out), out).catch(ignoreMissing)
  else await rm(asideOf(out), { recursive: true, force: true })
  return (held ?? []).find(name => !(CATALOGUE_FILES as readonly string[]).includes(name)) ?? null
}

/** Writes a whole new folder beside and swaps the two, so that the old catalogue stands until the new one is complete. */
export const writeCatalogue = async (folder: string, { hot, cold, meta }: { hot: ArrayBuffer; cold: ArrayBuffer; meta: CatalogueMeta }): Promise<void> => {
  const out = resolve(folder)
  const fresh = `${out}.new-${process.pid}`
  try {
    await mkdir(dirname(out), { recursive: true })
    await mkdir(fresh)
    await writeFile(`${fresh}/hot.bin`, new Uint8Array(hot), { flush: true })
    await writeFile(`${fresh}/cold.bin`, new Uint8Array(cold), { flush: true })
    await writeFile(`${fresh}/catalogue.json`, `${JSON.stringify(meta, null, 2)}\n`, { flush: true })
    await rename(out, asideOf(out)).catch(ignoreMissing)
    await rename(fresh, out)
  } catch (error) {
    await rename(asideOf(out), out).catch(() => undefined)
    throw error
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  await rm(asideOf(out), { recursive: true, force: true })
}

const asideOf = (out: string): string => `${out}.before`

const namesIn = (folder: string): Promise<string[] | null> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })

const ignoreMissing = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error
}
