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
  { id: 'i-batch', where: 'instruments.batch.keys.where', pressed: ['Ctrl+B'], label: 'instruments.batch.keys.open' },
  { id: 'ib-scheme', where: 'instruments.batch.keys.where', pressed: ['Alt+1..3'], label: 'instruments.batch.keys.scheme' },
  { id: 'ib-block', where: 'instruments.batch.keys.where', pressed: ['ArrowLeft ArrowRight', 'ArrowUp ArrowDown'], label: 'instruments.batch.keys.block' },
  { id: 'ib-day', where: 'instruments.batch.keys.where', pressed: ['Alt+ArrowLeft Alt+ArrowRight'], label: 'instruments.batch.keys.day' },
  { id: 'ib-split', where: 'instruments.batch.keys.where', pressed: ['Enter'], label: 'instruments.batch.keys.split' },
  { id: 'ib-again', where: 'instruments.batch.keys.where', pressed: ['F5'], label: 'instruments.batch.keys.again' },
  { id: 'ib-submit', where: 'instruments.batch.keys.where', pressed: ['Ctrl+Enter'], label: 'instruments.batch.keys.submit' },
  { id: 'ib-print', where: 'instruments.batch.keys.where', pressed: ['F8'], label: 'instruments.batch.keys.print' },
]
