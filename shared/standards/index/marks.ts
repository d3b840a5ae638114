import type { Range } from '../query.ts'
import type { Piece } from './pieces.ts'
import type { TitleScan } from './title-scan.ts'

/** Stretches of the opened title that the pieces hit: every place of a CJK run, the beginnings of words; ascending, merged. */
export const markTitle = (scan: TitleScan, pieces: readonly Piece[]): Range[] => {
  const ranges: Range[] = []
  for (const piece of pieces) {
    if (piece.kind === 'cjk') ranges.push(...every(from => scan.findCjk(piece.units, from)))
    else {
      // A number's pieces, such as the 1 of 2912.1, mean something only together.
      const places = piece.words.map(word => every(from => scan.findWord(word, from)))
      if (places.every(found => found.length)) ranges.push(...places.flat())
    }
  }
  return merge(ranges)
}

/** The stretch of a canonical number that a number piece hit. */
export const markNumber = (number: string, pieces: readonly Piece[]): Range[] =>
  merge(pieces.flatMap(piece => (piece.kind === 'cjk' ? [] : piece.numbers.map(text => numberRange(number.toLowerCase(), text)).filter(range => range !== null))))

const every = (find: (from: number) => Range | null): Range[] => {
  const ranges: Range[] = []
  for (let range = find(0); range; range = find(range[1])) ranges.push(range)
  return ranges
}

/** Letters and digits are matched from a word's beginning, signs are passed over; a key that leaves something out (`gb2912`, `iso17025`) marks its digits. */
const numberRange = (number: string, text: string): Range | null => {
  const wanted = text.replace(SIGNS, '')
  for (let start = 0; start < number.length; start++) {
    if (number[start] !== wanted[0] || (start > 0 && !isSign(number.charCodeAt(start - 1)))) continue
    const end = matchEnd(number, start, wanted)
    if (end > 0) return [start, end]
  }
  const digits = wanted.search(/\d/)
  return digits > 0 ? numberRange(number, wanted.slice(digits)) : null
}

const matchEnd = (number: string, start: number, wanted: string): number => {
  let matched = 0
  for (let i = start; i < number.length; i++) {
    if (isSign(number.charCodeAt(i))) continue
    if (number[i] !== wanted[matched]) return -1
    if (++matched === wanted.length) return i + 1
  }
  return -1
}

const SIGNS = /[^a-z0-9]/g
const isSign = (code: number): boolean => code < 48 || (code > 57 && code < 97) || code > 122

const merge = (ranges: Range[]): Range[] => {
  ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const out: Range[] = []
  for (const [start, end] of ranges) {
    const last = out.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else out.push([start, end])
  }
  return out
}
