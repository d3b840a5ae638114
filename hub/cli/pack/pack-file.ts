import { open } from 'node:fs/promises'
import { openPack, type Pack } from '#shared/standards/pack/read-pack.ts'
import { packProblemText } from '#shared/words/pack.ts'
import { fileFault } from '../file-fault.ts'
import { refuse } from '../words.ts'

/** Opens a pack for the time of `work`. */
export const openPackFile = async <R>(path: string, work: (pack: Pack) => Promise<R>): Promise<R> => {
  const file = await open(path).catch((error: unknown) => refuse(fileFault(error) ?? `${path} can't be read: ${(error as Error).message}`))
  try {
    const { size } = await file.stat()
    const source = {
      size,
      slice: (start: number, end: number) => ({
        arrayBuffer: async () => {
          const { buffer, bytesRead } = await file.read(new Uint8Array(Math.max(0, Math.min(end, size) - start)), { position: start })
          return buffer.buffer.slice(0, bytesRead)
        },
      }),
    }
    const pack = await openPack(source)
    return pack.ok ? await work(pack.value) : refuse(`${path}: ${packProblemText(pack.problem, 'en')}`)
  } finally {
    await file.close()
  }
}
