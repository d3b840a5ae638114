// Records in a file that may end anywhere: each stands behind a mark, its length and a checksum, so that a reader finds the next whole
// one after any damage. Mark `PLR1`, then length and CRC-32 of the bytes, both 32 bits, little endian.
import { crc32 } from './crc32.ts'

export const framed = (records: readonly Uint8Array[]): Buffer =>
  Buffer.concat(
    records.flatMap(bytes => {
      const head = Buffer.from(MARK + '........', 'latin1')
      head.writeUInt32LE(bytes.length, 4)
      head.writeUInt32LE(crc32(bytes), 8)
      return [head, bytes]
    }),
  )

/** The whole records, in order, and how many bytes belong to none. */
export const readRecords = (file: Buffer): { records: Uint8Array<ArrayBuffer>[]; damaged: number } => {
  const records: Uint8Array<ArrayBuffer>[] = []
  let damaged = 0
  for (let at = 0; at < file.length; ) {
    const bytes = recordAt(file, at)
    if (bytes) {
      records.push(bytes)
      at += HEAD + bytes.length
      continue
    }
    const next = file.indexOf(MARK, at + 1, 'latin1')
    const from = next === -1 ? file.length : next
    damaged += from - at
    at = from
  }
  return { records, damaged }
}

const MARK = 'PLR1'
const HEAD = 12

const recordAt = (file: Buffer, at: number): Uint8Array<ArrayBuffer> | null => {
  if (at + HEAD > file.length || file.toString('latin1', at, at + 4) !== MARK) return null
  const end = at + HEAD + file.readUInt32LE(at + 4)
  if (end > file.length) return null
  const bytes = new Uint8Array(file.subarray(at + HEAD, end))
  return crc32(bytes) === file.readUInt32LE(at + 8) ? bytes : null
}
