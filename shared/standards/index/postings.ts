import type { Bitset } from './bitset.ts'
import { byteWriter } from './byte-writer.ts'
import type { Section, Segment } from './segment.ts'

/** Lists of record numbers, ascending, by position; each is a run of delta varints, or a raw bitset where it is denser than 1/8. */
export type Postings = {
  /** Sets the bits of lists `from` to `to` (exclusive). */
  or(into: Bitset, from: number, to: number): void
  /** Bytes of the lists; tells which of several is the cheapest. */
  weight(list: number): number
}

/** `offsets` holds, for each list and for the end, its place in bytes; a list whose place is aligned to 4 and marked in `dense` is a bitset. */
export const openPostings = (segment: Segment, name: string): Postings => {
  const bytes = segment.bytes(`${name}.lists`)
  const at = segment.u32(`${name}.at`)
  const dense = segment.u32(`${name}.dense`)
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2)
  return {
    weight: list => at[list + 1] - at[list],
    or: (into, from, to) => {
      for (let list = from; list < to; list++) {
        let i = at[list]
        const end = at[list + 1]
        if (dense.length && dense[list >>> 5] & (1 << (list & 31))) {
          const start = (i + 3) >>> 2
          for (let w = 0; w < into.length; w++) into[w] |= words[start + w]
          continue
        }
        let doc = -1
        while (i < end) {
          let byte = bytes[i++]
          if (byte < 128) doc += byte
          else {
            let delta = byte & 127
            let shift = 7
            do {
              byte = bytes[i++]!
              delta |= (byte & 127) << shift
              shift += 7
            } while (byte > 127)
            doc += delta
          }
          into[doc >>> 5] |= 1 << (doc & 31)
        }
      }
    },
  }
}

/** `lists` in order, each ascending without doubles. */
export const packPostings = (name: string, records: number, lists: Iterable<ArrayLike<number>>, count: number): Record<string, Section> => {
  const writer = byteWriter()
  const at = new Uint32Array(count + 1)
  const dense = new Uint32Array((count + 31) >>> 5)
  const words = (records + 31) >>> 5
  let list = 0
  for (const docs of lists) {
    at[list] = writer.length
    if (docs.length * 8 > records && docs.length > 64) {
      dense[list >>> 5] |= 1 << (list & 31)
      const set = new Uint32Array(words)
      for (let i = 0; i < docs.length; i++) set[docs[i] >>> 5] |= 1 << (docs[i] & 31)
      writer.align(4)
      writer.put(new Uint8Array(set.buffer))
    } else {
      let before = -1
      for (let i = 0; i < docs.length; i++) {
        writer.varint(docs[i] - before)
        before = docs[i]!
      }
    }
    at[++list] = writer.length
  }
  writer.align(4)
  return { [`${name}.lists`]: writer.bytes().slice(), [`${name}.at`]: at, [`${name}.dense`]: dense.some(w => w !== 0) ? dense : new Uint32Array(0) }
}
