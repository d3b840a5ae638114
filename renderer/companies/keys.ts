import type { KeyBinding } from '../contribution.ts'

/** Keys of the list of companies, for the key sheet; the page answers them. */
export const companyKeys: KeyBinding[] = [
  { id: 'c-select', where: 'companies.keys.where', pressed: ['ArrowUp ArrowDown'], label: 'companies.keys.select' },
  { id: 'c-open', where: 'companies.keys.where', pressed: ['Enter'], label: 'companies.keys.open' },
  { id: 'c-new', where: 'companies.keys.where', pressed: ['Alt+N'], label: 'companies.keys.add' },
  { id: 'c-join', where: 'companies.keys.where', pressed: ['Alt+M'], label: 'companies.keys.join' },
  { id: 'c-copy', where: 'companies.keys.where', pressed: ['Ctrl+C'], label: 'companies.keys.copy' },
  { id: 'c-show', where: 'companies.keys.where', pressed: ['Alt+V'], label: 'companies.keys.show' },
  { id: 'c-clear', where: 'companies.keys.where', pressed: ['Escape'], label: 'companies.keys.clear' },
  { id: 'c-unverified', where: 'companies.keys.where', pressed: ['Ctrl+S'], label: 'companies.keys.unverified' },
]
