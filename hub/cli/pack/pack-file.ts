import { open } from 'node:fs/promises'
import { openPack, type Pack } from '#shared/standards/pack/read-pack.ts'
import { packProblemText } from '#shared/words/pack.ts'
import { fileSource } from '../../catalogue/file-source.ts'
import { fileFault } from '../file-fault.ts'
import { Refused } from './words.ts'

/** Opens a pack for the time of `work`. */
export const openPackFile = async <R>(path: string, work: (pack: Pack) => Promise<R>): Promise<R> => {
  const file = await open(path).catch((error: unknown) => { throw new Refused(fileFault(error) ?? `${path} can't be read: ${(error as Error).message}`) })
  try {
    const pack = await openPack(await fileSource(file))
    if (!pack.ok) throw new Refused(`${path}: ${packProblemText(pack.problem, 'en')}`)
    return await work(pack.value)
  } finally {
    await file.close()
  }
}
