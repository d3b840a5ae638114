import { andInto, bitset, fillAll, isEmpty, orInto, setBit, type Bitset } from './bitset.ts'
import type { Index } from './open.ts'
import type { Piece } from './pieces.ts'
import { shortKey, START } from './text-lists.ts'
import { titleScan } from './title-scan.ts'

/** Records that meet a query, and records that stand higher if they do: exact number, number prefix, title start; a record counts for the highest. */
export type Match = {
  all: Bitset
  exact: Bitset
  prefix: Bitset
  start: Bitset
  /** Of the prefixes those where no further digit follows: 2912 is near 2912.1 and far from 29121. */
  near: Bitset
  /** Number with its year, as held. */
  whole: Bitset
}

export const emptyMatch = (records: number): Match => ({ all: bitset(records), exact: bitset(records), prefix: bitset(records), start: bitset(records), near: bitset(records), whole: bitset(records) })

/** Finds by bitsets; the sets that it works with are made once. */
export const createMatcher = (index: Index): ((pieces: readonly Piece[], into: Match) => void) => {
  const { records, numbers, families, bigrams, words, firsts, short } = index
  const scan = titleScan(index)
  const spare: Bitset[] = []
  let taken = 0
  const take = (): Bitset => (spare[taken++] ??= bitset(records)).fill(0)

  /** `prefix` gets all that begin so; the higher tiers go where they are gathered. */
  const matchNumbers = (text: string, prefix: Bitset, into: Match): void => {
    const [from, to] = numbers.range(text)
    const same = numbers.endOfEqual(text, from)
    if (same === from && !/\d/.test(text)) return families.or(prefix, ...families.range(text))
    // Dash and dot stand before the digits in the order, and nothing but a dash stands before a year.
    const signs = numbers.endOfSigns(text, same)
    for (let i = from; i < signs; i++) {
      const doc = numbers.doc[i]
      setBit(prefix, doc)
      setBit(into.near, doc)
      if (i < same) setBit(into.whole, doc)
      if (i < same || numbers.base[i] === text.length) setBit(into.exact, doc)
    }
    for (let i = signs; i < to; i++) setBit(prefix, numbers.doc[i])
  }

  const orWords = (prefix: string, into: Bitset): void => {
    if (prefix.length <= 2) {
      const list = find(short.keys, shortKey(prefix))
      if (list >= 0) short.or(into, list, list + 1)
    } else words.or(into, ...words.range(prefix))
  }

  const matchWords = (prefixes: readonly string[], all: Bitset, start: Bitset | null): void => {
    orWords(prefixes[0], all)
    for (let i = 1; i < prefixes.length && !isEmpty(all); i++) {
      const other = take()
      orWords(prefixes[i], other)
      andInto(all, other)
    }
    if (start && !isEmpty(all)) firsts.or(start, ...words.range(prefixes[0]))
  }

  const matchCjk = (run: readonly number[], all: Bitset, start: Bitset | null): void => {
    if (run.length === 1) {
      const from = lowerBound(bigrams.keys, run[0] * 0x10000)
      bigrams.or(all, from, lowerBound(bigrams.keys, run[0] * 0x10000 + 0xffff))
    } else {
      const lists = run.slice(1).map((unit, i) => find(bigrams.keys, run[i] * 0x10000 + unit))
      if (lists.includes(-1)) return
      lists.sort((a, b) => bigrams.weight(a) - bigrams.weight(b))
      bigrams.or(all, lists[0], lists[0] + 1)
      for (let i = 1; i < lists.length; i++) {
        if (lists[i] === lists[i - 1]) continue
        const other = take()
        bigrams.or(other, lists[i], lists[i] + 1)
        andInto(all, other)
      }
      if (run.length > 2) keep(all, doc => holds(doc, () => scan.findCjk(run, 0) !== null))
    }
    const list = find(bigrams.keys, START * 0x10000 + run[0])
    if (!start || list < 0) return
    bigrams.or(start, list, list + 1)
    andInto(start, all)
    if (run.length > 1) keep(start, doc => holds(doc, () => scan.beginsWithCjk(run)))
  }

  /** True of the shown title or of a further one. */
  const holds = (doc: number, test: () => boolean): boolean => {
    scan.open(doc)
    if (test()) return true
    const { also } = index.titles
    for (let i = firstPair(also, doc); i < also.length && also[i] === doc; i += 2) {
      scan.openTitle(also[i + 1])
      if (test()) return true
    }
    return false
  }

  /** `first` = the piece that a title should begin with. */
  const matchPiece = (piece: Piece, first: boolean, all: Bitset, into: Match): void => {
    const start = first ? into.start : null
    if (piece.kind === 'cjk') return matchCjk(piece.units, all, start)
    if (piece.words.length) matchWords(piece.words, all, start)
    if (!piece.numbers.length) return
    const prefix = take()
    for (const text of piece.numbers) matchNumbers(text, prefix, into)
    orInto(into.prefix, prefix)
    orInto(all, prefix)
  }

  return (pieces, into) => {
    taken = 0
    for (const set of Object.values(into)) set.fill(0)
    if (!pieces.length) fillAll(into.all, records)
    pieces.forEach((piece, i) => {
      if (i === 0) return matchPiece(piece, true, into.all, into)
      const one = take()
      matchPiece(piece, false, one, into)
      andInto(into.all, one)
    })
    // A number with its year names one document: whatever else was pasted with it can only be its title in other words.
    if (isEmpty(into.all)) orInto(into.all, into.whole)
  }
}

const keep = (set: Bitset, test: (doc: number) => boolean): void => {
  for (let w = 0; w < set.length; w++) {
    for (let rest = set[w]; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest)
      if (!test(w * 32 + bit)) set[w] &= ~(1 << bit)
    }
  }
}

const lowerBound = (keys: Uint32Array, key: number): number => {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (keys[middle] < key) low = middle + 1
    else high = middle
  }
  return low
}

const find = (keys: Uint32Array, key: number): number => {
  const at = lowerBound(keys, key)
  return keys[at] === key ? at : -1
}

const firstPair = (pairs: Uint32Array, doc: number): number => {
  let low = 0
  let high = pairs.length / 2
  while (low < high) {
    const middle = (low + high) >>> 1
    if (pairs[middle * 2] < doc) low = middle + 1
    else high = middle
  }
  return low * 2
}
