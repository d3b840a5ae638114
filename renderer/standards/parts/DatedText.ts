import { type FunctionalComponent, h } from 'vue'

/** A sentence whose dates and numbers of standards are never broken over a line. */
export const DatedText: FunctionalComponent<{ text: string }> = ({ text }) => text.split(UNBROKEN).map((part, at) => (at % 2 === 1 ? h('span', { class: 'num' }, part) : part))
DatedText.props = ['text']

const UNBROKEN = /(\d{4}-\d{2}(?:-\d{2})?)/
