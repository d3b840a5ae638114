import { CAPS } from './caps.ts'
import type { InputFile, ReadProblem } from './file.ts'
import { Unreadable } from './unreadable.ts'

export type ByteOptions = {
  signal?: AbortSignal | undefined
  /** Gets the bytes of the file taken so far, as they lie on the disk. */
  onBytes?: ((bytes: number) => void) | undefined
}

/** The file's bytes, unpacked where it is gzip. Throws `Unreadable`; leaving the loop early lets go of the file. */
export const readBytes = (file: InputFile, gzip: boolean, options: ByteOptions = {}): AsyncGenerator<Uint8Array> =>
  unpack(file.stream(), gzip ? 'gzip' : null, { ...options, file: file.name, damaged: { code: 'damaged-gzip', file: file.name } })

type Unpack = ByteOptions & { file: string; damaged: ReadProblem; limit?: number }

/** Counts what comes out while it comes, so that the caps hold whatever a header promises. */
export async function* unpack(source: ReadableStream<Uint8Array>, method: 'gzip' | 'deflate-raw' | null, options: Unpack): AsyncGenerator<Uint8Array> {
  const { file, damaged, signal, limit = CAPS.bytes } = options
  const counted = countBytes(source, options.onBytes)
  const reader = (method ? counted.stream.pipeThrough(new DecompressionStream(method)) : counted.stream).getReader()
  let out = 0
  try {
    for (;;) {
      if (signal?.aborted) throw new Unreadable({ code: 'cancelled' })
      const { done, value } = await reader.read()
      if (done) return
      out += value.length
      if (out > limit) throw new Unreadable({ code: 'cap', file, cap: limit < CAPS.bytes ? 'strings' : 'bytes', limit, line: null })
      if (method && out > CAPS.ratioFrom && out > counted.taken() * CAPS.ratio) throw new Unreadable({ code: 'cap', file, cap: 'ratio', limit: CAPS.ratio, line: null })
      yield value
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(method && !counted.failed() ? damaged : { code: 'unreadable', file })
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** The stream itself, with its bytes counted and its own failures told apart from those of the unpacking behind it. */
const countBytes = (source: ReadableStream<Uint8Array>, onBytes: ByteOptions['onBytes']) => {
  const reader = source.getReader()
  let taken = 0
  let failed = false
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) return controller.close()
        taken += value.length
        onBytes?.(taken)
        controller.enqueue(value)
      } catch (error) {
        failed = true
        controller.error(error)
      }
    },
    cancel: reason => reader.cancel(reason),
  })
  return { stream, taken: () => taken, failed: () => failed }
}

/** Up to `length` bytes from `start`; for headers and directories. */
export const readSlice = async (file: InputFile, start: number, length: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(Math.max(0, Math.min(length, file.size - start)))
  let at = 0
  for await (const chunk of unpack(file.slice(start, start + bytes.length).stream(), null, { file: file.name, damaged: { code: 'unreadable', file: file.name } })) {
    bytes.set(chunk.subarray(0, bytes.length - at), at)
    at += chunk.length
  }
  return bytes.subarray(0, Math.min(at, bytes.length))
}
