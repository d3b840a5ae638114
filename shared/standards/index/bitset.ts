/** One bit a record, the first in the lowest bit of word 0; bits past the last record are zero. */
export type Bitset = Uint32Array

export const bitset = (records: number): Bitset => new Uint32Array((records + 31) >>> 5)

export const fillAll = (set: Bitset, records: number): Bitset => {
  set.fill(0xffffffff)
  if (records & 31) set[set.length - 1] = (1 << (records & 31)) - 1
  return set
}

export const andInto = (into: Bitset, other: Bitset): Bitset => {
  for (let i = 0; i < into.length; i++) into[i] &= other[i]
  return into
}

export const orInto = (into: Bitset, other: Bitset): Bitset => {
  for (let i = 0; i < into.length; i++) into[i] |= other[i]
  return into
}

export const hasBit = (set: Bitset, doc: number): boolean => (set[doc >>> 5] & (1 << (doc & 31))) !== 0

export const setBit = (set: Bitset, doc: number): void => {
  set[doc >>> 5] |= 1 << (doc & 31)
}

export const countBits = (set: Bitset): number => {
  let count = 0
  for (let i = 0; i < set.length; i++) count += popcount(set[i])
  return count
}

export const isEmpty = (set: Bitset): boolean => {
  for (let i = 0; i < set.length; i++) if (set[i] !== 0) return false
  return true
}

const popcount = (word: number): number => {
  word -= (word >>> 1) & 0x55555555
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
