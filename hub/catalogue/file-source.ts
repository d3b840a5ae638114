import type { FileHandle } from 'node:fs/promises'
import type { PackSource } from '#shared/standards/pack/read-pack.ts'

/** A file that is open, as a pack is read from it; it is closed by who opened it. */
export const fileSource = async (file: FileHandle): Promise<PackSource> => {
  const { size } = await file.stat()
  return {
    size,
    slice: (start, end) => ({
      arrayBuffer: async () => {
        const { buffer, bytesRead } = await file.read(new Uint8Array(Math.max(0, Math.min(end, size) - start)), { position: start })
        return buffer.buffer.slice(0, bytesRead)
      },
    }),
  }
}
