import type { KeyBinding } from '../contribution.ts'

/** Keys of the lookup, of a standard's page and of the import, for the key sheet; the pages answer them. */
export const standardsKeys: KeyBinding[] = [
  { id: 'l-select', where: 'standards.keys.where', pressed: ['ArrowUp ArrowDown'], label: 'standards.keys.select' },
  { id: 'l-pages', where: 'standards.keys.where', pressed: ['PageUp PageDown'], label: 'standards.keys.pages' },
  { id: 'l-ends', where: 'standards.keys.where', pressed: ['Ctrl+Home Ctrl+End'], label: 'standards.keys.ends' },
  { id: 'l-open', where: 'standards.keys.where', pressed: ['Enter'], label: 'standards.keys.open' },
  { id: 'l-tab', where: 'standards.keys.where', pressed: ['Ctrl+Enter'], label: 'standards.keys.openTab' },
  { id: 'l-copy', where: 'standards.keys.where', pressed: ['Ctrl+C'], label: 'standards.keys.copy' },
  { id: 'l-clear', where: 'standards.keys.where', pressed: ['Escape'], label: 'standards.keys.clear' },
  { id: 'l-facet', where: 'standards.keys.where', pressed: ['Space'], label: 'standards.keys.facet' },
  { id: 's-back', where: 'standards.keys.wherePage', pressed: ['Escape'], label: 'standards.keys.back' },
  { id: 's-near', where: 'standards.keys.wherePage', pressed: ['Alt+ArrowUp Alt+ArrowDown'], label: 'standards.keys.neighbours' },
  { id: 's-copy', where: 'standards.keys.wherePage', pressed: ['Ctrl+C'], label: 'standards.keys.copy' },
  { id: 'o-keep', where: 'own.keys.where', pressed: ['Ctrl+Enter'], label: 'own.keys.keep' },
  { id: 'i-next', where: 'import.title', pressed: ['Ctrl+Enter'], label: 'import.keys.next' },
  { id: 'i-order', where: 'import.title', pressed: ['Alt+ArrowUp Alt+ArrowDown'], label: 'import.keys.order' },
  { id: 'i-rows', where: 'import.title', pressed: ['ArrowUp ArrowDown'], label: 'import.keys.rows' },
]
