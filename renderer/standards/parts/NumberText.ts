import { type FunctionalComponent, h } from 'vue'
import type { Range } from '#shared/standards/query.ts'
import { Marked } from './Marked.ts'

/** A number that breaks over lines only after a space and before `/` and `+`, so that its parts stay readable (`.piece` in facts.css). */
export const NumberText: FunctionalComponent<{ text: string; marks?: Range[] }> = ({ text, marks = [] }) => {
  let at = 0
  return pieces(text).map(part => {
    const from = at
    at += part.length
    if (part === ' ') return part
    const inside = marks.map(([start, end]): Range => [Math.max(0, start - from), Math.min(part.length, end - from)]).filter(([start, end]) => start < end)
    return h('span', { class: 'piece' }, h(Marked, { text: part, marks: inside }))
  })
}
NumberText.props = ['text', 'marks']

/** How many lines a number takes at most where `columns` characters of any width fit on one; found without the layout. */
export const numberLines = (text: string, columns: number): number => {
  let lines = 1
  let at = 0
  for (const { length } of pieces(text)) {
    if (at > 0 && at + length > columns) [lines, at] = [lines + 1, 0]
    lines += Math.floor((length - 1) / columns)
    at += length
  }
  return lines
}

const pieces = (text: string): string[] => text.split(/( )|(?=[/+])/).filter(part => part !== undefined)
