import { byteWriter } from './byte-writer.ts'
import type { Section, Segment } from './segment.ts'

/** Sorted ASCII-or-UTF-8 strings (by bytes, doubles allowed), front-coded in blocks of 16. */
export type Dictionary = {
  size: number
  /** Positions `[from, to)` of the entries that begin with `prefix`. */
  range(prefix: string): [from: number, to: number]
  /** End of those among `[from, ...)` that are `text` itself; `from` is the start of its range. */
  endOfEqual(text: string, from: number): number
  /** End of those in which a sign follows the text (all below the digits in ASCII). */
  endOfSigns(text: string, from: number): number
}

const BLOCK = 16
const encoder = new TextEncoder()

/** An entry is: bytes shared with the one before (0 at a block's start), bytes of its own, and these. */
export const openDictionary = (segment: Segment, name: string): Dictionary => {
  const bytes = segment.bytes(`${name}.words`)
  const blocks = segment.u32(`${name}.blocks`)
  const [size = 0] = segment.u32(`${name}.size`)
  const word = new Uint8Array(256)

  // First entry that is not below `key`; with `past`, first that is above all that begin with `key`.
  const bound = (key: Uint8Array, past: boolean): number => {
    let low = 0
    let high = blocks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const at = blocks[middle]
      if (below(bytes, at + 2, bytes[at + 1], key, past)) low = middle + 1
      else high = middle
    }
    if (low === 0) return 0
    let at = blocks[low - 1]
    const end = Math.min(size, low * BLOCK)
    for (let entry = (low - 1) * BLOCK; entry < end; entry++) {
      const shared = bytes[at]
      const own = bytes[at + 1]
      for (let i = 0; i < own; i++) word[shared + i] = bytes[at + 2 + i]!
      if (!below(word, 0, shared + own, key, past)) return entry
      at += 2 + own
    }
    return end
  }
  return {
    size,
    range: prefix => {
      const key = encoder.encode(prefix)
      return [bound(key, false), bound(key, true)]
    },
    // What follows the text itself in the order is the text with any byte behind it.
    endOfEqual: (text, from) => Math.max(from, bound(encoder.encode(`${text}\x01`), false)),
    endOfSigns: (text, from) => Math.max(from, bound(encoder.encode(`${text}0`), false)),
  }
}

/** `words` sorted by `compareBytes`, none longer than 255 bytes. */
export const packDictionary = (name: string, words: readonly string[]): Record<string, Section> => {
  const writer = byteWriter()
  const blocks = new Uint32Array(Math.ceil(words.length / BLOCK))
  let before = new Uint8Array(0)
  words.forEach((text, i) => {
    const word = encoder.encode(text)
    let shared = 0
    if (i % BLOCK === 0) blocks[i / BLOCK] = writer.length
    else while (shared < word.length && shared < before.length && word[shared] === before[shared]) shared++
    writer.byte(shared)
    writer.byte(word.length - shared)
    writer.put(word.subarray(shared))
    before = word
  })
  return { [`${name}.words`]: writer.bytes().slice(), [`${name}.blocks`]: blocks, [`${name}.size`]: Uint32Array.of(words.length) }
}

/** Order of the UTF-8 bytes; inside the basic plane that is the order of UTF-16 units. */
export const compareBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const below = (word: Uint8Array, at: number, length: number, key: Uint8Array, past: boolean): boolean => {
  const common = Math.min(length, key.length)
  for (let i = 0; i < common; i++) {
    const difference = word[at + i] - key[i]
    if (difference !== 0) return difference < 0
  }
  return length < key.length || past
}
