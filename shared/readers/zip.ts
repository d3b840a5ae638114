import { type ByteOptions, readSlice, unpack } from './bytes.ts'
import { CAPS } from './caps.ts'
import type { InputFile, ReadProblem } from './file.ts'
import { Unreadable } from './unreadable.ts'

// A zip is read by its directory, which lies at the end: entries are then streamed out of slices of the file, so that the
// archive is never in memory as a whole. Unpacking is the runtime's own; no library, no worker of its own, no blob: address.

export type ZipEntry = { name: string; stored: boolean; packed: number; size: number; offset: number }

/** Entries by name, after the caps on their number, sizes and ratio have been looked at. Throws `Unreadable`. */
export const readDirectory = async (file: InputFile): Promise<Map<string, ZipEntry>> => {
  const damaged = new Unreadable({ code: 'damaged-workbook', file: file.name, part: 'directory' })
  const tail = await readSlice(file, Math.max(0, file.size - TAIL), TAIL)
  const end = findEnd(tail)
  if (end < 0) throw damaged
  const view = viewOf(tail)
  const count = view.getUint16(end + 10, true)
  const length = view.getUint32(end + 12, true)
  const offset = view.getUint32(end + 16, true)
  if (count > CAPS.entries) throw capped(file, 'entries', CAPS.entries)
  if (offset + length > file.size) throw damaged // also a zip64, which only files above 4 GB need
  const entries = parseDirectory(await readSlice(file, offset, length), count)
  if (!entries) throw damaged
  let packed = 0
  let size = 0
  for (const entry of entries.values()) {
    packed += entry.packed
    size += entry.size
  }
  if (size > CAPS.bytes) throw capped(file, 'bytes', CAPS.bytes)
  if (size > CAPS.ratioFrom && size > packed * CAPS.ratio) throw capped(file, 'ratio', CAPS.ratio)
  return entries
}

/** The unpacked bytes of one entry; `damaged` is the problem to tell where they are broken. */
export async function* readEntry(file: InputFile, entry: ZipEntry, damaged: ReadProblem, options: ByteOptions & { limit?: number } = {}): AsyncGenerator<Uint8Array> {
  const head = await readSlice(file, entry.offset, LOCAL)
  const view = viewOf(head)
  if (head.length < LOCAL || view.getUint32(0, true) !== 0x04034b50) throw new Unreadable(damaged)
  const start = entry.offset + LOCAL + view.getUint16(26, true) + view.getUint16(28, true)
  yield* unpack(file.slice(start, start + entry.packed).stream(), entry.stored ? null : 'deflate-raw', { ...options, file: file.name, damaged })
}

/** End record with the longest comment that may follow it. */
const TAIL = 22 + 65_535
const LOCAL = 30

const findEnd = (tail: Uint8Array): number => {
  const view = viewOf(tail)
  for (let at = tail.length - 22; at >= 0; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return -1
}

/** Null = broken, locked, or packed in a way that a workbook never is. */
const parseDirectory = (bytes: Uint8Array, count: number): Map<string, ZipEntry> | null => {
  const view = viewOf(bytes)
  const names = new TextDecoder()
  const entries = new Map<string, ZipEntry>()
  for (let at = 0, i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    const locked = (view.getUint16(at + 8, true) & 1) === 1
    const method = view.getUint16(at + 10, true)
    if (locked || (method !== 0 && method !== 8)) return null
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const name = names.decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/')
    entries.set(name, { name, stored: method === 0, packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true) })
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const capped = (file: InputFile, cap: 'entries' | 'bytes' | 'ratio', limit: number): Unreadable => new Unreadable({ code: 'cap', file: file.name, cap, limit, line: null })
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
