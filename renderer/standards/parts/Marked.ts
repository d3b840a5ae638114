import { type FunctionalComponent, h, type VNodeChild } from 'vue'
import type { Range } from '#shared/standards/query.ts'

/** Text with the hits of the query marked; `marks` are half open, ascending, in UTF-16 units. */
export const Marked: FunctionalComponent<{ text: string; marks: Range[] }> = ({ text, marks }) => {
  if (marks.length === 0) return text
  const parts: VNodeChild[] = []
  let at = 0
  for (const [start, end] of marks) {
    if (start > at) parts.push(text.slice(at, start))
    parts.push(h('mark', text.slice(start, end)))
    at = end
  }
  if (at < text.length) parts.push(text.slice(at))
  return parts
}
Marked.props = ['text', 'marks']
