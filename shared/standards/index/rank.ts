import type { Order } from '../query.ts'
import { hasBit, type Bitset } from './bitset.ts'
import type { Match } from './match.ts'
import type { Index } from './open.ts'
import type { Piece } from './pieces.ts'
import { titleScan, type TitleScan } from './title-scan.ts'

/** Only the first of each tier, in static order, are put in order by place and length of the match. */
export const SCORED = 512

/** Four tiers, in force or not, and of the number prefixes the near ones first. */
const BUCKETS = 16
const PREFIX = 1

/** Puts the records of a match in order; gives at most `limit` of them. */
export const createRanking = (index: Index): ((match: Match, pieces: readonly Piece[], order: Order, limit: number) => Uint32Array) => {
  const { records, numbers, today } = index
  const scan = titleScan(index)
  const out = new Uint32Array(records)
  const keys = new Float64Array(SCORED)
  const docs = new Uint32Array(SCORED)

  /** Of the number tiers the shorter number, of the others the earlier match and the shorter title come first. */
  const score = (doc: number, byLength: boolean, pieces: readonly Piece[]): number => {
    if (byLength) return numbers.length[doc]
    const length = Math.min(scan.open(doc), 4095)
    const place = placeOf(scan, pieces)
    return Math.min(place < 0 ? 4095 : place, 4095) * 4096 + length
  }

  return (match, pieces, order, limit) => {
    let n = 0
    if (order === 'newest') {
      eachBit(match.all, doc => (out[n++] = doc, n < limit))
      return out.slice(0, n)
    }
    if (order === 'number') {
      for (let i = 0; i < records && n < limit; i++) if (hasBit(match.all, numbers.order[i])) out[n++] = numbers.order[i]!
      return out.slice(0, n)
    }
    const { exact, prefix, near, start, all } = match
    const force = today.inForce
    for (let bucket = 0; bucket < BUCKETS && n < limit; bucket++) {
      const tier = bucket >> 2
      const inForce = (bucket & 2) === 0
      const far = (bucket & 1) === 1
      if (far && tier !== PREFIX) continue
      const begin = n
      let scored = 0
      // A tier that is read no further than its scored part needs no more.
      const enough = begin + Math.max(limit - begin, SCORED)
      for (let w = 0; w < all.length && n < enough; w++) {
        let rest = all[w] & (tier === 0 ? exact[w] : ~exact[w] & (tier === PREFIX ? prefix[w] : ~prefix[w] & (tier === 2 ? start[w] : ~start[w])))
        if (rest === 0) continue
        rest &= inForce ? force[w] : ~force[w]
        if (tier === PREFIX) rest &= far ? ~near[w] : near[w]
        for (; rest !== 0; rest &= rest - 1) {
          const doc = w * 32 + 31 - Math.clz32(rest & -rest)
          if (scored < SCORED && pieces.length) {
            docs[scored] = doc
            keys[scored] = score(doc, tier < 2, pieces) * SCORED + scored
            scored++
          }
          out[n++] = doc
        }
      }
      if (scored > 1) {
        const sorted = keys.subarray(0, scored).sort()
        for (let i = 0; i < scored; i++) out[begin + i] = docs[sorted[i] % SCORED]!
      }
    }
    return out.slice(0, Math.min(n, limit))
  }
}

/** Where in the shown title the first piece that has words or CJK stands; -1 = it isn't there. */
const placeOf = (scan: TitleScan, pieces: readonly Piece[]): number => {
  for (const piece of pieces) {
    if (piece.kind === 'cjk') return scan.findCjk(piece.units, 0)?.[0] ?? -1
    if (piece.kind === 'token' && piece.words.length) return scan.findWord(piece.words[0], 0)?.[0] ?? -1
  }
  return -1
}

const eachBit = (set: Bitset, visit: (doc: number) => boolean): void => {
  for (let w = 0; w < set.length; w++) {
    for (let rest = set[w]; rest !== 0; rest &= rest - 1) if (!visit(w * 32 + 31 - Math.clz32(rest & -rest))) return
  }
}
