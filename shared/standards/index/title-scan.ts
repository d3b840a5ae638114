import { isWord } from './fold.ts'
import type { Range } from '../query.ts'
import { WIDE } from './columns.ts'
import type { Index } from './open.ts'

/** One title at a time, folded, in a buffer that is used again; places are in the title's own UTF-16 units. */
export type TitleScan = {
  /** Takes the shown title of a record; gives its length. */
  open(doc: number): number
  /** Length of the shown title without taking it. */
  lengthOf(doc: number): number
  /** Takes a title by its place among all titles. */
  openTitle(title: number): number
  openText(text: string): number
  /** First place at or behind `from` where the run stands, space and punctuation inside it passed over. */
  findCjk(run: readonly number[], from: number): Range | null
  beginsWithCjk(run: readonly number[]): boolean
  /** First word at or behind `from` that begins so. */
  findWord(prefix: string, from: number): Range | null
  /** The shown title of a record as it was given. */
  text(doc: number): string
}

export const titleScan = ({ titles, fold }: Pick<Index, 'titles' | 'fold'>): TitleScan => {
  const { of, at, units, bytes } = titles
  let line = new Uint16Array(1024)
  let length = 0

  const place = (title: number): { wide: boolean; start: number; end: number } => {
    const from = at[title]
    const next = at[title + 1]
    const wide = from >= WIDE
    const start = wide ? from - WIDE : from * 2
    let end = (next >= WIDE ? next - WIDE : next) * (wide ? 1 : 2)
    // A title of bytes with an odd length is filled up by one.
    if (!wide && end > start && bytes[end - 1] === 0) end--
    return { wide, start, end }
  }
  const room = (wanted: number): void => {
    length = wanted
    if (line.length < wanted) line = new Uint16Array(wanted * 2)
  }
  const openTitle = (title: number): number => {
    const { wide, start, end } = place(title)
    room(end - start)
    if (wide) for (let i = 0; i < length; i++) line[i] = fold[units[start + i]]
    else for (let i = 0; i < length; i++) line[i] = fold[bytes[start + i]]
    return length
  }

  /** End of the run that begins at `from`; -1 = another stands there. */
  const runEnd = (run: readonly number[], from: number): number => {
    let matched = 0
    for (let i = from; i < length; i++) {
      const unit = line[i]
      if (unit === 0) continue
      if (unit !== run[matched]) return -1
      if (++matched === run.length) return i + 1
    }
    return -1
  }
  return {
    open: doc => openTitle(of[doc]),
    openTitle,
    lengthOf: doc => {
      const { start, end } = place(of[doc])
      return end - start
    },
    openText: text => {
      room(text.length)
      for (let i = 0; i < length; i++) line[i] = fold[text.charCodeAt(i)]!
      return length
    },
    findCjk: (run, from) => {
      for (let i = from; i < length; i++) {
        if (line[i] !== run[0]) continue
        const end = runEnd(run, i)
        if (end > 0) return [i, end]
      }
      return null
    },
    beginsWithCjk: run => runEnd(run, 0) > 0,
    findWord: (prefix, from) => {
      const first = prefix.charCodeAt(0)
      for (let i = from; i < length; i++) {
        if (line[i] !== first || (i > 0 && isWord(line[i - 1]))) continue
        let matched = 1
        while (matched < prefix.length && i + matched < length && line[i + matched] === prefix.charCodeAt(matched)) matched++
        if (matched === prefix.length) return [i, i + matched]
      }
      return null
    },
    text: doc => {
      const { wide, start, end } = place(of[doc])
      return String.fromCharCode.apply(null, (wide ? units : bytes).subarray(start, end) as unknown as number[])
    },
  }
}
