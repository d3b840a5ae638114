// The folder of packs: which files are there, which of them is the current one. It is looked at anew for every question, so that a file
// that is laid there while the hub runs is found; what has not changed is not read again.
import { createHash } from 'node:crypto'
import { open, readdir, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { CurrentPack } from '#shared/standards/pack/offer.ts'
import { newestOf } from '#shared/standards/pack/offer.ts'
import type { PackManifest } from '#shared/standards/pack/manifest.ts'
import { openPack } from '#shared/standards/pack/read-pack.ts'
import { packProblemText } from '#shared/words/pack.ts'
import { fileSource } from './file-source.ts'

export type Shelf = {
  /** The pack that desks are told of. */
  current(): Promise<CurrentPack>
  /** The name of the file in the folder that has this hash; null = none that reads well. */
  nameOf(sha256: string): Promise<string | null>
}

/** Packs are files named `….pack` or by their SHA-256. One that can't be used is told to `log` by its name, once for as long as it stays the same. */
export const packShelf = (folder: string, log: (line: string) => void): Shelf => {
  let known = new Map<string, Known>()
  let looking: Promise<OnShelf[]> | null = null

  const look = async (): Promise<OnShelf[]> => {
    const found = new Map<string, Known>()
    for (const name of (await namesIn(folder, log)).filter(isPackName)) {
      const facts = await stat(join(folder, name)).catch(() => null)
      if (!facts?.isFile()) continue
      const state = `${facts.size} ${facts.mtimeMs}`
      const held = known.get(name)
      const pack = held?.state === state ? held.pack : await readPack(folder, name).catch((error: unknown) => `can't be read: ${(error as Error).message}`)
      if (typeof pack === 'string' && held?.state !== state) log(`pack ${JSON.stringify(name)} is not offered: ${pack}`)
      found.set(name, { state, pack })
    }
    known = found
    return [...found.values()].flatMap(({ pack }) => (typeof pack === 'string' ? [] : [pack]))
  }
  /** Many ask at once, one looks. */
  const packs = (): Promise<OnShelf[]> => (looking ??= look().finally(() => { looking = null }))

  return {
    current: async () => {
      const newest = newestOf(await packs())
      if (!newest) return { pack: null }
      const { sha256, bytes, manifest: { meta: { date, built, records }, publisher } } = newest
      return { pack: { sha256, bytes, date, built, records, publisher } }
    },
    nameOf: async sha256 => (await packs()).find(pack => pack.sha256 === sha256)?.name ?? null,
  }
}

type OnShelf = { name: string; sha256: string; bytes: number; manifest: PackManifest }
/** `pack`: a text says why it can't be used. */
type Known = { state: string; pack: OnShelf | string }

const NAMED_BY_HASH = /^[0-9a-f]{64}$/
const isPackName = (name: string): boolean => NAMED_BY_HASH.test(name) || /^[^.].*\.pack$/i.test(name)

const namesIn = async (folder: string, log: (line: string) => void): Promise<string[]> => {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    // A hub without packs has no such folder.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log(`the folder of packs can't be read: ${(error as Error).message}`)
    return []
  }
}

/** The head is read and its signature checked; the blocks are checked by who takes them. */
const readPack = async (folder: string, name: string): Promise<OnShelf | string> => {
  const file = await open(join(folder, name))
  try {
    const source = await fileSource(file)
    const pack = await openPack(source)
    if (!pack.ok) return packProblemText(pack.problem, 'en')
    if (!pack.value.signed) return 'it is not signed, and no desk would take it'
    const sha256 = await hashOf(file)
    return NAMED_BY_HASH.test(name) && name !== sha256 ? `its SHA-256 is ${sha256}, not its name` : { name, sha256, bytes: source.size, manifest: pack.value.manifest }
  } finally {
    await file.close()
  }
}

const hashOf = async (file: FileHandle): Promise<string> => {
  const hash = createHash('sha256')
  for await (const part of file.createReadStream({ start: 0, autoClose: false })) hash.update(part as Buffer)
  return hash.digest('hex')
}
