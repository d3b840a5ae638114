import type { KeyBinding } from '../contribution.ts'

/** Keys of the register of instruments, for the key sheet; the page answers them. */
export const instrumentKeys: KeyBinding[] = [
  { id: 'i-select', where: 'instruments.keys.where', pressed: ['ArrowUp ArrowDown'], label: 'instruments.keys.select' },
  { id: 'i-open', where: 'instruments.keys.where', pressed: ['Enter'], label: 'instruments.keys.open' },
  { id: 'i-new', where: 'instruments.keys.where', pressed: ['Alt+N'], label: 'instruments.keys.add' },
  { id: 'i-cert', where: 'instruments.keys.where', pressed: ['Alt+C'], label: 'instruments.keys.certify' },
  { id: 'i-mark', where: 'instruments.keys.where', pressed: ['Alt+M'], label: 'instruments.keys.mark' },
  { id: 'i-book', where: 'instruments.keys.where', pressed: ['Alt+B'], label: 'instruments.keys.book' },
  { id: 'i-adopt', where: 'instruments.keys.where', pressed: ['Alt+A'], label: 'instruments.keys.adopt' },
  { id: 'i-print', where: 'instruments.keys.where', pressed: ['F8'], label: 'instruments.keys.print' },
  { id: 'd-day', where: 'instruments.keys.due', pressed: ['ArrowLeft ArrowRight', 'ArrowUp ArrowDown'], label: 'instruments.keys.day' },
  { id: 'd-month', where: 'instruments.keys.due', pressed: ['Ctrl+ArrowLeft Ctrl+ArrowRight', 'PageUp PageDown'], label: 'instruments.keys.month' },
  { id: 'd-letters', where: 'instruments.keys.due', pressed: ['F8'], label: 'instruments.keys.letters' },
]
