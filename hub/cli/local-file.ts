import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { InputFile } from '#shared/readers/file.ts'

/** A file of this computer as the readers take it; `modified` in milliseconds since 1970. Rejects when it isn't there. */
export const localFile = async (path: string): Promise<InputFile & { modified: number }> => {
  const { size, mtimeMs, isFile } = await stat(path).then(found => ({ size: found.size, mtimeMs: found.mtimeMs, isFile: found.isFile() }))
  if (!isFile) throw new Error(`${path} is no file`)
  const stream = (start: number, end: number): ReadableStream<Uint8Array> =>
    end <= start ? new Blob([]).stream() : (Readable.toWeb(createReadStream(path, { start, end: end - 1, highWaterMark: 256 * 1024 })) as ReadableStream<Uint8Array>)
  return { name: basename(path), size, modified: mtimeMs, stream: () => stream(0, size), slice: (start, end) => ({ stream: () => stream(start, Math.min(end, size)) }) }
}
