import { type FunctionalComponent, h } from 'vue'
import type { Range } from '#shared/standards/query.ts'
import { Marked } from './Marked.ts'

/** A number that breaks over lines only after a space and before `/` and `+`, so that its parts stay readable (`.piece` in facts.css). */
export const NumberText: FunctionalComponent<{ text: string; marks?: Range[] }> = ({ text, marks = [] }) => {
  let at = 0
  return text.split(/( )|(?=[/+])/).filter(part => part !== undefined).map(part => {
    const from = at
    at += part.length
    if (part === ' ') return part
    const inside = marks.map(([start, end]): Range => [Math.max(0, start - from), Math.min(part.length, end - from)]).filter(([start, end]) => start < end)
    return h('span', { class: 'piece' }, h(Marked, { text: part, marks: inside }))
  })
}
NumberText.props = ['text', 'marks']
