import type { InputFile } from './file.ts'

/** Bytes already in memory as a file to read. */
export const memoryFile = (name: string, bytes: Uint8Array | string): InputFile => {
  const blob = new Blob([bytes])
  return { name, size: blob.size, stream: () => blob.stream(), slice: (start, end) => blob.slice(start, end) }
}
