// The rules 2 to 8 of Nelson on the points of a control chart; rule 1, a point beyond the limits, is the chart's own.
import type { Fraction } from './decimal.ts'

/** How points stand to the lines of their chart, point by point. */
export type Places = {
  /** Above (1), on (0) or below (−1) the centre line. */
  side: Int8Array
  /** How far from it: WITHIN, ON_ONE, BEYOND_ONE, BEYOND_TWO sigmas. */
  reach: Int8Array
  /** Above (1), like (0) or below (−1) the point before; 0 for the first. */
  step: Int8Array
}
export const WITHIN = 0
export const ON_ONE = 1
export const BEYOND_ONE = 2
export const BEYOND_TWO = 3

export type NelsonRule = 2 | 3 | 4 | 5 | 6 | 7 | 8

/** Rule -> the last point of each window that breaks it, counted from 0; rules that none breaks are not named. */
export type RuleHits = { [rule in NelsonRule]?: number[] }

/**
 * Each rule's windows in one pass. 2: nine on one side; 3: six rising or falling; 4: fourteen alternating; 5: two of three beyond 2 sigma on one side;
 * 6: four of five beyond 1 sigma on one side; 7: fifteen within 1 sigma; 8: eight beyond 1 sigma, on both sides. All strict; for 5 and 6 the last point
 * lies beyond itself. L. S. Nelson, Journal of Quality Technology 16 (1984) [K].
 */
export const rulesBroken = (places: Places, rules: readonly NelsonRule[]): RuleHits => {
  const hits: RuleHits = {}
  for (const rule of rules) {
    const found = indices(places.side.length, WINDOWS[rule](places))
    if (found.length > 0) hits[rule] = found
  }
  return hits
}

export const ALL_RULES: readonly NelsonRule[] = [2, 3, 4, 5, 6, 7, 8]
/** For counts, whose sigma differs from point to point. */
export const ATTRIBUTE_RULES: readonly NelsonRule[] = [2, 3, 4]

/** Tells of each point in turn, from the first on, whether it ends a window. */
type Ends = (i: number) => boolean

const WINDOWS: Record<NelsonRule, (places: Places) => Ends> = {
  2: ({ side }) => running(9, i => side[i] !== 0, i => side[i] === side[i - 1]),
  3: ({ step }) => running(5, i => step[i] !== 0, i => step[i] === step[i - 1]),
  4: ({ step }) => running(13, i => step[i] !== 0, i => step[i] === -step[i - 1]),
  5: places => oneSided(places, 3, 2, BEYOND_TWO),
  6: places => oneSided(places, 5, 4, BEYOND_ONE),
  7: ({ reach }) => running(15, i => reach[i] === WITHIN, () => true),
  8: ({ side, reach }) => {
    const last = { '1': -Infinity, '-1': -Infinity }
    const beyond = running(8, i => reach[i] >= BEYOND_ONE, () => true)
    return i => {
      if (side[i] !== 0) last[side[i] > 0 ? '1' : '-1'] = i
      return beyond(i) && Math.min(last['1'], last['-1']) > i - 8
    }
  },
}

/** `length` in a row that count, each going on from the one before. */
const running = (length: number, counts: (i: number) => boolean, goesOn: (i: number) => boolean): Ends => {
  let run = 0
  return i => {
    run = !counts(i) ? 0 : run > 0 && goesOn(i) ? run + 1 : 1
    return run >= length
  }
}

const oneSided = ({ side, reach }: Places, window: number, least: number, far: number): Ends => i => {
  if (i < window - 1 || reach[i] < far) return false
  let count = 0
  for (let j = i - window + 1; j <= i; j++) if (side[j] === side[i] && reach[j] >= far) count++
  return count >= least
}

const indices = (length: number, ends: Ends): number[] => {
  const found: number[] = []
  for (let i = 0; i < length; i++) if (ends(i)) found.push(i)
  return found
}

/** Lines of a chart, exactly. */
export type ExactLines = { cl: Fraction; ucl: Fraction; lcl: Fraction }

/** Where the points `points[i] / den` stand, and which lie beyond the limits; sigma is a third of ucl − cl. */
export const placesOf = (points: readonly bigint[], den: bigint, { cl, ucl, lcl }: ExactLines): { places: Places; out: number[] } => {
  // All on one denominator, three times, so that a sigma is whole.
  const own = 3n * cl.den * ucl.den * lcl.den
  const at = ({ num, den: below }: Fraction): bigint => num * (own / below) * den
  const [centre, above, under] = [at(cl), at(ucl), at(lcl)]
  const sigma = (above - centre) / 3n
  const [side, reach, step] = [new Int8Array(points.length), new Int8Array(points.length), new Int8Array(points.length)]
  const out: number[] = []
  for (let i = 0; i < points.length; i++) {
    const point = points[i] * own
    const off = point > centre ? point - centre : centre - point
    side[i] = point > centre ? 1 : point < centre ? -1 : 0
    reach[i] = off < sigma ? WITHIN : off === sigma ? ON_ONE : off <= 2n * sigma ? BEYOND_ONE : BEYOND_TWO
    if (i > 0) step[i] = points[i] > points[i - 1] ? 1 : points[i] < points[i - 1] ? -1 : 0
    if (point > above || point < under) out.push(i)
  }
  return { places: { side, reach, step }, out }
}
