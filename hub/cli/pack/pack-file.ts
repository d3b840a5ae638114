import { open } from 'node:fs/promises'
import { openPack, type Pack } from '#shared/standards/pack/read-pack.ts'
import { packProblemText } from '#shared/words/pack.ts'
import { fileSource } from '../../catalogue/file-source.ts'
import { fileFault } from '../file-fault.ts'
import { refuse } from '../words.ts'

/** Opens a pack for the time of `work`. */
export const openPackFile = async <R>(path: string, work: (pack: Pack) => Promise<R>): Promise<R> => {
  const file = await open(path).catch((error: unknown) => refuse(fileFault(error) ?? `${path} can't be read: ${(error as Error).message}`))
  try {
    const pack = await openPack(await fileSource(file))
    return pack.ok ? await work(pack.value) : refuse(`${path}: ${packProblemText(pack.problem, 'en')}`)
  } finally {
    await file.close()
  }
}
