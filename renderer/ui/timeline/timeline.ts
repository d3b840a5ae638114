// What a timeline is given, and where things stand on it.
import type { IconName } from '../icons.ts'

/** `fold`: two rem wide whatever it stands for; all others share the rest evenly. `edge`: something new begins, such as a day. */
export type TimelineColumn = { fold: boolean; ground: 'plain' | 'sunken' | 'hatched' | 'extra'; edge: boolean }
/** Over columns `[from, to)`. `opens`: pressing it unfolds what is folded, or folds it again. */
export type TimelineHead = { key: string; from: number; to: number; title: string; sub: string; badge: string; ticks: { at: number; text: string }[]; now: boolean; opens: string | null }
/** One meaning each: see the styles of `TimelineRow.vue`. */
export type Tone = 'solid' | 'filled' | 'quiet' | 'outlined' | 'striped' | 'dashed' | 'contested' | 'plain' | 'hollow' | 'hatched' | 'dotted' | 'candidate' | 'linked'
/**
 * From and to in columns, parts of one too. `more` is the first to go where there is no room, then `text`; `label` says all of it.
 * `buffers`: with what lies around it. `bars`: how full it is, lowest first, in the place of a tone's ground. `moves`: it can be dragged.
 */
export type TimelineBlock = { key: string; from: number; to: number; tone: Tone; icon?: IconName; text: string; more?: string; label: string; buffers?: { from: number; to: number }; bars?: boolean[]; moves?: boolean }
export type TimelineRow = { key: string; group: boolean; title: string; note: string; icon?: IconName; blocks: TimelineBlock[] }
/** `row`: index in the rows. `refused`: what is dragged can't be let go here. */
export type TimelineCursor = { row: number; from: number; to: number; text: string; label: string; free: boolean; refused?: boolean }

const FOLD = 2
/** Below this a column can't be told from its neighbours, in rem; the timeline scrolls sideways then. */
const NARROWEST = 0.6

/** Places of a timeline as CSS: rem for what is folded, a share of the rest for all others. */
export class Geometry {
  private readonly folds: number[] = [0]
  private readonly shares: number
  private readonly count: number

  constructor(columns: readonly Pick<TimelineColumn, 'fold'>[]) {
    for (const { fold } of columns) this.folds.push(this.folds.at(-1)! + (fold ? 1 : 0))
    this.count = columns.length
    this.shares = Math.max(1, this.count - this.folds.at(-1)!)
  }

  /** Least width of the whole, in rem. */
  get least(): number {
    return this.folds.at(-1)! * FOLD + this.shares * NARROWEST
  }

  /** Of a span of columns: `left` and `width`. */
  span(from: number, to: number): { left: string; width: string } {
    const [a, b] = [this.at(from), this.at(to)]
    return { left: css(a.rem, a.share), width: css(b.rem - a.rem, b.share - a.share) }
  }

  /** Width of a span in px when the whole is `width` px, at `rem` px. */
  px(from: number, to: number, width: number, rem: number): number {
    const [a, b] = [this.at(from), this.at(to)]
    return (b.rem - a.rem) * rem + (b.share - a.share) * width
  }

  /** The place, in columns, at `x` px of `width`. */
  position(x: number, width: number, rem: number): number {
    let column = 0
    while (column < this.count - 1 && this.px(0, column + 1, width, rem) <= x) column++
    return Math.min(this.count, column + Math.max(0, (x - this.px(0, column, width, rem)) / this.px(column, column + 1, width, rem)))
  }

  private at(place: number): { rem: number; share: number } {
    const whole = Math.min(this.count, Math.max(0, Math.floor(place)))
    const part = Math.min(this.count, place) - whole
    const folds = this.folds[whole] + part * ((this.folds[whole + 1] ?? this.folds[whole]) - this.folds[whole])
    const share = (whole + part - folds) / this.shares
    return { rem: FOLD * (folds - this.folds.at(-1)! * share), share }
  }
}

const css = (rem: number, share: number): string => `calc(${rem.toFixed(4)}rem + ${(share * 100).toFixed(4)}%)`

/** Upper edges of rows in px, and of the end. */
export const topsOf = (rows: readonly Pick<TimelineRow, 'group'>[], groupHeight: number, rowHeight: number): number[] => {
  const tops = [0]
  for (const { group } of rows) tops.push(tops.at(-1)! + (group ? groupHeight : rowHeight))
  return tops
}

/** First and last row that lie in a view, with `spare` beyond its edges. */
export const rowsIn = (tops: readonly number[], top: number, bottom: number, spare: number): { first: number; last: number } => {
  const count = tops.length - 1
  let first = 0
  while (first < count - 1 && tops[first + 1] <= top) first++
  let last = first
  while (last < count - 1 && tops[last + 1] < bottom) last++
  return { first: Math.max(0, first - spare), last: Math.min(count - 1, last + spare) }
}
