import type { Order } from '../query.ts'
import { hasBit, type Bitset } from './bitset.ts'
import type { Match } from './match.ts'
import type { Index } from './open.ts'
import type { Piece } from './pieces.ts'
import { titleScan, type TitleScan } from './title-scan.ts'

/** Only the first of each tier, in static order, are put in order by place and length of the match. */
export const SCORED = 512

/** Exact number, number prefix with a sign behind it and with more digits, title start, elsewhere; each in force and then not. */
const BUCKETS = 10
const [EXACT, NEAR, FAR, START, ELSEWHERE] = [0, 2, 4, 6, 8] as const
const IN_ORDER = [EXACT, EXACT + 1, NEAR, FAR, NEAR + 1, FAR + 1, START, START + 1, ELSEWHERE, ELSEWHERE + 1]

/** Puts the records of a match in order; gives at most `limit` of them. */
export const createRanking = (index: Index): ((match: Match, pieces: readonly Piece[], order: Order, limit: number) => Uint32Array) => {
  const { records, numbers, today } = index
  const scan = titleScan(index)
  const keys = new Float64Array(SCORED)
  const before = new Uint32Array(SCORED)
  const usual = Array.from({ length: BUCKETS }, () => new Uint32Array(SCORED))
  const counts = new Uint32Array(BUCKETS)

  /** The first `room` records of each bucket in static order, in one pass over the words. */
  const fill = ({ all, exact, prefix, near, start }: Match, buckets: readonly Uint32Array[], room: number): void => {
    counts.fill(0)
    const force = today.inForce
    const put = (bucket: number, bits: number, w: number): void => {
      const into = buckets[bucket]
      let n = counts[bucket]
      for (; bits !== 0 && n < room; bits &= bits - 1) into[n++] = w * 32 + 31 - Math.clz32(bits & -bits)
      counts[bucket] = n
    }
    const putBoth = (bucket: number, bits: number, w: number): void => {
      if (bits === 0) return
      put(bucket, bits & force[w], w)
      put(bucket + 1, bits & ~force[w], w)
    }
    for (let w = 0; w < all.length; w++) {
      let rest = all[w]
      if (rest === 0) continue
      putBoth(EXACT, rest & exact[w], w)
      rest &= ~exact[w]
      putBoth(NEAR, rest & prefix[w] & near[w], w)
      putBoth(FAR, rest & prefix[w] & ~near[w], w)
      rest &= ~prefix[w]
      putBoth(START, rest & start[w], w)
      putBoth(ELSEWHERE, rest & ~start[w], w)
    }
  }

  /** Of the number tiers the shorter number, of titles that begin so the shorter, elsewhere the earlier match and then the shorter title come first. */
  const score = (doc: number, bucket: number, pieces: readonly Piece[]): number => {
    if (bucket < START) return numbers.length[doc]
    if (bucket < ELSEWHERE) return scan.lengthOf(doc)
    const length = Math.min(scan.open(doc), 4095)
    const place = placeOf(scan, pieces)
    return Math.min(place < 0 ? 4095 : place, 4095) * 4096 + length
  }

  const byPlace = (bucket: number, docs: Uint32Array, pieces: readonly Piece[]): void => {
    for (let i = 0; i < docs.length; i++) {
      before[i] = docs[i]
      keys[i] = score(docs[i], bucket, pieces) * SCORED + i
    }
    keys.subarray(0, docs.length).sort()
    for (let i = 0; i < docs.length; i++) docs[i] = before[keys[i] % SCORED]
  }

  return (match, pieces, order, limit) => {
    if (order === 'newest') return first(limit, match.all)
    if (order === 'number') return numbers.order.filter(doc => hasBit(match.all, doc)).subarray(0, limit)
    const room = Math.max(limit, SCORED)
    const buckets = room === SCORED ? usual : usual.map(() => new Uint32Array(Math.min(room, records)))
    fill(match, buckets, room)
    const out = new Uint32Array(Math.min(limit, counts.reduce((sum, count) => sum + count, 0)))
    let n = 0
    for (const bucket of IN_ORDER) {
      if (n === out.length) break
      const docs = buckets[bucket].subarray(0, counts[bucket])
      if (pieces.length) byPlace(bucket, docs.subarray(0, SCORED), pieces)
      out.set(docs.subarray(0, out.length - n), n)
      n = Math.min(out.length, n + docs.length)
    }
    return out
  }
}

const first = (limit: number, set: Bitset): Uint32Array => {
  const out: number[] = []
  for (let w = 0; w < set.length; w++) {
    for (let rest = set[w]; rest !== 0 && out.length < limit; rest &= rest - 1) out.push(w * 32 + 31 - Math.clz32(rest & -rest))
  }
  return Uint32Array.from(out)
}

/** Where in the shown title the first piece that has words or CJK stands; -1 = it isn't there. */
const placeOf = (scan: TitleScan, pieces: readonly Piece[]): number => {
  for (const piece of pieces) {
    if (piece.kind === 'cjk') return scan.findCjk(piece.units, 0)?.[0] ?? -1
    if (piece.kind === 'token' && piece.words.length) return scan.findWord(piece.words[0], 0)?.[0] ?? -1
  }
  return -1
}
