// Records in a file that may end anywhere: each stands behind a mark, its length and a checksum, so that a reader finds the next whole
// one after any damage. Mark `PLR1`, then length and CRC-32 of the bytes, both 32 bits, little endian.
import { crc32 } from './crc32.ts'

export const framed = (records: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const file = new Uint8Array(records.reduce((sum, { length }) => sum + HEAD + length, 0))
  const view = new DataView(file.buffer)
  let at = 0
  for (const bytes of records) {
    file.set(MARK, at)
    view.setUint32(at + 4, bytes.length, true)
    view.setUint32(at + 8, crc32(bytes), true)
    file.set(bytes, at + HEAD)
    at += HEAD + bytes.length
  }
  return file
}

/** The whole records, in order, and how many bytes belong to none. */
export const readRecords = (file: Uint8Array): { records: Uint8Array<ArrayBuffer>[]; damaged: number } => {
  const records: Uint8Array<ArrayBuffer>[] = []
  let damaged = 0
  for (let at = 0; at < file.length; ) {
    const bytes = recordAt(file, at)
    if (bytes) {
      records.push(bytes)
      at += HEAD + bytes.length
      continue
    }
    let next = at + 1
    while (next < file.length && !isMark(file, next)) next++
    damaged += next - at
    at = next
  }
  return { records, damaged }
}

const MARK = new TextEncoder().encode('PLR1')
const HEAD = 12

const isMark = (file: Uint8Array, at: number): boolean => MARK.every((byte, i) => file[at + i] === byte)

const recordAt = (file: Uint8Array, at: number): Uint8Array<ArrayBuffer> | null => {
  if (at + HEAD > file.length || !isMark(file, at)) return null
  const view = new DataView(file.buffer, file.byteOffset + at, HEAD)
  const end = at + HEAD + view.getUint32(4, true)
  if (end > file.length) return null
  const bytes = new Uint8Array(file.subarray(at + HEAD, end))
  return crc32(bytes) === view.getUint32(8, true) ? bytes : null
}
